package io.xephang.samples.dossiers;

/** A sequence of pseudo-random numbers (SplitMix64) that can be started again at any subject. */
final class Draws {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  /** The subject of draws that concern two things: the order of the two matters. */
  static long subject(long one, long other) {
    return mixed(one * GOLDEN_GAMMA + mixed(other + GOLDEN_GAMMA));
  }

  void startAt(long subject) {
    state = subject;
  }

  /** From 0 to {@code bound - 1}; the bias of a bound far below 2^32 does not matter here. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Whether something that happens so often happens now; 0 never, 1 always. */
  boolean happens(double rate) {
    return fraction() < rate;
  }

  /** From 0 inclusive to 1 exclusive. */
  double fraction() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  private long next() {
    state += GOLDEN_GAMMA;
    return mixed(state);
  }

  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}

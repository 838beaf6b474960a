package io.xephang.samples;

/**
 * Numbers that look drawn by lot and depend on nothing but a name.
 *
 * <p>The generator must give the same bytes on every machine, so a draw is a hash of what it is
 * about: the order in which draws are made does not matter either. FNV-1a over UTF-16 units, then
 * the finalizer of SplitMix64 to spread neighbouring names.
 */
public final class StableDraw {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private StableDraw() {}

  /** A number from 0 to {@code bound - 1}. */
  public static int below(int bound, String subject, String about) {
    return (int) Long.remainderUnsigned(of(subject, about), bound);
  }

  /** Whether a thing that holds for {@code permille} of 1,000 subjects holds for this one. */
  public static boolean holds(int permille, String subject, String about) {
    return below(1_000, subject, about) < permille;
  }

  private static long of(String subject, String about) {
    long hash = mixed(mixed(FNV_OFFSET, about) * FNV_PRIME, subject);
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }

  private static long mixed(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}

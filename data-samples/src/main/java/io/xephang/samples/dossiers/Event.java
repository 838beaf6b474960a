package io.xephang.samples.dossiers;

/**
 * Where a dossier stands, as one number: its day, its number on that day, the stage that it is to
 * send next, the last stage that was accepted, and what kind of sending it is.
 */
final class Event {
  static final int NEXT_STAGE = 0;

  /** Sends the accepted stage again, unchanged. */
  static final int AGAIN = 1;

  /** Sends an older stage again: the one that is said to be accepted. */
  static final int OLDER = 2;

  /** No stage was accepted yet. */
  static final int NOTHING = -1;

  private Event() {}

  static long of(int dayOfSeries, int number, int stage, int accepted, int kind) {
    return ((long) dayOfSeries << 46)
        | ((long) number << 16)
        | ((long) stage << 8)
        | ((long) (accepted + 1) << 4)
        | kind;
  }

  static int dayOfSeries(long event) {
    return (int) (event >>> 46);
  }

  static int number(long event) {
    return (int) (event >>> 16) & 0x3fffffff;
  }

  static int stage(long event) {
    return (int) (event >>> 8) & 0xff;
  }

  static int accepted(long event) {
    return ((int) (event >>> 4) & 0xf) - 1;
  }

  static int kind(long event) {
    return (int) event & 0xf;
  }
}

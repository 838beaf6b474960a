package io.xephang.samples;

/**
 * How many services of a catalog reach at least each level, most advanced first.
 *
 * @param full at level 4
 * @param partial at level 3 or 4
 * @param downloadable at level 2 or above
 * @param described at level 1 or above; the remaining services are not online at all
 */
record ServiceLevels(int full, int partial, int downloadable, int described) {
  ServiceLevels {
    if (full < 0 || partial < full || downloadable < partial || described < downloadable) {
      throw new IllegalArgumentException("Each level contains the higher ones");
    }
  }

  /**
   * The levels of a catalog of which {@code share} is at level 4 and {@code partial} at level 3.
   */
  static ServiceLevels of(Share share, int partial) {
    int size = share.denominator();
    int atLeast3 = Math.min(size, share.numerator() + partial);
    int atLeast2 = Math.max(atLeast3, size * 88 / 100);
    return new ServiceLevels(
        share.numerator(), atLeast3, atLeast2, Math.max(atLeast2, size * 95 / 100));
  }

  /** The level of the service that {@code rank} others precede; 0 if it is not online. */
  int levelAt(int rank) {
    if (rank < full) {
      return 4;
    } else if (rank < partial) {
      return 3;
    } else if (rank < downloadable) {
      return 2;
    }
    return rank < described ? 1 : 0;
  }
}

package io.xephang.samples;

/** Level-4 services among all services of a unit; the denominator is positive. */
record Share(int numerator, int denominator) {
  Share {
    if (denominator <= 0 || numerator < 0 || numerator > denominator) {
      throw new IllegalArgumentException("Not a share: " + numerator + "/" + denominator);
    }
  }
}

package io.xephang.samples;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate as a letter prints it, in hundredths of a percent ({@code 54,53%} is 5453).
 *
 * @param hundredths 0 to 10,000
 */
record PrintedRate(int hundredths) {
  private static final Pattern PRINT = Pattern.compile("(\\d{1,3})(?:,(\\d)(\\d)?)?%");

  PrintedRate {
    if (hundredths < 0 || hundredths > 10_000) {
      throw new IllegalArgumentException("A rate lies between 0 and 100 %, not " + hundredths);
    }
  }

  /** Reads {@code 54,53%}, {@code 8,0%} or {@code 100%}. */
  static PrintedRate parse(String print) {
    Matcher parts = PRINT.matcher(print);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Expected a rate such as 54,53%, found " + print);
    }
    int tenths = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    int rest = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    return new PrintedRate(Integer.parseInt(parts.group(1)) * 100 + tenths * 10 + rest);
  }

  /** The rate of a share, rounded half up to two decimals of a percent. */
  static PrintedRate of(Share share) {
    long twice = 20_000L * share.numerator() + share.denominator();
    return new PrintedRate(Math.toIntExact(twice / (2L * share.denominator())));
  }

  boolean isPrintOf(Share share) {
    return of(share).equals(this);
  }
}

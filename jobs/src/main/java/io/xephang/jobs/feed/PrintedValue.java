package io.xephang.jobs.feed;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A percentage as officials print it: {@code 54,53%}, {@code 1,5 %}, {@code 0.909%}. */
final class PrintedValue {
  private static final Pattern PERCENTAGE =
      Pattern.compile("(\\d{1,9})([.,](\\d{1,9}))?[\\p{Z}\\s]*%");

  private PrintedValue() {}

  /** The fraction of 1 that the print says. */
  static Optional<Double> parse(String printed) {
    Matcher matcher = PERCENTAGE.matcher(printed);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String decimals = matcher.group(3) == null ? "" : "." + matcher.group(3);
    return Optional.of(new BigDecimal(matcher.group(1) + decimals).movePointLeft(2).doubleValue());
  }
}

package io.xephang.reports.annex;

import io.xephang.warehouse.RankedUnit;
import java.math.BigDecimal;
import java.math.MathContext;

/** A rate as Vietnamese documents print it: {@code 54,53%}, with two decimals, rounded half up. */
public final class PrintedRate {
  private static final int DIGITS = 2;

  private PrintedRate() {}

  /** From the counts, so that no binary fraction comes between. */
  public static String of(long numerator, long denominator) {
    return percent(fraction(numerator, denominator), DIGITS);
  }

  /** From a fraction of 1 that has no counts. */
  public static String of(double fraction) {
    return percent(BigDecimal.valueOf(fraction), DIGITS);
  }

  /** A target without needless zeros: {@code 30%}. */
  public static String target(double fraction) {
    BigDecimal percent = BigDecimal.valueOf(fraction).movePointRight(2).stripTrailingZeros();
    return VietnameseNumber.decimal(percent, Math.max(0, percent.scale())) + "%";
  }

  /**
   * The rate of a ranked unit: as it was printed, else from its counts.
   *
   * @return empty if it has no value
   */
  public static String of(RankedUnit unit) {
    if (unit.value() == null) {
      return "";
    }
    if (unit.printedValue() != null) {
      return unit.printedValue();
    }
    return unit.numerator() != null && unit.denominator() != null
        ? of(unit.numerator(), unit.denominator())
        : of(unit.value());
  }

  /** Exact enough for any rounding that is printed. */
  public static BigDecimal fraction(long numerator, long denominator) {
    return BigDecimal.valueOf(numerator)
        .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL128);
  }

  private static String percent(BigDecimal fraction, int digits) {
    return VietnameseNumber.decimal(fraction.movePointRight(2), digits) + "%";
  }
}

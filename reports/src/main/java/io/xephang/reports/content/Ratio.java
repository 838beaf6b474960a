package io.xephang.reports.content;

import io.xephang.reports.annex.PrintedRate;
import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.warehouse.RankedUnit;
import io.xephang.warehouse.UnitFigure;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * Two counts and the rate that they make.
 *
 * @param denominator above 0
 */
record Ratio(long numerator, long denominator) {
  Ratio {
    if (denominator <= 0) {
      throw new IllegalArgumentException("no rate has the denominator " + denominator);
    }
  }

  /** Absent where a count is missing or the denominator is 0. */
  static Optional<Ratio> of(Long numerator, Long denominator) {
    return numerator == null || denominator == null || denominator == 0
        ? Optional.empty()
        : Optional.of(new Ratio(numerator, denominator));
  }

  static Optional<Ratio> of(RankedUnit unit) {
    return of(unit.numerator(), unit.denominator());
  }

  static Optional<Ratio> of(UnitFigure figure) {
    return of(figure.numerator(), figure.denominator());
  }

  static Optional<Ratio> before(UnitFigure figure) {
    return of(figure.numeratorBefore(), figure.denominatorBefore());
  }

  /** Numerators and denominators added up, and divided last; absent if there are none. */
  static Optional<Ratio> sum(Collection<Ratio> ratios) {
    return of(
        ratios.stream().mapToLong(Ratio::numerator).sum(),
        ratios.stream().mapToLong(Ratio::denominator).sum());
  }

  /** {@code 12,73%}. */
  String printed() {
    return PrintedRate.of(numerator, denominator);
  }

  /** {@code 253/1.988}. */
  String counts() {
    return VietnameseNumber.count(numerator) + "/" + VietnameseNumber.count(denominator);
  }

  /** {@code 253/1.988 = 12,73%}, as letter 5479/UBND-KSTTHC writes it. */
  String equation() {
    return counts() + " = " + printed();
  }

  /** {@code 12,73% (253/1.988)}. */
  String withCounts() {
    return printed() + " (" + counts() + ")";
  }

  /** The difference in percentage points; not yet rounded. */
  BigDecimal minus(Ratio other) {
    return points().subtract(other.points());
  }

  /** Likewise to a fraction of 1. */
  BigDecimal minus(double fraction) {
    return points().subtract(BigDecimal.valueOf(fraction).movePointRight(2));
  }

  private BigDecimal points() {
    return PrintedRate.fraction(numerator, denominator).movePointRight(2);
  }
}

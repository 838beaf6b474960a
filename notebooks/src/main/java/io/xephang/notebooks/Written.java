package io.xephang.notebooks;

import io.xephang.reports.annex.PrintedRate;
import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.warehouse.Measure;
import io.xephang.warehouse.PlainText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Values as Vietnamese documents write them: {@code 54,53%}, {@code 1.988}, {@code 20/8/2020}. */
public final class Written {
  private static final int DIGITS = 2;

  private Written() {}

  /** A fraction of 1 as a percentage, rounded half up; null is a dash. */
  public static String percent(Number fraction) {
    return fraction == null
        ? "–"
        : decimal(new BigDecimal(fraction.toString()).movePointRight(2)) + "%";
  }

  /** A target without needless zeros: {@code 30%}; null is a dash. */
  public static String target(Number fraction) {
    return fraction == null ? "–" : PrintedRate.target(fraction.doubleValue());
  }

  /** A number with two decimals, rounded half up; null is a dash. */
  public static String number(Number number) {
    return number == null ? "–" : decimal(new BigDecimal(number.toString()));
  }

  /** A count; null is a dash. */
  public static String count(Number count) {
    return count == null ? "–" : VietnameseNumber.count(count.longValue());
  }

  public static String date(LocalDate date) {
    return VietnameseNumber.date(date);
  }

  /** A value of a result; empty for null. */
  static String value(Object value, Measure measure) {
    if (value instanceof Number number && PlainText.isFinite(number)) {
      return measure == null ? PlainText.of(number).replace('.', ',') : measured(number, measure);
    }
    if (value instanceof LocalDate date) {
      return VietnameseNumber.date(date);
    }
    if (value instanceof LocalDateTime time) {
      return VietnameseNumber.time(time);
    }
    if (value instanceof Boolean yes) {
      return yes ? "có / yes" : "không / no";
    }
    return PlainText.of(value);
  }

  private static String measured(Number number, Measure measure) {
    return switch (measure) {
      case FRACTION -> percent(number);
      case COUNT, DONG -> VietnameseNumber.count(Math.round(number.doubleValue()));
      case POINTS -> number(number);
      case DAYS ->
          VietnameseNumber.decimal(new BigDecimal(number.toString()), isWhole(number) ? 0 : 1);
    };
  }

  private static boolean isWhole(Number number) {
    return number.doubleValue() == Math.rint(number.doubleValue());
  }

  private static String decimal(BigDecimal number) {
    return VietnameseNumber.decimal(number, DIGITS);
  }
}

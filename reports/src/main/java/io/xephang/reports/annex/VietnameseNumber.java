package io.xephang.reports.annex;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Numbers and dates as Vietnamese documents print them: {@code 1.988}, {@code 20/8/2020}. */
public final class VietnameseNumber {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d/M/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm");

  private VietnameseNumber() {}

  /** A count with a point between thousands. */
  public static String count(long count) {
    StringBuilder digits = new StringBuilder(Long.toString(Math.abs(count)));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, '.');
    }
    return count < 0 ? "-" + digits : digits.toString();
  }

  /** A count of units as letters write it: two digits at least ({@code 05 bộ}). */
  public static String units(long count) {
    return count < 10 ? "0" + count : count(count);
  }

  /** A number with a comma, rounded half up. */
  public static String decimal(BigDecimal number, int digits) {
    return number.setScale(digits, RoundingMode.HALF_UP).toPlainString().replace('.', ',');
  }

  public static String date(LocalDate date) {
    return DATE.format(date);
  }

  public static String time(LocalDateTime time) {
    return TIME.format(time);
  }
}

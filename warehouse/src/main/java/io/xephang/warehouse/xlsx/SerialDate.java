package io.xephang.warehouse.xlsx;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Days as Excel counts them: 1/1/1900 is 1, and 29/2/1900, which never was, is 60. */
final class SerialDate {
  /** From here on the count is right. */
  private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);

  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
  private static final double NANOS_OF_DAY = 86_400e9;

  private SerialDate() {}

  /** Whether Excel has this day; another one has to be text. */
  static boolean has(LocalDate day) {
    return !day.isBefore(FIRST) && !day.isAfter(LAST);
  }

  static double of(LocalDate day) {
    return ChronoUnit.DAYS.between(ZERO, day);
  }

  static double of(LocalDateTime time) {
    return of(time.toLocalDate()) + of(time.toLocalTime());
  }

  static double of(LocalTime time) {
    return time.toNanoOfDay() / NANOS_OF_DAY;
  }
}

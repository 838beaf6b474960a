package io.xephang.jobs.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A time as the portal's messages write it: {@code yyyyMMddHHmmss}, without seconds or without a
 * time. Two times are compared to the second, or by day where either was written without a time.
 *
 * @param at Vietnamese wall-clock time; midnight of a day without a time
 * @param isDay whether it was written without a time
 */
record PortalTime(LocalDateTime at, boolean isDay) {
  static final String FORMS = "a date like 20200918143000, 202009181430 or 20200918";

  private static final int DAY = 8;
  private static final int MINUTE = 12;
  private static final int SECOND = 14;

  /** The time, or null if it is not on the calendar or not written so. */
  static PortalTime parse(String written) {
    int length = written.length();
    if (length != DAY && length != MINUTE && length != SECOND) {
      return null;
    }
    for (int i = 0; i < length; i++) {
      if (written.charAt(i) < '0' || written.charAt(i) > '9') {
        return null;
      }
    }
    try {
      int year = number(written, 0, 4);
      // There is no year 0 on the calendar; Java has one.
      if (year == 0) {
        return null;
      }
      LocalDate day = LocalDate.of(year, number(written, 4, 6), number(written, 6, 8));
      return length == DAY
          ? new PortalTime(day.atStartOfDay(), true)
          : new PortalTime(
              day.atTime(
                  number(written, 8, 10),
                  number(written, 10, 12),
                  length == SECOND ? number(written, 12, 14) : 0),
              false);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(String written, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + (written.charAt(i) - '0');
    }
    return number;
  }

  LocalDate day() {
    return at.toLocalDate();
  }

  boolean isBefore(PortalTime other) {
    return (isDay || other.isDay) ? day().isBefore(other.day()) : at.isBefore(other.at);
  }
}

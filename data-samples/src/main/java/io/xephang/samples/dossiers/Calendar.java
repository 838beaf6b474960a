package io.xephang.samples.dossiers;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/**
 * Days as numbers (epoch days) with what is asked of them millions of times: their text, whether
 * offices work on them, how busy they are.
 */
final class Calendar {
  /**
   * Holidays of fixed date (Bộ luật Lao động 2019, Điều 112); those of the lunar year are left out.
   */
  private static final Set<MonthDay> HOLIDAYS =
      Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));

  private static final int[] WEEKDAY_PERCENT = {115, 105, 100, 100, 95, 12, 6};
  private static final int HOLIDAY_PERCENT = 6;

  /** Peak months 3, 6, 9 and 12; a quiet February around Tết. */
  private static final int[] MONTH_PERCENT = {
    90, 65, 135, 100, 95, 135, 100, 95, 130, 100, 105, 140
  };

  private final int first;
  private final byte[][] texts;
  private final int[] weights;

  /** How many working days there are from the first day to each day, both included. */
  private final int[] workingDaysUntil;

  private final int[] workingDays;

  /** All days from {@code margin} days before the first to {@code margin} days after the last. */
  Calendar(LocalDate from, LocalDate to, int margin) {
    LocalDate start = from.minusDays(margin);
    first = Math.toIntExact(start.toEpochDay());
    int count = Math.toIntExact(to.plusDays(margin).toEpochDay()) - first + 1;
    texts = new byte[count][];
    weights = new int[count];
    workingDaysUntil = new int[count];
    workingDays = new int[count];
    int working = 0;
    for (int i = 0; i < count; i++) {
      LocalDate day = start.plusDays(i);
      texts[i] = day.format(DateTimeFormatter.BASIC_ISO_DATE).getBytes(StandardCharsets.US_ASCII);
      int weekday = day.getDayOfWeek().getValue() - 1;
      boolean holiday = HOLIDAYS.contains(MonthDay.from(day));
      int dayPercent = holiday ? HOLIDAY_PERCENT : WEEKDAY_PERCENT[weekday];
      weights[i] = dayPercent * MONTH_PERCENT[day.getMonthValue() - 1];
      if (weekday < 5 && !holiday) {
        workingDays[working++] = i;
      }
      workingDaysUntil[i] = working;
    }
  }

  /** {@code yyyyMMdd}; not to be changed. */
  byte[] text(int day) {
    return texts[day - first];
  }

  /** How many dossiers are received on a day, compared with other days; positive. */
  int weight(int day) {
    return weights[day - first];
  }

  boolean isWorkingDay(int day) {
    int i = day - first;
    return workingDaysUntil[i] > (i == 0 ? 0 : workingDaysUntil[i - 1]);
  }

  /** The day that is so many working days later; of 0, the day itself if it is a working day. */
  int plusWorkingDays(int day, int count) {
    int reached = workingDaysUntil[day - first];
    int index = isWorkingDay(day) ? reached - 1 + count : reached + Math.max(0, count - 1);
    return first + workingDays[index];
  }
}

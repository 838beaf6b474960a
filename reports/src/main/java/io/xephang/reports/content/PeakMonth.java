package io.xephang.reports.content;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A month of months 3, 6, 9 and 12, in which units report every Friday (Chỉ thị of Quảng Nam on the
 * peak months, 1 and 4a).
 */
record PeakMonth(YearMonth month) {
  static final Set<Integer> MONTHS = Set.of(3, 6, 9, 12);

  PeakMonth {
    if (!MONTHS.contains(month.getMonthValue())) {
      throw new IllegalArgumentException(month + " is no peak month");
    }
  }

  static boolean includes(LocalDate day) {
    return MONTHS.contains(day.getMonthValue());
  }

  /**
   * A week of reporting: up to a Friday, or to the month's last day.
   *
   * @param number from 1
   */
  record Week(int number, LocalDate first, LocalDate last) {}

  /** Its weeks up to a day; the one around the day ends with it. */
  List<Week> weeks(LocalDate upTo) {
    List<Week> weeks = new ArrayList<>();
    LocalDate first = month.atDay(1);
    LocalDate end = upTo.isBefore(month.atEndOfMonth()) ? upTo : month.atEndOfMonth();
    while (!first.isAfter(end)) {
      LocalDate friday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
      LocalDate last = friday.isBefore(end) ? friday : end;
      weeks.add(new Week(weeks.size() + 1, first, last));
      first = last.plusDays(1);
    }
    return List.copyOf(weeks);
  }
}

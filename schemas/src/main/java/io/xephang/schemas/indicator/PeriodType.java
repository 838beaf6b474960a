package io.xephang.schemas.indicator;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What span of days a figure speaks of. */
public enum PeriodType {
  AS_OF(0),
  MONTH(1),
  QUARTER(3),
  YEAR(12);

  private final int months;

  PeriodType(int months) {
    this.months = months;
  }

  /** As it stands in the column {@code period_type}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PeriodType> parse(String written) {
    return Stream.of(values())
        .filter(type -> type.id().equals(written.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The last day of the calendar period around a day; the day itself for {@link #AS_OF}. */
  public LocalDate lastDay(LocalDate day) {
    return this == AS_OF
        ? day
        : firstDay(day).plusMonths(months - 1L).with(TemporalAdjusters.lastDayOfMonth());
  }

  /** The first day of the calendar period around a day; the day itself for {@link #AS_OF}. */
  public LocalDate firstDay(LocalDate day) {
    return this == AS_OF
        ? day
        : LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
  }
}

package io.xephang.samples.dossiers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** The calendar periods of section 2 of the contract. */
enum PeriodLength {
  MONTH(1),
  QUARTER(3),
  YEAR(12);

  private final int months;

  PeriodLength(int months) {
    this.months = months;
  }

  /** Periods counted through from year 0. */
  int of(LocalDate date) {
    return (date.getYear() * 12 + date.getMonthValue() - 1) / months;
  }

  LocalDate start(int period) {
    int month = period * months;
    return LocalDate.of(month / 12, month % 12 + 1, 1);
  }

  /** The calendar end, also of a period that is still running. */
  LocalDate end(int period) {
    return YearMonth.from(start(period + 1).minusDays(1)).atEndOfMonth();
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

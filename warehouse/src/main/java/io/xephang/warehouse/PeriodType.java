package io.xephang.warehouse;

import java.util.Locale;

/** Whether a value speaks of a day or of which kind of period. */
public enum PeriodType {
  AS_OF,
  MONTH,
  QUARTER,
  YEAR;

  /** As it stands in the column {@code period_type}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PeriodType of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}

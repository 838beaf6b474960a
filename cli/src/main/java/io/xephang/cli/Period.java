package io.xephang.cli;

import io.xephang.schemas.indicator.PeriodType;

/** What can be written behind {@code --period}. */
enum Period {
  MONTH(PeriodType.MONTH),
  QUARTER(PeriodType.QUARTER),
  YEAR(PeriodType.YEAR);

  private final PeriodType type;

  Period(PeriodType type) {
    this.type = type;
  }

  PeriodType type() {
    return type;
  }
}

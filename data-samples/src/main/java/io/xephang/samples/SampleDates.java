package io.xephang.samples;

import java.time.LocalDate;

/** The dates that the letters' figures speak of; the samples hold nothing later. */
final class SampleDates {
  /** Footnote of the annex of letter 3485: "tổng hợp vào ngày 20/8/2020". */
  static final LocalDate ANNEX_3485 = LocalDate.of(2020, 8, 20);

  /** Figures of annex I of letter 5479. */
  static final LocalDate ANNEX_5479 = LocalDate.of(2020, 9, 16);

  /** Hà Tĩnh's rate is of the year 2019. */
  static final LocalDate HA_TINH = LocalDate.of(2019, 12, 31);

  private SampleDates() {}
}

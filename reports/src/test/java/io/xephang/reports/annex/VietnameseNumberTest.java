package io.xephang.reports.annex;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.warehouse.RankedUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseNumberTest {
  private static final LocalDate DAY = LocalDate.of(2020, 8, 20);

  @ParameterizedTest
  @CsvSource({"0, 0", "999, 999", "1988, 1.988", "1234567, 1.234.567", "-1988, -1.988"})
  void countsHavePointsBetweenThousands(long count, String printed) {
    assertThat(VietnameseNumber.count(count)).isEqualTo(printed);
  }

  @Test
  void unitsHaveTwoDigitsAtLeast() {
    assertThat(VietnameseNumber.units(5)).isEqualTo("05");
    assertThat(VietnameseNumber.units(22)).isEqualTo("22");
  }

  @Test
  void datesHaveNoLeadingZeros() {
    assertThat(VietnameseNumber.date(LocalDate.of(2020, 8, 5))).isEqualTo("5/8/2020");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, '100,00%'",
    "2, 25, '8,00%'",
    "0, 7, '0,00%'",
    // 12,725 % exactly: half up. A double of it would be a little less.
    "509, 4000, '12,73%'",
    "1, 3, '33,33%'",
    "9007199254740993, 18014398509481986, '50,00%'",
  })
  void ratesAreRoundedHalfUpFromTheCounts(long numerator, long denominator, String printed) {
    assertThat(PrintedRate.of(numerator, denominator)).isEqualTo(printed);
  }

  @Test
  void aReportedRateStaysAsPrinted() {
    assertThat(PrintedRate.of(unit(0.08, "8,0%"))).isEqualTo("8,0%");
    assertThat(PrintedRate.of(unit(0.08, null))).isEqualTo("8,00%");
    assertThat(PrintedRate.of(unit(null, null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.3, 30%", "1.0, 100%", "0.125, '12,5%'"})
  void targetsHaveNoNeedlessZeros(double target, String printed) {
    assertThat(PrintedRate.target(target)).isEqualTo(printed);
  }

  @Test
  void decimalsHaveAComma() {
    assertThat(VietnameseNumber.decimal(new BigDecimal("12.035"), 2)).isEqualTo("12,04");
  }

  private static RankedUnit unit(Double value, String printed) {
    return new RankedUnit(1, 1, "G10", "Bộ", null, null, value, printed, DAY, DAY, DAY);
  }
}

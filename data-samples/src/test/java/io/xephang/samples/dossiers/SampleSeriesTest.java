package io.xephang.samples.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample, all of it: 20385 of 79542, as Hà Tĩnh reported of 2019. */
class SampleSeriesTest {
  private static final String REPORTED = "H27 online_dossier_rate year 2019-01-01 20385/79542";

  @TempDir private Path landing;

  @Test
  void haTinhsOnlineDossiersOf2019AreThoseOfItsReport() {
    Truth truth = SampleSeries.write(landing);

    assertThat(truth.counts())
        .filteredOn(
            count ->
                count.province().equals(SampleSeries.HA_TINH)
                    && count.indicator().equals("online_dossier_rate")
                    && count.length() == PeriodLength.YEAR
                    && count.start().getYear() == 2019)
        .singleElement()
        .satisfies(
            count -> {
              assertThat(count.numerator()).isEqualTo(20_385);
              assertThat(count.denominator()).isEqualTo(79_542);
            });
    Set<String> read = NaiveReading.of(landing).indicators(truth.asOf());
    assertThat(read).as("what a naive reader finds in the files").contains(REPORTED);
    assertThat(landing.resolve("reports/ha-tinh-2020.csv"))
        .content()
        .contains("online_dossier_rate,Hà Tĩnh,,,2019-12-31,year,20385,79542,\"25,6%\"");
  }
}

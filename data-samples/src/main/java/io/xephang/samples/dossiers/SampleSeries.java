package io.xephang.samples.dossiers;

import io.xephang.samples.LandingFolder;
import io.xephang.samples.Reports;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The sample series: Hà Tĩnh and Quảng Nam from January 2019 to September 2020, weekly. Of Hà
 * Tĩnh's dossiers of 2019 that are of services at level 3 or 4, 20385 of 79542 came online, as its
 * report of April 2020 says (tờ trình, mục I.4c); all else is made up.
 */
final class SampleSeries {
  static final String HA_TINH = "H27";
  private static final String QUANG_NAM = "H47";
  private static final long QUANG_NAM_MESSAGES = 40_000;

  private static final Map<Integer, PlannedIntake.Year> HA_TINH_PLAN =
      Map.of(
          2019, new PlannedIntake.Year(20_385, 79_542, 9_000),
          2020, new PlannedIntake.Year(21_700, 58_300, 6_500));

  private SampleSeries() {}

  static Series series() {
    LocalDate from = LocalDate.of(2019, 1, 1);
    LocalDate last = LocalDate.of(2020, 9, 14);
    return new Series(
        20_385L,
        from,
        Math.toIntExact(last.toEpochDay() - from.toEpochDay()) + 1,
        7,
        List.of(HA_TINH, QUANG_NAM),
        QUANG_NAM_MESSAGES,
        50_000,
        DeliveryForm.NDJSON,
        true,
        false,
        DirtRates.of(0.002, Map.of()),
        new CatalogSize(300, 12, 4));
  }

  static Truth write(Path landing) {
    new LandingFolder(landing).write("reports/ha-tinh-2020.csv", Reports.haTinh());
    return DossierSeries.write(
        landing,
        series(),
        (province, deliveries, calendar) ->
            province.equals(HA_TINH)
                ? new PlannedIntake(deliveries, calendar, HA_TINH_PLAN)
                : new SteadyIntake(deliveries, calendar, QUANG_NAM_MESSAGES));
  }
}

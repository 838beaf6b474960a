package io.xephang.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.RunStatus;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small country, worked out by hand: every as-of indicator, roll-up, national sum, ranking. */
class HandWorkedCaseTest {
  private static final String CATALOG =
      "unit_code,procedure_code,service_level,eligible_level4,on_national_portal";

  private static Deployment country;
  private static RunSummary summary;

  @BeforeAll
  static void run(@TempDir Path folder) {
    country =
        new Deployment(folder)
            .land(
                "units/quang-nam.csv",
                "unit_code,unit_name,kind,parent_code,valid_from,valid_to,aliases",
                "H47.01,Sở Y tế,department,H47,,,",
                "H47.02,Sở Tư pháp,department,H47,,,",
                "H47.03,Ban Dân tộc,department,H47,,,",
                "H47.21,Đại Lộc,district,H47,,2020-08-31,")
            .land(
                "catalogs/2020-07-15/h47.csv",
                CATALOG,
                // The province itself: one service below level 3, of which nothing is online.
                "H47,1.000001,2,1,0",
                "H47.01,1.000002,4,1,1",
                "H47.01,1.000003,3,0,0",
                // The district offers a department's service at a higher level: the root counts
                // once.
                "H47.21,1.000003,toan_trinh,0,1",
                "H47.21,1.000004,,1,0")
            .land(
                "catalogs/2020-08-10/h47-01.csv",
                CATALOG,
                // Sở Y tế now: 1.000002 went down, 1.000003 is gone, 1.000005 is new.
                "H47.01,1.000002,mot_phan,1,1",
                "H47.01,1.000005,4,1,0")
            .land(
                "catalogs/2020-08-10/others.csv",
                CATALOG,
                "000.00.02.H47,1.000006,1,0,0",
                "H01,1.000001,4,1,1",
                "H01,1.000002,1,1,0",
                "H57,1.000001,4,0,0",
                "H57,1.000002,2,0,0",
                "G18,1.000009,4,1,1",
                // Left out by the annex: a value, but no rank and no part in the sums.
                "G01,1.000009,4,1,1");
    summary = country.run();
  }

  @Test
  void publishesUpToTheNewestSnapshot() {
    assertThat(summary.status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(summary.asOf()).isEqualTo("2020-08-10");
  }

  @Test
  void provincesRollUpTheUnionOfTheirUnitsAndDistrictsEnd() {
    assertThat(values("H47"))
        .containsExactly(
            // 15/7: roots 1 (2), 2 (4), 3 (4 from the district), 4 (none) -> 2/4.
            "level34_rate 2020-07-15 2020-08-10 2 4",
            // 10/8: roots 1 (2), 2 (3), 5 (4), 3 (4, district), 4 (none), 6 (1) -> level 4: 2/6,
            // 3+4: 3/6.
            "level34_rate 2020-08-10 2020-09-01 3 6",
            // 1/9: the district is gone: roots 1, 2, 5, 6. The province itself ends on 30/6/2025.
            "level34_rate 2020-09-01 2025-07-01 2 4",
            "level4_rate 2020-07-15 2020-08-10 2 4",
            "level4_rate 2020-08-10 2020-09-01 2 6",
            "level4_rate 2020-09-01 2025-07-01 1 4",
            // Eligible: 1, 2, 4 -> level 4 among them: 2.
            "eligible_level4_rate 2020-07-15 2020-08-10 1 3",
            // Eligible: 1, 2, 5, 4 -> 5.
            "eligible_level4_rate 2020-08-10 2020-09-01 1 4",
            "eligible_level4_rate 2020-09-01 2025-07-01 1 3",
            // Level 3 or 4: 2, 3; both on the portal (3 by the district).
            "portal_integration_rate 2020-07-15 2020-08-10 2 2",
            // Level 3 or 4: 2 (portal), 5 (no), 3 (portal).
            "portal_integration_rate 2020-08-10 2020-09-01 2 3",
            "portal_integration_rate 2020-09-01 2025-07-01 1 2");
  }

  @Test
  void departmentsHaveTheirOwnCatalog() {
    assertThat(level4("H47.01"))
        .containsExactly("2020-07-15 2020-08-10 1 2", "2020-08-10 null 1 2");
    assertThat(level4("H47.02")).containsExactly("2020-08-10 null 0 1");
    assertThat(level4("H47.21")).containsExactly("2020-07-15 2020-09-01 1 2");
    assertThat(level4("H47.03")).as("a unit without a catalog has no value").isEmpty();
  }

  @Test
  void nationalSumsAddNumeratorsAndDenominatorsOfListedUnits() {
    assertThat(level4("VN.ministry")).containsExactly("2020-08-10 null 1 1");
    assertThat(level4("VN.province"))
        .containsExactly(
            "2020-07-15 2020-08-10 2 4",
            // H47 2/6, H01 1/2, H57 1/2.
            "2020-08-10 2020-09-01 4 10",
            "2020-09-01 2025-07-01 3 8",
            // Quảng Nam has ended; the new name of Huế changes no sum.
            "2025-07-01 null 2 4");
    assertThat(level4("VN"))
        .containsExactly(
            "2020-07-15 2020-08-10 2 4",
            "2020-08-10 2020-09-01 5 11",
            "2020-09-01 2025-07-01 4 9",
            "2025-07-01 null 3 5");
    assertThat(level4("G01")).containsExactly("2020-08-10 null 1 1");
  }

  @Test
  void anIndicatorWithoutAnythingToCountHasNoValue() {
    assertThat(
            country.rows(
                "indicator_interval",
                "unit_code = 'H47.02' AND indicator = 'portal_integration_rate'",
                "numerator",
                "denominator",
                "value",
                "data_date"))
        .containsExactly("0 0 null 2020-08-10");
  }

  @Test
  void equalValuesShareARankInVietnameseOrderAndUnitsWithoutValueComeLast() {
    assertThat(ranking("province", "2020-08-10"))
        .hasSize(63)
        .startsWith(
            "001 1 An Giang 1 2 2020-08-10",
            "002 1 Thừa Thiên Huế 1 2 2020-08-10",
            "003 3 Quảng Nam 2 6 2020-08-10",
            // Vietnamese order: Bà Rịa before Bạc Liêu before Bắc Giang; Đ after D.
            "004 null Bà Rịa - Vũng Tàu null null null",
            "005 null Bạc Liêu null null null",
            "006 null Bắc Giang null null null")
        .endsWith("063 null Yên Bái null null null");
    assertThat(ranking("ministry", "2020-08-10"))
        .hasSize(17)
        .startsWith("001 1 Bộ Y tế 1 1 2020-08-10")
        .noneMatch(line -> line.contains("Bộ Công an"));
    assertThat(ranking("region:Đồng bằng sông Cửu Long", "2020-08-10"))
        .hasSize(13)
        .startsWith("001 1 An Giang 1 2 2020-08-10");
  }

  @Test
  void departmentsAreRankedWithinTheirProvince() {
    assertThat(ranking("department:H47", "2020-08-10"))
        .containsExactly(
            "001 1 Sở Y tế 1 2 2020-08-10",
            "002 2 Sở Tư pháp 0 1 2020-08-10",
            "003 null Ban Dân tộc null null null");
    assertThat(ranking("district:H47", "2020-07-15"))
        .containsExactly("001 1 Đại Lộc 1 2 2020-07-15");
    assertThat(country.rows("ranking_interval", "peer_group = 'district:H47'", "valid_to"))
        .as("the only district ends on 31/8/2020, and its ranking with it")
        .containsOnly("2020-09-01");
  }

  @Test
  void theNamesAreThoseOfTheDay() {
    assertThat(ranking("province", "2025-01-01")).anyMatch(line -> line.contains(" Huế "));
    assertThat(ranking("province", "2025-07-01")).hasSize(34);
  }

  private static List<String> values(String unit) {
    return country
        .rows(
            "indicator_interval",
            "basis = 'computed' AND unit_code = '" + unit + "'",
            "indicator",
            "valid_from",
            "valid_to",
            "numerator",
            "denominator")
        .stream()
        .sorted(
            Comparator.comparing(
                line ->
                    List.of(
                                "level34_rate",
                                "level4_rate",
                                "eligible_level4_rate",
                                "portal_integration_rate")
                            .indexOf(line.substring(0, line.indexOf(' ')))
                        + line))
        .toList();
  }

  private static List<String> level4(String unit) {
    return country.rows(
        "indicator_interval",
        "basis = 'computed' AND indicator = 'level4_rate' AND unit_code = '" + unit + "'",
        "valid_from",
        "valid_to",
        "numerator",
        "denominator");
  }

  private static List<String> ranking(String peerGroup, String validFrom) {
    return country.rows(
        "ranking_interval",
        "indicator = 'level4_rate' AND basis = 'computed' AND peer_group = '"
            + peerGroup
            + "' AND valid_from = DATE '"
            + validFrom
            + "'",
        "lpad(serial, 3, '0')",
        "rank",
        "unit_name",
        "numerator",
        "denominator",
        "data_date");
  }
}

package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlineTest {
  private static final String RANKING =
      "indicator, basis, peer_group, part, period_type, valid_from, valid_to, rank, serial,"
          + " unit_code, unit_name, numerator, denominator, value, data_date";
  private static final String VALUES =
      "indicator, basis, unit_code, part, period_type, valid_from, valid_to, numerator,"
          + " denominator, value, data_date";
  private static final String UNITS = "unit_code, unit_name, full_name, kind, listed";

  @TempDir Path folder;

  private LakeFixture lake() throws Exception {
    return new LakeFixture(folder)
        .with(
            "unit",
            UNITS,
            "('VN', 'Cả nước', 'Cả nước', 'nation', true)",
            "('VN.ministry', 'Các bộ, ngành', 'Các bộ, ngành', 'nation', true)",
            "('VN.province', 'Các tỉnh', 'Các tỉnh', 'nation', true)");
  }

  @Test
  void pooledAndMeanAndTheCountsOfALetter() throws Exception {
    LakeFixture lake =
        lake()
            .with(
                "ranking_interval",
                RANKING,
                ranked("computed", "ministry", "1, 1", "G18", "10, 10, 1.0"),
                ranked("computed", "ministry", "2, 2", "G02", "9, 100, 0.09"),
                // Exactly the target reaches it; exactly 10 % is not below 10 %.
                ranked("computed", "province", "1, 1", "H01", "3, 10, 0.3"),
                ranked("computed", "province", "2, 2", "H02", "1, 10, 0.1"),
                ranked("computed", "province", "NULL, 3", "H03", "0, 0, NULL"))
            .with(
                "indicator_interval",
                VALUES,
                sum("VN", "23, 130"),
                sum("VN.ministry", "19, 110"),
                sum("VN.province", "4, 20"))
            .publish("2020-08-31");
    try (Warehouse warehouse = lake.open()) {
      assertThat(
              Answer.rows(
                  warehouse,
                  "SELECT * REPLACE (round(pooled_rate, 6) AS pooled_rate, round(mean_rate, 6)"
                      + " AS mean_rate, round(distance_to_target, 6) AS distance_to_target)"
                      + " FROM headline('level4_rate', '2020-08-25')"))
          .containsExactly(
              "VN|Cả nước|2020-08-25|4|23|130|0.176923|0.3725|1|0.3|2020-12-31|2|-0.123077",
              "VN.ministry|Các bộ, ngành|2020-08-25|2|19|110|0.172727|0.545|1|0.3|2020-12-31|1"
                  + "|-0.127273",
              "VN.province|Các tỉnh|2020-08-25|2|4|20|0.2|0.2|0|0.3|2020-12-31|1|-0.1");
    }
  }

  @Test
  void reportsWithoutCountsHaveOnlyAMean() throws Exception {
    LakeFixture lake =
        lake()
            .with(
                "ranking_interval",
                RANKING,
                ranked("reported", "ministry", "1, 1", "G18", "NULL, NULL, 1.0"),
                ranked("reported", "ministry", "2, 2", "G02", "NULL, NULL, 0.5"),
                // All provinces with a value have counts: theirs can be pooled.
                ranked("reported", "province", "1, 1", "H01", "3, 10, 0.3"),
                ranked("reported", "province", "2, 2", "H02", "1, 30, 0.0333"),
                ranked("reported", "province", "NULL, 3", "H03", "NULL, NULL, NULL"))
            .publish("2020-08-31");
    try (Warehouse warehouse = lake.open()) {
      assertThat(
              Answer.rows(
                  warehouse,
                  "SELECT scope, units, numerator, denominator, pooled_rate, round(mean_rate, 4),"
                      + " below_10_percent, reaching_target"
                      + " FROM headline('level4_rate', DATE '2020-08-25', basis := 'reported')"))
          .containsExactly(
              "VN|4||||0.4583|1|3",
              "VN.ministry|2||||0.75|0|2",
              "VN.province|2|4|40|0.1|0.1667|1|1");
    }
  }

  @Test
  void theTargetIsTheNextOneDueElseTheLastOneThatWas() throws Exception {
    try (Warehouse warehouse = lake().publish("2020-08-31").open()) {
      assertThat(target(warehouse, "portal_integration_rate", "2020-12-31"))
          .as("still due on its day")
          .isEqualTo("0.3|2020-12-31");
      assertThat(target(warehouse, "portal_integration_rate", "2021-01-01"))
          .isEqualTo("0.5|2025-12-31");
      assertThat(target(warehouse, "portal_integration_rate", "2030-01-01"))
          .as("the last one of the past")
          .isEqualTo("0.5|2025-12-31");
      assertThat(target(warehouse, "on_time_rate", "2021-01-01")).as("has none").isEqualTo("|");
    }
  }

  @Test
  void withoutAnyValueTheScopesAreThereAllTheSame() throws Exception {
    try (Warehouse warehouse = lake().publish("2020-08-31").open()) {
      assertThat(
              Answer.rows(
                  warehouse,
                  "SELECT scope, units, numerator, pooled_rate, mean_rate, below_10_percent,"
                      + " reaching_target, distance_to_target"
                      + " FROM headline('on_time_rate', '2020-08-25')"))
          .containsExactly("VN|0||||0||", "VN.ministry|0||||0||", "VN.province|0||||0||");
    }
  }

  private static String target(Warehouse warehouse, String indicator, String day) throws Exception {
    List<String> rows =
        Answer.rows(
            warehouse,
            "SELECT target, target_due FROM headline('" + indicator + "', '" + day + "')");
    assertThat(rows).hasSize(3).containsOnly(rows.get(0));
    return rows.get(0);
  }

  private static String ranked(
      String basis, String group, String place, String unit, String counts) {
    return "('level4_rate', '"
        + basis
        + "', '"
        + group
        + "', 'VN', 'as_of', '2020-08-20', NULL, "
        + place
        + ", '"
        + unit
        + "', '"
        + unit
        + "', "
        + counts
        + ", '2020-08-20')";
  }

  private static String sum(String scope, String counts) {
    return "('level4_rate', 'computed', '"
        + scope
        + "', 'VN', 'as_of', '2020-08-20', NULL, "
        + counts
        + ", "
        + counts.replace(", ", ".0 / ")
        + ", '2020-08-20')";
  }
}

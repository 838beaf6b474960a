package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorValueTest {
  private static final String COLUMNS =
      "indicator, basis, unit_code, part, period_type, valid_from, valid_to, numerator,"
          + " denominator, value, printed_value, data_date";

  @TempDir Path folder;

  @Test
  void anAsOfValueIsShownWhenItBeginsAndAtEveryMonthsEndUpToTheAsOfDate() throws Exception {
    LakeFixture lake =
        new LakeFixture(folder)
            .with(
                "indicator_interval",
                COLUMNS,
                // Holds on two months' ends; its last day is the one before valid_to.
                "('level4_rate', 'computed', 'H47', 'VN', 'as_of', '2020-05-10', '2020-07-31',"
                    + " 1, 4, 0.25, NULL, '2020-05-10')",
                // Begins on a month's end: one row, not two. Still holds: up to the as-of date.
                "('level4_rate', 'computed', 'H47', 'VN', 'as_of', '2020-07-31', NULL,"
                    + " 2, 4, 0.5, NULL, '2020-07-31')")
            .publish("2020-09-30");
    try (Warehouse warehouse = lake.open()) {
      assertThat(
              Answer.rows(
                  warehouse,
                  "SELECT * EXCLUDE (data_date) FROM indicator_value ORDER BY period_end"))
          .containsExactly(
              "level4_rate|computed|H47|as_of|2020-05-10|2020-05-10|1|4|0.25|",
              "level4_rate|computed|H47|as_of|2020-05-31|2020-05-31|1|4|0.25|",
              "level4_rate|computed|H47|as_of|2020-06-30|2020-06-30|1|4|0.25|",
              "level4_rate|computed|H47|as_of|2020-07-31|2020-07-31|2|4|0.5|",
              "level4_rate|computed|H47|as_of|2020-08-31|2020-08-31|2|4|0.5|",
              "level4_rate|computed|H47|as_of|2020-09-30|2020-09-30|2|4|0.5|");
    }
  }

  @Test
  void aReportLaterThanTheAsOfDateIsShownOnItsOwnDayButNoMonthEndIs() throws Exception {
    LakeFixture lake =
        new LakeFixture(folder)
            .with(
                "indicator_interval",
                COLUMNS,
                "('level4_rate', 'computed', 'H47', 'VN', 'as_of', '2020-07-10', NULL,"
                    + " 1, 4, 0.25, NULL, '2020-07-10')",
                "('level4_rate', 'reported', 'H47', 'VN', 'as_of', '2020-07-10', '2020-08-31',"
                    + " NULL, NULL, 0.3, '30%', '2020-07-10')",
                "('level4_rate', 'reported', 'H47', 'VN', 'as_of', '2020-08-31', NULL,"
                    + " NULL, NULL, 0.4, '40%', '2020-08-31')")
            .publish("2020-07-20");
    try (Warehouse warehouse = lake.open()) {
      assertThat(
              Answer.rows(
                  warehouse,
                  "SELECT basis, period_end, value, printed_value, data_date FROM indicator_value"
                      + " ORDER BY basis, period_end"))
          .containsExactly(
              "computed|2020-07-10|0.25||2020-07-10",
              "reported|2020-07-10|0.3|30%|2020-07-10",
              "reported|2020-08-31|0.4|40%|2020-08-31");
    }
  }

  @Test
  void aPeriodIsShownFromItsFirstToItsLastDay() throws Exception {
    LakeFixture lake =
        new LakeFixture(folder)
            .with(
                "indicator_interval",
                COLUMNS,
                "('on_time_rate', 'computed', 'H47', 'VN', 'month', '2020-02-01', '2020-03-01',"
                    + " 3, 4, 0.75, NULL, '2020-02-20')",
                // Still running on the as-of date: its end stays that of the calendar.
                "('on_time_rate', 'computed', 'H47', 'VN', 'year', '2020-01-01', '2021-01-01',"
                    + " 5, 8, 0.625, NULL, '2020-02-20')")
            .publish("2020-02-20");
    try (Warehouse warehouse = lake.open()) {
      assertThat(
              Answer.rows(
                  warehouse,
                  "SELECT period_type, period_start, period_end, value FROM indicator_value"
                      + " ORDER BY period_type"))
          .containsExactly("month|2020-02-01|2020-02-29|0.75", "year|2020-01-01|2020-12-31|0.625");
    }
  }

  @Test
  void aRateWithoutDenominatorHasNoValue() throws Exception {
    LakeFixture lake =
        new LakeFixture(folder)
            .with(
                "indicator_interval",
                COLUMNS,
                "('eligible_level4_rate', 'computed', 'H47', 'VN', 'as_of', '2020-02-01', NULL,"
                    + " 0, 0, NULL, NULL, '2020-02-01')")
            .publish("2020-02-01");
    try (Warehouse warehouse = lake.open()) {
      assertThat(
              Answer.rows(warehouse, "SELECT numerator, denominator, value FROM indicator_value"))
          .containsExactly("0|0|");
    }
  }
}

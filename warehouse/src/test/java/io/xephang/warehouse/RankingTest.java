package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three provinces. On 10/7 H01 leads; on 31/7 H02 and H01 tie; on 15/8 H02 leads alone. H03 has no
 * value. Months of on_time_rate: H01 leads in July, H02 in August.
 */
class RankingTest {
  private static final String COLUMNS =
      "indicator, basis, peer_group, part, period_type, valid_from, valid_to, rank, serial,"
          + " unit_code, unit_name, numerator, denominator, value, printed_value, data_date";

  @TempDir Path folder;
  private Warehouse warehouse;

  @BeforeEach
  void open() throws Exception {
    warehouse =
        new LakeFixture(folder)
            .with(
                "ranking_interval",
                COLUMNS,
                level4("2020-07-10", "'2020-07-31'", 1, 1, "H01", 4),
                level4("2020-07-10", "'2020-07-31'", 2, 2, "H02", 3),
                level4("2020-07-10", "'2020-07-31'", null, 3, "H03", null),
                level4("2020-07-31", "'2020-08-15'", 1, 1, "H01", 4),
                level4("2020-07-31", "'2020-08-15'", 1, 2, "H02", 4),
                level4("2020-07-31", "'2020-08-15'", null, 3, "H03", null),
                level4("2020-08-15", "NULL", 1, 1, "H02", 5),
                level4("2020-08-15", "NULL", 2, 2, "H01", 4),
                level4("2020-08-15", "NULL", null, 3, "H03", null),
                // Another group and another basis on the same days: never mixed in.
                "('level4_rate', 'computed', 'ministry', 'VN', 'as_of', '2020-07-10', NULL, 1, 1,"
                    + " 'G18', 'Bộ Y tế', 10, 10, 1.0, NULL, '2020-07-10')",
                "('level4_rate', 'reported', 'province', 'VN', 'as_of', '2020-08-20', NULL, 1, 1,"
                    + " 'H57', 'Thừa Thiên Huế', NULL, NULL, 0.5453, '54,53%', '2020-08-20')",
                onTime("2020-07-01", "2020-08-01", 1, "H01", 9),
                onTime("2020-07-01", "2020-08-01", 2, "H02", 8),
                onTime("2020-08-01", "2020-09-01", 1, "H02", 9),
                onTime("2020-08-01", "2020-09-01", 2, "H01", 7))
            .publish("2020-08-31")
            .open();
  }

  @AfterEach
  void close() throws Exception {
    warehouse.close();
  }

  @Test
  void previousRanksAreThoseOfTheMonthsEndBefore() throws Exception {
    assertThat(
            Answer.rows(
                warehouse,
                "SELECT period_end, serial, rank, unit_code, numerator, previous_rank,"
                    + " rank_change, colour FROM ranking WHERE indicator = 'level4_rate'"
                    + " AND basis = 'computed' AND peer_group = 'province'"
                    + " ORDER BY period_end, serial"))
        .containsExactly(
            // 30/6: no ranking yet.
            "2020-07-10|1|1|H01|4|||",
            "2020-07-10|2|2|H02|3|||",
            "2020-07-10|3||H03||||",
            "2020-07-31|1|1|H01|4|||",
            "2020-07-31|2|1|H02|4|||",
            "2020-07-31|3||H03||||",
            // Against 31/7, where both were first.
            "2020-08-15|1|1|H02|5|1|0|",
            "2020-08-15|2|2|H01|4|1|-1|",
            "2020-08-15|3||H03||||",
            "2020-08-31|1|1|H02|5|1|0|",
            "2020-08-31|2|2|H01|4|1|-1|",
            "2020-08-31|3||H03||||");
  }

  @Test
  void previousRanksOfPeriodsAreThoseOfThePeriodBefore() throws Exception {
    assertThat(
            Answer.rows(
                warehouse,
                "SELECT period_start, period_end, rank, unit_code, previous_rank, rank_change"
                    + " FROM ranking WHERE indicator = 'on_time_rate'"
                    + " ORDER BY period_end, serial"))
        .containsExactly(
            "2020-07-01|2020-07-31|1|H01||",
            "2020-07-01|2020-07-31|2|H02||",
            "2020-08-01|2020-08-31|1|H02|2|1",
            "2020-08-01|2020-08-31|2|H01|1|-1");
  }

  @Test
  void anyDayCanBeAskedAlsoAfterTheAsOfDate() throws Exception {
    assertThat(at("'2020-08-14'"))
        .as("the last day of an interval, in the middle of a month")
        .containsExactly(
            "2020-08-14|2020-08-14|1|1|H01|1|0",
            "2020-08-14|2020-08-14|2|1|H02|1|0",
            "2020-08-14|2020-08-14|3||H03||");
    assertThat(at("DATE '2020-10-03'"))
        .as("the newest ranking still holds")
        .containsExactly(
            "2020-10-03|2020-10-03|1|1|H02|1|0",
            "2020-10-03|2020-10-03|2|2|H01|2|0",
            "2020-10-03|2020-10-03|3||H03||");
    assertThat(at("'2020-07-09'")).as("before the first ranking").isEmpty();
  }

  @Test
  void everyParameterChooses() throws Exception {
    assertThat(
            Answer.rows(
                warehouse,
                "SELECT unit_code, value FROM ranking_at('level4_rate', '2020-08-20',"
                    + " peer_group := 'ministry')"))
        .containsExactly("G18|1.0");
    assertThat(
            Answer.rows(
                warehouse,
                "SELECT unit_code, value, printed_value, data_date FROM"
                    + " ranking_at('level4_rate', '2020-09-20', basis := 'reported')"))
        .containsExactly("H57|0.5453|54,53%|2020-08-20");
    assertThat(
            Answer.rows(
                warehouse,
                "SELECT unit_code, period_start, period_end, previous_rank FROM"
                    + " ranking_at('on_time_rate', '2020-08-02')"))
        .as("months are what is meant for a period indicator")
        .containsExactly("H02|2020-08-01|2020-08-31|2", "H01|2020-08-01|2020-08-31|1");
    assertThat(
            Answer.rows(
                warehouse, "FROM ranking_at('on_time_rate', '2020-08-02', period_type := 'year')"))
        .isEmpty();
  }

  private List<String> at(String day) throws Exception {
    return Answer.rows(
        warehouse,
        "SELECT period_start, period_end, serial, rank, unit_code, previous_rank, rank_change"
            + " FROM ranking_at('level4_rate', "
            + day
            + ")");
  }

  private static String level4(
      String from, String to, Integer rank, int serial, String unit, Integer numerator) {
    return row(
        "level4_rate",
        "as_of",
        "'" + from + "', " + to + ", " + rank + ", " + serial,
        unit,
        numerator);
  }

  private static String onTime(String from, String to, int rank, String unit, int numerator) {
    return row(
        "on_time_rate",
        "month",
        "'" + from + "', '" + to + "', " + rank + ", " + rank,
        unit,
        numerator);
  }

  private static String row(
      String indicator, String type, String place, String unit, Integer numerator) {
    String counts =
        numerator == null ? "NULL, NULL, NULL" : numerator + ", 10, " + numerator / 10.0;
    return "('"
        + indicator
        + "', 'computed', 'province', 'VN', '"
        + type
        + "', "
        + place
        + ", '"
        + unit
        + "', 'Tỉnh "
        + unit
        + "', "
        + counts
        + ", NULL, '2020-07-01')";
  }
}

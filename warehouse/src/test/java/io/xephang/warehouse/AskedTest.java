package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the table macros answer when they are asked about something that there is not. */
class AskedTest {
  @TempDir static Path folder;
  private static Warehouse warehouse;

  @BeforeAll
  static void open() throws Exception {
    warehouse =
        new LakeFixture(folder)
            .with(
                "unit",
                "unit_code, unit_name, full_name, kind, region, listed",
                "('H47', 'Quảng Nam', 'Tỉnh Quảng Nam', 'province', 'Duyên hải', true)")
            // Where there is nothing at all, nothing is asked.
            .with(
                "indicator_interval",
                "indicator, basis, unit_code, part, period_type, valid_from, value, data_date",
                "('level4_rate', 'computed', 'H47', 'VN', 'as_of', '2020-08-20', 0.5,"
                    + " '2020-08-20')")
            .with(
                "ranking_interval",
                "indicator, basis, peer_group, part, period_type, valid_from, rank, serial,"
                    + " unit_code, unit_name, value, data_date",
                "('level4_rate', 'computed', 'province', 'VN', 'as_of', '2020-08-20', 1, 1, 'H47',"
                    + " 'Quảng Nam', 0.5, '2020-08-20')")
            .publish("2020-08-20")
            .open();
  }

  @AfterAll
  static void close() throws Exception {
    warehouse.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ranking_at('level5_rate', '2020-08-20') | there is no indicator 'level5_rate'; có / there are:"
            + " arising_rate, ",
        "headline('level5_rate', '2020-08-20') | there is no indicator 'level5_rate'",
        "trend('level5_rate', 'H47') | there is no indicator 'level5_rate'",
        "ranking_at(NULL, '2020-08-20') | there is no indicator 'NULL'",
        "ranking_at('level4_rate', '20/8/2020') | no date: '20/8/2020', cần dạng như / expected one like"
            + " 2020-08-20",
        "headline('level4_rate', NULL) | no date: 'NULL'",
        "ranking_at('level4_rate', '2020-08-20', 'provinces') | there is no peer group 'provinces'; có /"
            + " there are: province, ministry, department:H47, district:H47, commune:H47,"
            + " region:Duyên hải",
        "ranking_at('level4_rate', '2020-08-20', 'region:x') | there is no peer group 'region:x'",
        "ranking_at('level4_rate', '2020-08-20', 'department:H99') | there is no peer group",
        "ranking_at('level4_rate', '2020-08-20', basis := 'printed') | there is no basis 'printed'; có /"
            + " there are: computed, reported",
        "headline('level4_rate', '2020-08-20', period_type := 'week') | there is no period type 'week';"
            + " có / there are: as_of, month, quarter, year",
        "trend('level4_rate', 'Quảng Nam') | there is no unit 'Quảng Nam', cần mã như trong bảng unit /"
            + " expected a code as in the view unit, such as H47",
      })
  void whatThereIsNotIsSaid(String asked, String answer) {
    assertThatThrownBy(() -> Answer.rows(warehouse, "FROM " + asked))
        .isInstanceOf(QueryFailed.class)
        .hasMessageContaining(answer);
    assertThatThrownBy(() -> Answer.rows(warehouse, "SELECT count(*) FROM " + asked))
        .as("although no column is needed")
        .isInstanceOf(QueryFailed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ranking_at('level4_rate', '2020-08-19')",
        "ranking_at('level4_rate', DATE '1999-01-01', 'region:Duyên hải', period_type := 'month')",
        "ranking_at('level4_rate', TIMESTAMP '2020-08-20 10:00:00', 'commune:H47', 'reported')",
        "trend('level4_rate', 'H47.14.99')",
        "trend('on_time_rate', 'H47', 'computed', 'year')",
      })
  void whatThereIsWithoutDataHasNoRows(String asked) throws Exception {
    assertThat(Answer.rows(warehouse, "FROM " + asked)).isEmpty();
  }
}

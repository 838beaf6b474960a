package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What analysts must be able to do, on two provinces and a ministry. */
class LegitimateQueriesTest {
  @TempDir static Path folder;
  private static Warehouse warehouse;

  @BeforeAll
  static void open() throws Exception {
    warehouse =
        new LakeFixture(folder)
            .with(
                "unit",
                "unit_code, unit_name, full_name, kind, province_code, region, listed",
                "('VN', 'Cả nước', 'Cả nước', 'nation', NULL, NULL, true)",
                "('G18', 'Bộ Y tế', 'Bộ Y tế', 'ministry', 'G18', NULL, true)",
                "('H47', 'Quảng Nam', 'Tỉnh Quảng Nam', 'province', 'H47', 'Duyên hải', true)",
                "('H57', 'Đắk Lắk', 'Tỉnh Đắk Lắk', 'province', 'H57', 'Tây Nguyên', true)")
            .with(
                "indicator_interval",
                "indicator, basis, unit_code, part, period_type, valid_from, numerator,"
                    + " denominator, value, printed_value, data_date",
                "('level4_rate', 'computed', 'H47', 'VN', 'as_of', '2020-08-20', 1, 4, 0.25, NULL,"
                    + " '2020-08-20')",
                "('level4_rate', 'computed', 'H57', 'VN', 'as_of', '2020-08-20', 1, 2, 0.5, NULL,"
                    + " '2020-08-20')",
                "('level4_rate', 'reported', 'H47', 'VN', 'as_of', '2020-08-20', NULL, NULL, 0.26,"
                    + " '26%', '2020-08-20')")
            .with(
                "ranking_interval",
                "indicator, basis, peer_group, part, period_type, valid_from, rank, serial,"
                    + " unit_code, unit_name, numerator, denominator, value, data_date",
                "('level4_rate', 'computed', 'province', 'VN', 'as_of', '2020-08-20', 1, 1, 'H57',"
                    + " 'Đắk Lắk', 1, 2, 0.5, '2020-08-20')",
                "('level4_rate', 'computed', 'province', 'VN', 'as_of', '2020-08-20', 2, 2, 'H47',"
                    + " 'Quảng Nam', 1, 4, 0.25, '2020-08-20')")
            .publish("2020-08-31")
            .open();
  }

  @AfterAll
  static void close() throws Exception {
    warehouse.close();
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "gate/legitimate.csv",
      numLinesToSkip = 1,
      maxCharsPerColumn = 10_000,
      emptyValue = "")
  void passes(String sql, String answer, String what) throws Exception {
    assertThat(String.join(" / ", Answer.rows(warehouse, sql))).as(what).isEqualTo(answer);
  }
}

package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendTest {
  @TempDir Path folder;

  @Test
  void aSeriesShowsChangesTheNameOfItsTimeAndWhereTheDefinitionChanged() throws Exception {
    LakeFixture lake =
        new LakeFixture(folder)
            .with(
                "unit",
                "unit_code, unit_name, full_name, kind, valid_from, valid_to, listed",
                // Renamed between the second row and the third.
                "('H57', 'Thừa Thiên Huế', 'Tỉnh', 'province', NULL, '2022-08-31', true)",
                "('H57', 'Huế', 'Thành phố', 'province', '2022-09-01', NULL, true)")
            .with(
                "indicator_interval",
                "indicator, basis, unit_code, part, period_type, valid_from, valid_to, numerator,"
                    + " denominator, value, data_date",
                row("H57", "2022-07-20", "'2022-08-20'", "1, 10, 0.1"),
                row("H57", "2022-08-20", "NULL", "3, 10, 0.3"),
                // Another unit is another series.
                row("H01", "2022-07-20", "NULL", "9, 10, 0.9"))
            .publish("2022-09-30");
    String note =
        "Mức độ 3, 4 được thay bằng “một phần”, “toàn trình” (Nghị định 42/2022/NĐ-CP): trước và"
            + " sau ngày này chỉ so sánh khi có ghi chú.";
    try (Warehouse warehouse = lake.open()) {
      assertThat(
              Answer.rows(
                  warehouse,
                  "SELECT unit_code, unit_name, period_end, numerator, denominator, value,"
                      + " change_in_points, definition_change FROM trend('level4_rate', 'H57')"))
          .containsExactly(
              "H57|Thừa Thiên Huế|2022-07-20|1|10|0.1||",
              "H57|Thừa Thiên Huế|2022-07-31|1|10|0.1|0.0|",
              "H57|Thừa Thiên Huế|2022-08-20|3|10|0.3|20.0|" + note,
              "H57|Thừa Thiên Huế|2022-08-31|3|10|0.3|0.0|",
              "H57|Huế|2022-09-30|3|10|0.3|0.0|");
      assertThat(Answer.rows(warehouse, "FROM trend('level4_rate', 'H57', basis := 'reported')"))
          .isEmpty();
    }
  }

  private static String row(String unit, String from, String to, String counts) {
    return "('level4_rate', 'computed', '"
        + unit
        + "', 'VN', 'as_of', '"
        + from
        + "', "
        + to
        + ", "
        + counts
        + ", '"
        + from
        + "')";
  }
}

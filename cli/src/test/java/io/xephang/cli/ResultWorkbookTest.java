package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --format xlsx} puts into a file, as Excel would find it. */
class ResultWorkbookTest {
  @TempDir static Path folder;
  private static DeploymentHome home;
  private final CapturedCli cli = new CapturedCli(home, Optional.empty());

  @BeforeAll
  static void serve() throws Exception {
    home = new DeploymentHome(folder.resolve("home"));
    new SmallLake(home).serve(1);
  }

  @Test
  void rowsAndOnTheSecondSheetWhatTheyAre() throws Exception {
    Path file = folder.resolve("xếp hạng.xlsx");
    int exitCode =
        cli.run(
            "sql",
            "SELECT unit_name, numerator, value\nFROM ranking_at('level4_rate', '2020-08-20')",
            "--format",
            "xlsx",
            "-o",
            file.toString());
    assertThat(exitCode).isZero();
    assertThat(cli.err()).isEqualTo("Đã ghi / Written: " + file + "\n");
    assertThat(lines(file, "Kết quả"))
        .containsExactly("unit_name | numerator | value", "Thừa Thiên Huế | 1 | 33.33%");
    assertThat(lines(file, "Thông tin"))
        .containsExactly(
            "Số liệu đến ngày / As of | 20/8/2020",
            "Công bố / Publication | số / no. 1, 21/8/2020 01:30",
            "Số dòng / Rows | 1",
            "SQL | SELECT unit_name, numerator, value",
            "FROM ranking_at('level4_rate', '2020-08-20')",
            "Chỉ số / Indicator level4_rate | Tỉ lệ cung cấp dịch vụ công trực tuyến mức độ 4 / Rate"
                + " of level-4 online services",
            "Tử số / Numerator: Dịch vụ công mức độ 4 (toàn trình) / Services at level 4 (full)",
            "Mẫu số / Denominator: Tất cả dịch vụ công trong danh mục / All services of the"
                + " catalog",
            "Căn cứ / Legal basis: Nghị quyết 17/NQ-CP ngày 07/3/2019");
  }

  @Test
  void rawAndTheIndicatorsOfTheRows() throws Exception {
    Path file = folder.resolve("raw.xlsx");
    String sql = "SELECT DISTINCT indicator, value FROM indicator_value WHERE basis = 'reported'";
    assertThat(cli.run("sql", sql, "--format=xlsx", "--raw", "-o", file.toString())).isZero();
    assertThat(lines(file, "Kết quả")).containsExactly("indicator | value", "level4_rate | 0.5453");
    assertThat(lines(file, "Thông tin"))
        .as("the indicator stands in a row, not in the SELECT")
        .anyMatch(line -> line.startsWith("Chỉ số / Indicator level4_rate | "))
        .noneMatch(line -> line.contains("on_time_rate"));
  }

  @Test
  void rowsThatALimitLeftOutAreSaidToBeMissing() throws Exception {
    Path file = folder.resolve("cut.xlsx");
    String[] asked = {
      "sql", "FROM range(5)", "--format=xlsx", "--max-rows=2", "-o", file.toString()
    };
    assertThat(cli.run(asked)).isZero();
    assertThat(lines(file, "Kết quả")).containsExactly("range", "0", "1");
    assertThat(lines(file, "Thông tin"))
        .contains("Số dòng / Rows | 2 đầu tiên, còn nữa / the first ones, there are more");
    assertThat(cli.err()).contains("Only the first 2 rows; there are more");
  }

  @Test
  void aFailedQueryLeavesTheOldFile() throws Exception {
    Path file = folder.resolve("old.xlsx");
    Files.writeString(file, "old");
    String sql = "SELECT CAST(unit_name AS INTEGER) FROM unit";
    assertThat(cli.run("sql", sql, "--format=xlsx", "-o", file.toString())).isEqualTo(1);
    assertThat(file).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".part"));
    }
  }

  static List<String> lines(Path file, String sheet) throws IOException {
    List<String> lines = new ArrayList<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
      for (Row row : workbook.getSheet(sheet)) {
        List<String> cells = new ArrayList<>();
        row.forEach(
            cell -> cells.add(new DataFormatter(java.util.Locale.US).formatCellValue(cell)));
        lines.add(String.join(" | ", cells));
      }
    }
    return lines;
  }
}

package io.xephang.warehouse.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.warehouse.Measure;
import io.xephang.warehouse.ResultColumn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class XlsxRowsTest {
  private static final Map<String, Measure> MEASURES =
      Map.of(
          "value", Measure.FRACTION,
          "numerator", Measure.COUNT,
          "change_in_points", Measure.POINTS,
          "fee", Measure.DONG,
          "median_days", Measure.DAYS);

  private static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn("unit_name", "VARCHAR"),
          new ResultColumn("value", "DOUBLE"),
          new ResultColumn("numerator", "BIGINT"),
          new ResultColumn("year", "BIGINT"),
          new ResultColumn("change_in_points", "DOUBLE"),
          new ResultColumn("fee", "DOUBLE"),
          new ResultColumn("median_days", "DOUBLE"),
          new ResultColumn("share", "DECIMAL(9,4)"),
          new ResultColumn("day", "DATE"));

  private static final List<Object> ROW =
      List.of(
          "Thừa Thiên Huế",
          0.5453,
          1988L,
          2020L,
          -1.5,
          1_200_000.0,
          4.5,
          new BigDecimal("0.2500"),
          LocalDate.of(2020, 8, 20));

  @BeforeAll
  static void trustOurOwnFiles() {
    // 32 767 times the same character is what POI takes for an attack.
    ZipSecureFile.setMinInflateRatio(0);
  }

  @Test
  void numbersAreShownAsTheyAreWritten() throws Exception {
    try (XSSFWorkbook workbook = workbook(Layout.FORMATTED, COLUMNS, List.of(ROW))) {
      assertThat(shown(workbook.getSheetAt(0).getRow(1)))
          .containsExactly(
              "Thừa Thiên Huế",
              "54.53%",
              "1,988",
              // A year is no count.
              "2020",
              "-1.50",
              "1,200,000",
              "4.5",
              "0.2500",
              "20/08/2020");
    }
  }

  @Test
  void rawNumbersAreShownAsTheyAre() throws Exception {
    try (XSSFWorkbook workbook = workbook(Layout.RAW, COLUMNS, List.of(ROW))) {
      assertThat(shown(workbook.getSheetAt(0).getRow(1)))
          .containsExactly(
              "Thừa Thiên Huế",
              "0.5453",
              "1988",
              "2020",
              "-1.5",
              "1200000",
              "4.5",
              "0.25",
              "2020-08-20");
    }
  }

  @Test
  void whatIsNoFractionOf1IsNoPercentage() throws Exception {
    List<ResultColumn> columns = List.of(new ResultColumn("value", "DOUBLE"));
    // SELECT value * 100 AS value
    try (XSSFWorkbook workbook =
        workbook(Layout.FORMATTED, columns, List.of(List.of(0.5), List.of(54.53)))) {
      assertThat(shown(workbook.getSheetAt(0).getRow(1))).containsExactly("0.5");
      assertThat(shown(workbook.getSheetAt(0).getRow(2))).containsExactly("54.53");
    }
  }

  @Test
  void theHeaderStaysInSightAndFilters() throws Exception {
    for (Layout layout : Layout.values()) {
      try (XSSFWorkbook workbook = workbook(layout, COLUMNS, List.of(ROW, ROW))) {
        XSSFSheet sheet = workbook.getSheetAt(0);
        assertThat(sheet.getSheetName()).isEqualTo("Kết quả");
        assertThat(shown(sheet.getRow(0))).startsWith("unit_name", "value", "numerator");
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:I3");
        assertThat(sheet.getColumnWidthInPixels(0)).as("width of the names").isBetween(90f, 200f);
      }
    }
  }

  @Test
  void aLongResultGoesOnOnFurtherSheets() throws Exception {
    List<ResultColumn> columns = List.of(new ResultColumn("n", "BIGINT"));
    List<List<Object>> rows = new ArrayList<>();
    for (long n = 1; n <= 7; n++) {
      rows.add(List.of(n));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxRows xlsx = new XlsxRows(out, MEASURES, Layout.FORMATTED, 3)) {
      write(xlsx, columns, rows);
      xlsx.about(List.of(new AboutLine("SQL", "SELECT n")));
    }
    try (XSSFWorkbook workbook = read(out)) {
      assertThat(names(workbook)).containsExactly("Kết quả", "Thông tin", "Kết quả 2", "Kết quả 3");
      assertThat(column(workbook, "Kết quả")).containsExactly("n", "1", "2", "3");
      assertThat(column(workbook, "Kết quả 2")).containsExactly("n", "4", "5", "6");
      assertThat(column(workbook, "Kết quả 3")).containsExactly("n", "7");
      assertThat(workbook.getSheet("Kết quả 2").getPaneInformation().isFreezePane()).isTrue();
    }
  }

  @Test
  void exactlyAFullSheetNeedsNoOther() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxRows xlsx = new XlsxRows(out, MEASURES, Layout.RAW, 2)) {
      write(xlsx, List.of(new ResultColumn("n", "BIGINT")), List.of(List.of(1L), List.of(2L)));
    }
    try (XSSFWorkbook workbook = read(out)) {
      assertThat(names(workbook)).containsExactly("Kết quả", "Thông tin");
    }
  }

  @Test
  void noRowsAreAHeader() throws Exception {
    try (XSSFWorkbook workbook = workbook(Layout.FORMATTED, COLUMNS, List.of())) {
      assertThat(workbook.getSheetAt(0).getLastRowNum()).isZero();
      assertThat(shown(workbook.getSheetAt(0).getRow(0))).hasSize(COLUMNS.size());
    }
  }

  @Test
  void textThatIsTooLongIsCutAndCounted() throws Exception {
    String fits = "x".repeat(32_767);
    // The cut would fall into the middle of a character.
    String tooLong = "😀".repeat(20_000);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxRows xlsx = new XlsxRows(out, MEASURES, Layout.RAW)) {
      write(
          xlsx,
          List.of(new ResultColumn("text", "VARCHAR")),
          List.of(List.of(fits), List.of(tooLong), List.of("a" + tooLong)));
      assertThat(xlsx.facts()).isEqualTo(new ResultFacts(3, Set.of(), 2));
    }
    try (XSSFWorkbook workbook = read(out)) {
      List<String> texts = column(workbook, "Kết quả");
      assertThat(texts.get(1)).isEqualTo(fits);
      for (String cut : texts.subList(2, 4)) {
        assertThat(cut.length()).isBetween(32_766, 32_767);
        assertThat(cut).contains("😀…").endsWith("ký tự / characters)");
      }
      assertThat(texts.get(2)).contains("in full 40000");
    }
  }

  @Test
  void nothingIsAFormula() throws Exception {
    for (String text : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"x\")")) {
      try (XSSFWorkbook workbook =
          workbook(
              Layout.FORMATTED,
              List.of(new ResultColumn("=evil", "VARCHAR")),
              List.of(List.of(text)))) {
        Cell cell = workbook.getSheetAt(0).getRow(1).getCell(0);
        assertThat(cell.getCellType()).as(text).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(text);
        assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getCellType())
            .isEqualTo(CellType.STRING);
      }
    }
  }

  @Test
  void theIndicatorsOfTheRowsAreNoticed() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<List<Object>> rows = new ArrayList<>(Collections.nCopies(1_500, List.of("level4_rate")));
    rows.add(List.of("on_time_rate"));
    try (XlsxRows xlsx = new XlsxRows(out, MEASURES, Layout.RAW)) {
      write(xlsx, List.of(new ResultColumn("indicator", "VARCHAR")), rows);
      assertThat(xlsx.facts())
          .isEqualTo(new ResultFacts(1_501, Set.of("level4_rate", "on_time_rate"), 0));
    }
  }

  @Test
  void theSecondSheetHasALineForEachLine() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxRows xlsx = new XlsxRows(out, MEASURES, Layout.RAW)) {
      write(xlsx, COLUMNS, List.of(ROW));
      xlsx.about(
          List.of(new AboutLine("SQL", "SELECT *\nFROM unit"), new AboutLine("Số dòng", "1")));
    }
    try (XSSFWorkbook workbook = read(out)) {
      XSSFSheet about = workbook.getSheetAt(1);
      assertThat(shown(about.getRow(0))).containsExactly("SQL", "SELECT *");
      assertThat(shown(about.getRow(1))).containsExactly("", "FROM unit");
      assertThat(shown(about.getRow(2))).containsExactly("Số dòng", "1");
    }
  }

  @Test
  void moreColumnsThanExcelHasAreRefused() {
    List<ResultColumn> columns = Collections.nCopies(16_385, new ResultColumn("a", "INTEGER"));
    assertThatThrownBy(
            () -> new XlsxRows(new ByteArrayOutputStream(), MEASURES, Layout.RAW).columns(columns))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("16385 cột")
        .hasMessageContaining("Excel takes 16384 at most: select fewer");
  }

  private static XSSFWorkbook workbook(
      Layout layout, List<ResultColumn> columns, List<List<Object>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxRows xlsx = new XlsxRows(out, MEASURES, layout)) {
      write(xlsx, columns, rows);
    }
    return read(out);
  }

  private static void write(XlsxRows xlsx, List<ResultColumn> columns, List<List<Object>> rows)
      throws IOException {
    xlsx.columns(columns);
    for (List<Object> row : rows) {
      xlsx.row(row);
    }
    xlsx.end();
  }

  private static XSSFWorkbook read(ByteArrayOutputStream out) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }

  private static List<String> names(XSSFWorkbook workbook) {
    List<String> names = new ArrayList<>();
    workbook.sheetIterator().forEachRemaining(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  private static List<String> column(XSSFWorkbook workbook, String sheet) {
    List<String> texts = new ArrayList<>();
    for (Row row : workbook.getSheet(sheet)) {
      texts.add(new DataFormatter().formatCellValue(row.getCell(0)));
    }
    return texts;
  }

  /** What Excel shows where numbers are written as in the USA. */
  private static List<String> shown(Row row) {
    List<String> texts = new ArrayList<>();
    for (int c = 0; c < row.getLastCellNum(); c++) {
      texts.add(new DataFormatter(java.util.Locale.US).formatCellValue(row.getCell(c)));
    }
    return texts;
  }
}

package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.xephang.warehouse.xlsx.Layout;
import io.xephang.warehouse.xlsx.XlsxRows;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One result in every form, each read back by another library: the same rows, value by value. */
class ResultFormatsTest {
  private static final String SELECT =
      """
      SELECT * FROM (VALUES
        -- What is usual.
        (1, 'Thừa Thiên Huế', 0.5453, 1988::BIGINT, true, 1.50::DECIMAL(9, 2), DATE '2020-08-20',
          TIMESTAMP '2020-08-20 01:30:00', TIME '01:02:03', INTERVAL 3 DAY, 12::HUGEINT,
          [1, NULL], {'a': DATE '2020-08-20', 'b': ['x']}),
        -- Nothing at all.
        (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
        -- What breaks a line, a field, a quotation; not a number.
        (3, E'nói "được"; một, hai\\nba', 'nan'::DOUBLE, -1, false, -0.05, DATE '1899-12-31',
          TIMESTAMP '1850-01-02 03:04:05', TIME '00:00:00', INTERVAL 14 MONTH,
          99999999999999999999999999999999999999::HUGEINT, [], {'a': NULL, 'b': []}),
        -- What Excel would run, or take for a number; more digits than it keeps.
        (4, '=1+1', 'inf'::DOUBLE, 9007199254740993, NULL, 1234567.89, DATE '9999-12-31',
          TIMESTAMP '2020-08-20 01:30:00.25', TIME '23:59:59.5', INTERVAL 90 SECOND, -5, [7],
          {'a': DATE '0001-01-01', 'b': ['=cmd']}),
        (5, '1.003560', 1e22, 999999999999999, true, 0, DATE '1900-03-01',
          TIMESTAMP '9999-12-31 23:59:59', TIME '12:00:00', INTERVAL 0 DAY,
          1000000000000000::HUGEINT, [NULL], {'a': NULL, 'b': [NULL]}),
        (6, '''54,53%', 1e-7, -9223372036854775808, false, 9.99, DATE '2020-02-29',
          TIMESTAMP '1999-12-31 23:59:59', NULL, NULL, NULL, NULL, NULL),
        -- Space at the ends, characters that XML has not, the escape of one, no characters.
        (7, E'  hai đầu \\t', 0.1 + 0.2::DOUBLE, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
        (8, 'a' || chr(1) || '_x0041_' || chr(128512), 0.3333333333333333, 5, NULL, NULL, NULL, NULL,
          NULL, NULL, NULL, NULL, NULL),
        (9, '', -0.5, 7, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL))
      AS t(id, name, rate, count, yes, money, day, time, clock, span, huge, list, struct)
      ORDER BY id
      """;

  /** As {@link PlainText} has it; null as {@code ∅}. */
  private static final List<List<String>> EXPECTED =
      List.of(
          row(
              "1",
              "Thừa Thiên Huế",
              "0.5453",
              "1988",
              "true",
              "1.50",
              "2020-08-20",
              "2020-08-20T01:30:00",
              "01:02:03",
              "3 days",
              "12",
              "[1,null]",
              "{\"a\":\"2020-08-20\",\"b\":[\"x\"]}"),
          row("2", "∅", "∅", "∅", "∅", "∅", "∅", "∅", "∅", "∅", "∅", "∅", "∅"),
          row(
              "3",
              "nói \"được\"; một, hai\nba",
              "NaN",
              "-1",
              "false",
              "-0.05",
              "1899-12-31",
              "1850-01-02T03:04:05",
              "00:00:00",
              "1 year 2 months",
              "99999999999999999999999999999999999999",
              "[]",
              "{\"a\":null,\"b\":[]}"),
          row(
              "4",
              "=1+1",
              "Infinity",
              "9007199254740993",
              "∅",
              "1234567.89",
              "9999-12-31",
              "2020-08-20T01:30:00.25",
              "23:59:59.5",
              "00:01:30",
              "-5",
              "[7]",
              "{\"a\":\"0001-01-01\",\"b\":[\"=cmd\"]}"),
          row(
              "5",
              "1.003560",
              "10000000000000000000000",
              "999999999999999",
              "true",
              "0.00",
              "1900-03-01",
              "9999-12-31T23:59:59",
              "12:00:00",
              "00:00:00",
              "1000000000000000",
              "[null]",
              "{\"a\":null,\"b\":[null]}"),
          row(
              "6",
              "'54,53%",
              "0.0000001",
              "-9223372036854775808",
              "false",
              "9.99",
              "2020-02-29",
              "1999-12-31T23:59:59",
              "∅",
              "∅",
              "∅",
              "∅",
              "∅"),
          row(
              "7",
              "  hai đầu \t",
              "0.30000000000000004",
              "0",
              "∅",
              "∅",
              "∅",
              "∅",
              "∅",
              "∅",
              "∅",
              "∅",
              "∅"),
          row(
              "8",
              "a\u0001_x0041_😀",
              "0.3333333333333333",
              "5",
              "∅",
              "∅",
              "∅",
              "∅",
              "∅",
              "∅",
              "∅",
              "∅",
              "∅"),
          row("9", "", "-0.5", "7", "∅", "∅", "∅", "∅", "∅", "∅", "∅", "∅", "∅"));

  @TempDir Path folder;
  private LakeFixture lake;
  private Warehouse warehouse;

  @BeforeEach
  void open() throws Exception {
    lake = new LakeFixture(folder.resolve("home")).publish("2020-08-20");
    warehouse = lake.open();
  }

  @AfterEach
  void close() throws Exception {
    warehouse.close();
  }

  @Test
  void asCsv() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(written(CsvRows::new))) {
      reader.stream().skip(1).forEach(record -> rows.add(List.copyOf(record.getFields())));
    }
    assertThat(rows).containsExactlyElementsOf(withoutNull());
  }

  @Test
  void asCsvForExcel() throws Exception {
    String text = written(ExcelCsvRows::new);
    assertThat(text).startsWith("\uFEFFid;name;rate;").contains("\r\n2;;;");
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().fieldSeparator(';').ofCsvRecord(text.substring(1))) {
      reader.stream()
          .skip(1)
          .forEach(record -> rows.add(record.getFields().stream().map(this::asExcelSees).toList()));
    }
    List<List<String>> expected = new ArrayList<>();
    for (List<String> row : withoutNull()) {
      List<String> seen = new ArrayList<>(row);
      seen.set(2, row.get(2).replace('.', ','));
      seen.set(5, row.get(5).replace('.', ','));
      seen.set(7, row.get(7).replace('T', ' '));
      expected.add(seen);
    }
    assertThat(rows).containsExactlyElementsOf(expected);
  }

  /** A text as Excel shows it: a constant formula, or without the mark that this form adds. */
  private String asExcelSees(String field) {
    if (field.startsWith("=\"") && field.endsWith("\"")) {
      return field.substring(2, field.length() - 1);
    }
    return field.startsWith("'") ? field.substring(1) : field;
  }

  @Test
  void asJson() throws Exception {
    JsonNode all = json().readTree(written(JsonRows::new));
    List<List<String>> rows = new ArrayList<>();
    all.forEach(object -> rows.add(values(object)));
    assertThat(rows).containsExactlyElementsOf(EXPECTED);
  }

  @Test
  void asNdjson() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (String line : written(NdjsonRows::new).lines().toList()) {
      rows.add(values(json().readTree(line)));
    }
    assertThat(rows).containsExactlyElementsOf(EXPECTED);
  }

  private static ObjectMapper json() {
    return JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(
            com.fasterxml.jackson.databind.cfg.JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  private static List<String> values(JsonNode object) {
    List<String> values = new ArrayList<>();
    for (JsonNode value : object) {
      values.add(
          value.isNull()
              ? "∅"
              : value.isContainerNode()
                  ? value.toString()
                  : value.isNumber() ? value.decimalValue().toPlainString() : value.asText());
    }
    return values;
  }

  @Test
  void asParquet() throws Exception {
    warehouse.close();
    Path file = folder.resolve("a.parquet");
    ParquetExport.run(lake.home(), SELECT, file);
    List<List<String>> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("FROM read_parquet(" + SqlText.literal(file.toString()) + ")")) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          Object value = ResultValue.of(result.getObject(i));
          row.add(value == null ? "∅" : PlainText.of(value));
        }
        rows.add(row);
      }
    }
    assertThat(rows).containsExactlyElementsOf(EXPECTED);
  }

  @Test
  void asXlsx() throws Exception {
    for (Layout layout : Layout.values()) {
      Path file = folder.resolve(layout + ".xlsx");
      try (OutputStream out = Files.newOutputStream(file);
          XlsxRows xlsx = new XlsxRows(out, Map.of("rate", Measure.FRACTION), layout)) {
        warehouse.select(SELECT, xlsx);
        assertThat(xlsx.facts().rows()).isEqualTo(9);
      }
      List<List<String>> rows = new ArrayList<>();
      try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
        XSSFSheet sheet = workbook.getSheetAt(0);
        for (int r = 1; r <= sheet.getLastRowNum(); r++) {
          List<String> row = new ArrayList<>();
          for (int c = 0; c < 13; c++) {
            row.add(value(sheet.getRow(r), c));
          }
          rows.add(row);
        }
      }
      assertThat(rows).as(layout.toString()).containsExactlyElementsOf(EXPECTED);
    }
  }

  /** What a cell holds, as plain text; money has two decimals by its format alone. */
  private static String value(Row row, int column) {
    Cell cell = row.getCell(column);
    if (cell == null || cell.getCellType() == CellType.BLANK) {
      return "∅";
    }
    assertThat(cell.getCellType())
        .as("type of cell %s", cell.getAddress())
        .isIn(CellType.STRING, CellType.NUMERIC, CellType.BOOLEAN);
    if (cell.getCellType() == CellType.BOOLEAN) {
      return String.valueOf(cell.getBooleanCellValue());
    }
    if (cell.getCellType() == CellType.STRING) {
      return cell.getStringCellValue();
    }
    double number = cell.getNumericCellValue();
    LocalDateTime time = DateUtil.getLocalDateTime(number, false, false);
    return switch (column) {
      case 5 -> new BigDecimal(String.valueOf(number)).setScale(2).toPlainString();
      case 6 -> PlainText.of(time.toLocalDate());
      // A binary fraction of a day is right to a microsecond.
      case 7 -> PlainText.of(time.plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS));
      case 8 -> PlainText.of(time.plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS).toLocalTime());
      default -> whole(number);
    };
  }

  private static String whole(double number) {
    return PlainText.of(
        number == Math.rint(number) && Math.abs(number) < 1e18 ? (Number) (long) number : number);
  }

  private interface Sink {
    RowSink on(Writer out) throws IOException;
  }

  private String written(Sink sink) throws Exception {
    StringWriter out = new StringWriter();
    warehouse.select(SELECT, sink.on(out));
    return out.toString();
  }

  private static List<List<String>> withoutNull() {
    return EXPECTED.stream()
        .map(row -> row.stream().map(value -> value.equals("∅") ? "" : value).toList())
        .toList();
  }

  private static List<String> row(String... values) {
    return Arrays.asList(values);
  }
}

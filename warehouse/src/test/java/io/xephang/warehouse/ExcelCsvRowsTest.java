package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcelCsvRowsTest {
  @Test
  void aDoubleClickIsEnough() throws Exception {
    StringWriter out = new StringWriter();
    ExcelCsvRows rows = new ExcelCsvRows(out);
    rows.columns(
        List.of(
            new ResultColumn("đơn vị", "VARCHAR"),
            new ResultColumn("value", "DOUBLE"),
            new ResultColumn("day", "DATE"),
            new ResultColumn("time", "TIMESTAMP"),
            new ResultColumn("money", "DECIMAL(9,2)"),
            new ResultColumn("yes", "BOOLEAN")));
    rows.row(
        List.of(
            "Huế; \"cố đô\"",
            0.5453,
            LocalDate.of(2020, 8, 20),
            LocalDateTime.of(2020, 8, 20, 1, 30),
            new BigDecimal("-1.50"),
            true));
    rows.end();
    assertThat(out)
        .hasToString(
            "\uFEFFđơn vị;value;day;time;money;yes\r\n"
                + "\"Huế; \"\"cố đô\"\"\";0,5453;2020-08-20;2020-08-20 01:30:00;-1,50;true\r\n");
  }

  /** They would be run: =HYPERLINK sends what stands beside it to whoever wrote it. */
  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(A1)", "+A1", "-A1", "@SUM(A1)", "\t=A1", "＝A1", "'54"})
  void whatLooksLikeAFormulaIsText(String text) throws Exception {
    assertThat(field(text)).isEqualTo("'" + text);
  }

  /** They would become 1,00356, a date, 12, and digits would be lost. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.003560",
        "3/4",
        "0012",
        "2020-08-20",
        "-5",
        "54,53%",
        "(5)",
        "1e5",
        "12345678901234567"
      })
  void whatLooksLikeANumberStaysWhatIsWritten(String text) throws Exception {
    assertThat(field(text)).isEqualTo("=\"" + text + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"H47.14-200918-0001", "Quảng Nam", "Bộ Y tế (1)", "G01", "a=b"})
  void otherTextIsLeftAlone(String text) throws Exception {
    assertThat(field(text)).isEqualTo(text);
  }

  /** The field between separators and quotation marks. */
  private static String field(String text) throws Exception {
    StringWriter out = new StringWriter();
    ExcelCsvRows rows = new ExcelCsvRows(out);
    rows.row(List.of(text));
    rows.end();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().fieldSeparator(';').ofCsvRecord(out.toString())) {
      return reader.stream().findFirst().orElseThrow().getField(0);
    }
  }
}

package io.xephang.jobs.feed.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.jobs.Deployment;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvRowsTest {
  @Test
  void readsQuotedFieldsOverSeveralLinesAndCountsLines() {
    assertThat(
            rows(
                "unit_code,procedure_code,procedure_name\nH47,1.000001,\"Cấp \"\"mới\"\",\ngiấy\"\n\nH01,1.000002,\n"))
        .containsExactly(
            new RawRow.Cells(
                2,
                Map.of(
                    "unit_code", "H47",
                    "procedure_code", "1.000001",
                    "procedure_name", "Cấp \"mới\",\ngiấy")),
            // The empty line is no row; an empty cell is absent.
            new RawRow.Cells(5, Map.of("unit_code", "H01", "procedure_code", "1.000002")));
  }

  @Test
  void takesByteOrderMarkCarriageReturnsVietnameseHeadersAndOtherColumns() {
    assertThat(rows("\uFEFFMã Đơn Vị , MÃ TTHC,Ghi chú riêng,Mức độ\r\nH47,1.000001,bí mật,4\r\n"))
        .containsExactly(
            new RawRow.Cells(
                2, Map.of("unit_code", "H47", "procedure_code", "1.000001", "service_level", "4")));
  }

  @Test
  void takesQuotedHeadersBehindAByteOrderMarkAndNoBreakSpaces() {
    assertThat(rows("\uFEFF\"unit_code\",\"procedure_code\"\nH47\u00A0, 1.000001\n"))
        .containsExactly(
            new RawRow.Cells(2, Map.of("unit_code", "H47", "procedure_code", "1.000001")));
  }

  @Test
  void normalisesToNfc() {
    assertThat(rows("unit_code,procedure_code,field_name\nH47,1.000001,Đâ\u0301t đai\n"))
        .containsExactly(
            new RawRow.Cells(
                2,
                Map.of("unit_code", "H47", "procedure_code", "1.000001", "field_name", "Đất đai")));
  }

  @Test
  void aWrongNumberOfColumnsIsMalformedAndItsTextIsNotKept() {
    List<RawRow> rows =
        rows("unit_code,procedure_code\nH47\nH47,1.000001,Nguyễn Văn A\nH01,1.000002\n");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0))
        .isInstanceOfSatisfying(
            RawRow.Malformed.class,
            row ->
                assertThat(row.detail()).isEqualTo("found 1 columns, expected 2 as in the header"));
    assertThat(rows.get(1))
        .isInstanceOfSatisfying(
            RawRow.Malformed.class,
            row ->
                assertThat(row.fingerprint()).startsWith("{\"length\":").doesNotContain("Nguyễn"));
    assertThat(rows.get(2)).isInstanceOf(RawRow.Cells.class);
  }

  @Test
  void bytesThatAreNotUtf8SpoilTheirRowOnly() {
    byte[] latin = "H47,1.000001,C\u00e2p\n".getBytes(Charset.forName("ISO-8859-1"));
    byte[] before = "unit_code,procedure_code,procedure_name\n".getBytes(StandardCharsets.UTF_8);
    byte[] after = "H01,1.000002,Cấp\n".getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[before.length + latin.length + after.length];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(latin, 0, all, before.length, latin.length);
    System.arraycopy(after, 0, all, before.length + latin.length, after.length);
    List<RawRow> rows = rows(all);
    assertThat(rows.get(0)).isInstanceOf(RawRow.Malformed.class);
    assertThat(rows.get(1)).isInstanceOf(RawRow.Cells.class);
  }

  @Test
  void anUnusableHeaderOrAnEmptyFileIsOneRow() {
    assertThat(rows("")).singleElement().isInstanceOf(RawRow.Malformed.class);
    assertThat(rows("a,b\n1,2\n3,4\n"))
        .singleElement()
        .isInstanceOfSatisfying(
            RawRow.Malformed.class,
            row ->
                assertThat(row.detail())
                    .isEqualTo(
                        "found the columns [] in the header 'a,b', expected [unit_code, procedure_code]"
                            + " too; accepted spellings stand in schemas, feeds/catalogs.yaml"));
    assertThat(rows("unit_code,Mã đơn vị,procedure_code\nH47,H47,1.000001\n"))
        .singleElement()
        .isInstanceOfSatisfying(
            RawRow.Malformed.class,
            row -> assertThat(row.detail()).contains("names the column unit_code twice"));
  }

  private static List<RawRow> rows(String text) {
    return rows(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<RawRow> rows(byte[] bytes) {
    List<RawRow> rows = new ArrayList<>();
    new CsvRows(new ByteArrayInputStream(bytes), Deployment.DEFINITIONS.feed("catalogs").header())
        .forEachRemaining(rows::add);
    return rows;
  }
}

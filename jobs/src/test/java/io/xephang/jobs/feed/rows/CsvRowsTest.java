package io.xephang.jobs.feed.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.jobs.Deployment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
  private static final String HEADER = "unit_code,procedure_code,procedure_name\n";

  @Test
  void readsQuotedFieldsOverSeveralLinesAndCountsLines() {
    assertThat(
            rows(HEADER + "H47,1.000001,\"Cấp \"\"mới\"\",\ngiấy\"\n\nH01,1.000002,\n,,\n , ,\n"))
        .containsExactly(
            "2 {procedure_code=1.000001, procedure_name=Cấp \"mới\",\ngiấy, unit_code=H47}",
            // Lines without a value are no rows; an empty cell is absent.
            "5 {procedure_code=1.000002, unit_code=H01}");
  }

  @Test
  void takesByteOrderMarkCarriageReturnsVietnameseHeadersAndOtherColumns() {
    assertThat(rows("\uFEFFMã Đơn Vị , MÃ TTHC,Ghi chú riêng,Mức độ\r\nH47,1.000001,bí mật,4\r\n"))
        .containsExactly("2 {procedure_code=1.000001, service_level=4, unit_code=H47}");
  }

  @Test
  void takesTheLineEndsOfOldMacs() {
    assertThat(rows("unit_code,procedure_code\rH47,1.000001\rH47,1.000002"))
        .containsExactly(
            "2 {procedure_code=1.000001, unit_code=H47}",
            "3 {procedure_code=1.000002, unit_code=H47}");
  }

  @Test
  void takesQuotedHeadersBehindAByteOrderMarkAndNoBreakSpaces() {
    assertThat(rows("\uFEFF\"unit_code\",\"procedure_code\"\nH47\u00A0, 1.000001\n"))
        .containsExactly("2 {procedure_code=1.000001, unit_code=H47}");
  }

  @Test
  void normalisesToNfc() {
    assertThat(rows(HEADER + "H47,1.000001,Đâ\u0301t đai\n"))
        .containsExactly("2 {procedure_code=1.000001, procedure_name=Đất đai, unit_code=H47}");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void takesTheSeparatorsThatExcelWritesInVietNam(String separator) {
    assertThat(
            rows(
                "sep=,\nMã đơn vị,Mã TTHC,Thời hạn\nH47,1.000001,\"1,5\"\n"
                    .replace(",", separator)
                    .replace("1" + separator + "5", "1,5")))
        .containsExactly("3 {max_days=1,5, procedure_code=1.000001, unit_code=H47}");
  }

  @Test
  void findsTheHeaderBelowTitlesAndPassesOverTheNumbersOfColumns() {
    assertThat(
            rows(
                """
                ỦY BAN NHÂN DÂN,,,
                "DANH MỤC
                thủ tục hành chính",,,

                STT,Mã đơn vị,Mã TTHC,Mức độ (3 hoặc 4)
                (1),(2),(3),(4)
                1,H47,1.000001,4
                """))
        .containsExactly("7 {procedure_code=1.000001, service_level=4, unit_code=H47}");
  }

  @Test
  void readsAHeaderOverTwoLines() {
    assertThat(
            rows(
                """
                Mã đơn vị,Mã TTHC,Dịch vụ công,
                ,,Mức độ,Có phí
                A,B,1,2
                H47,1.000001,4,có
                """))
        .as("the lower line names columns below a title of the upper")
        .containsExactly("4 {has_fee=có, procedure_code=1.000001, service_level=4, unit_code=H47}");
    assertThat(
            rows(
                """
                Mã đơn vị,Thủ tục hành chính,,Mức độ
                ,Mã TTHC,Tên TTHC,
                H47,1.000001,Cấp giấy,4
                """))
        .as("a required column stands in the lower line")
        .containsExactly(
            "3 {procedure_code=1.000001, procedure_name=Cấp giấy, service_level=4, unit_code=H47}");
  }

  @Test
  void readsUtf16WithItsMark() {
    Charset little = StandardCharsets.UTF_16LE;
    assertThat(rows("\uFEFFMã đơn vị\tMã TTHC\nH47\t1.000001\n".getBytes(little)))
        .containsExactly("2 {procedure_code=1.000001, unit_code=H47}");
    assertThat(
            rows("\uFEFFMã đơn vị\tMã TTHC\nH47\t1.000001\n".getBytes(StandardCharsets.UTF_16BE)))
        .containsExactly("2 {procedure_code=1.000001, unit_code=H47}");
    assertThat(rows("Mã đơn vị\tMã TTHC\nH47\t1.000001\n".getBytes(little)))
        .containsExactly(
            "1: the file cannot be read at all: the text looks like UTF-16 without a byte order"
                + " mark, expected a CSV file in UTF-8; deliver it again whole");
  }

  @Test
  void aWrongNumberOfColumnsIsMalformedAndItsTextIsNotKept() {
    String text =
        "unit_code,procedure_code\nH47\nH47,1.000001,Nguyễn Văn A\nH01,1.000002\nH01,1.000003,\n";
    assertThat(rows(text))
        .containsExactly(
            "2: found 1 columns, expected 2 as in the header",
            "3: found 3 columns, expected 2 as in the header",
            "4 {procedure_code=1.000002, unit_code=H01}",
            "5: found 3 columns, expected 2 as in the header");
    List<RawRow> raw = new ArrayList<>();
    csv(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).forEachRemaining(raw::add);
    assertThat(((RawRow.Malformed) raw.get(1)).fingerprint())
        .matches("\\{\"length\":28,\"sha256\":\"[0-9a-f]{64}\"}");
  }

  @Test
  void bytesThatAreNotUtf8SpoilTheirRowOnly() {
    assertThat(
            rows(
                bytes(HEADER, StandardCharsets.UTF_8),
                bytes("H47,1.000001,C\u00e2p ph\u00e9p\n", StandardCharsets.ISO_8859_1),
                bytes("H01,1.000002,Cấp phép\n", StandardCharsets.UTF_8)))
        .containsExactly(
            "2: found bytes that are not UTF-8 (they look like Latin-1 or Windows-1252), expected"
                + " UTF-8 text: convert it to Unicode and save it as UTF-8",
            "3 {procedure_code=1.000002, procedure_name=Cấp phép, unit_code=H01}");
  }

  @Test
  void lettersAtTheEdgesOfBuffersStayWhole() {
    // Three bytes each, so that a buffer of any power of two ends within one of them.
    StringBuilder text = new StringBuilder(HEADER);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      String name = "ấ".repeat(50 + i % 7);
      text.append("H47,1.").append(String.format("%06d,", i)).append(name).append('\n');
      expected.add(
          String.format(
              "%d {procedure_code=1.%06d, procedure_name=%s, unit_code=H47}", i + 2, i, name));
    }
    assertThat(rows(text.toString())).isEqualTo(expected);
  }

  @Test
  void textThatIsDamagedSpoilsItsRowOnly() {
    assertThat(rows(HEADER + "H47,1.000001,C\uFFFDp\nH47,1.000002,C\0p\nH47,1.000003,Cấp 😀\n"))
        .containsExactly(
            "2: found replacement characters (\uFFFD) where letters were lost before the file was"
                + " sent, expected UTF-8 text: deliver the original",
            "3: found NUL bytes, expected text: the file is damaged or no text file",
            "4 {procedure_code=1.000003, procedure_name=Cấp 😀, unit_code=H47}");
  }

  @Test
  void aQuoteThatNothingClosesCostsItsLineOnly() {
    assertThat(
            rows(
                HEADER
                    + "H47,1.000001,\"Cấp\nH47,1.000002,Đổi\nH47,1.000003,\"Sửa, đổi\"\n"
                    + "H47,1.000004,\"Hủy\nH47,1.000005,Mất\n"))
        .containsExactly(
            "2: found a quote that opens in line 2 and that nothing closes, expected a closing quote"
                + " before the comma or the line's end",
            "3 {procedure_code=1.000002, procedure_name=Đổi, unit_code=H47}",
            "4 {procedure_code=1.000003, procedure_name=Sửa, đổi, unit_code=H47}",
            "5: found a quote that opens in line 5 and that nothing closes, expected a closing quote"
                + " before the comma or the line's end",
            "6 {procedure_code=1.000005, procedure_name=Mất, unit_code=H47}");
  }

  @Test
  void aQuoteInATitleDoesNotSwallowTheHeader() {
    String filler = "H47,1.000001,Cấp\n".repeat(5000);
    assertThat(rows("\"Danh mục\n" + HEADER + filler + "H47,1.000002,\"\"\n"))
        .as("the closing quote lies far behind the part that is searched for a header")
        .hasSize(5001)
        .startsWith("3 {procedure_code=1.000001, procedure_name=Cấp, unit_code=H47}")
        .endsWith("5003 {procedure_code=1.000002, unit_code=H47}");
  }

  @Test
  void anUnusableHeaderIsOneRow() {
    assertThat(rows("")).containsExactly("1: the file is empty, expected a header and rows");
    assertThat(rows("\n\n , \n"))
        .containsExactly("1: the file is empty, expected a header and rows");
    assertThat(rows("a,b\n1,2\n3,4\n"))
        .containsExactly(
            "1: found the columns [] in the header 'a,b', expected unit_code (Mã đơn vị / Mã"
                + " cơ quan / Mã định danh), procedure_code (Mã TTHC / Mã thủ tục / Mã thủ tục hành"
                + " chính) too");
    assertThat(rows("Danh mục\nMã TTHC,Mức độ\n1.000001,4\n"))
        .containsExactly(
            "2: found the columns [procedure_code, service_level] in the header, expected"
                + " unit_code (Mã đơn vị / Mã cơ quan / Mã định danh) too");
    assertThat(rows("unit_code,Mã đơn vị,procedure_code\nH47,H47,1.000001\n"))
        .containsExactly("1: found the column unit_code twice in the header, expected it once");
  }

  @Test
  void aHeaderInAnOldEncodingIsSaidToBeOne() {
    assertThat(
            rows(bytes("DANH MUC\nM· ®¬n vÞ,M· TTHC\nH47,1.000001\n", Charset.forName("cp1252"))))
        .containsExactly(
            "2: found bytes that are not UTF-8 (they look like TCVN3 (ABC)), expected UTF-8 text:"
                + " convert it to Unicode and save it as UTF-8");
    assertThat(rows(bytes("unit_code,M· TTHC\nH47,1.000001\n", Charset.forName("cp1252"))))
        .as("a part of the header")
        .containsExactly(
            "1: found bytes that are not UTF-8 (they look like TCVN3 (ABC)), expected UTF-8 text:"
                + " convert it to Unicode and save it as UTF-8");
  }

  @Test
  void aHeaderWithoutRowsHasNoRows() {
    assertThat(rows(HEADER)).isEmpty();
  }

  @Test
  void aHeaderBeyondTheFirstLinesIsNotLookedFor() {
    assertThat(rows("x\n".repeat(49) + HEADER + "H47,1.000001,Cấp\n"))
        .containsExactly("51 {procedure_code=1.000001, procedure_name=Cấp, unit_code=H47}");
    assertThat(rows("x\n".repeat(50) + HEADER + "H47,1.000001,Cấp\n"))
        .containsExactly(
            "1: found the columns [] in the header 'x', expected unit_code (Mã đơn vị / Mã cơ"
                + " quan / Mã định danh), procedure_code (Mã TTHC / Mã thủ tục / Mã thủ tục hành"
                + " chính) too");
  }

  @Test
  void aFileThatBreaksOffGivesTheRowsBefore() throws IOException {
    byte[] packed = gzip(HEADER + "H47,1.000001,Cấp\nH47,1.000002,Đổi\n");
    assertThat(ShownRows.of(csv(new GZIPInputStream(new ByteArrayInputStream(packed))))).hasSize(2);
    InputStream cut =
        new GZIPInputStream(new ByteArrayInputStream(Arrays.copyOf(packed, packed.length - 4)));
    assertThat(ShownRows.of(csv(cut)))
        .containsExactly(
            "2 {procedure_code=1.000001, procedure_name=Cấp, unit_code=H47}",
            "3 {procedure_code=1.000002, procedure_name=Đổi, unit_code=H47}",
            "4: the file cannot be read any further: the compressed file is broken off, expected a"
                + " CSV file in UTF-8; deliver it again whole");
  }

  @Test
  void readsWhatComesInSmallPieces() {
    InputStream trickle =
        new FilterInputStream(
            new ByteArrayInputStream(
                bytes(HEADER + "H47,1.000001,Đất\n", StandardCharsets.UTF_8))) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return super.read(bytes, offset, Math.min(1, length));
          }
        };
    assertThat(ShownRows.of(csv(trickle)))
        .containsExactly("2 {procedure_code=1.000001, procedure_name=Đất, unit_code=H47}");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text, Charset charset) {
    return text.getBytes(charset);
  }

  private static List<String> rows(String text) {
    return rows(bytes(text, StandardCharsets.UTF_8));
  }

  private static List<String> rows(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return ShownRows.of(csv(new ByteArrayInputStream(all.toByteArray())));
  }

  private static CsvRows csv(InputStream in) {
    return new CsvRows(in, Deployment.DEFINITIONS.feed("catalogs").header());
  }
}

package io.xephang.jobs.feed.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.jobs.Deployment;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages line by line. Whatever a line has wrong, nothing but used fields is quoted. */
class MessageLinesTest {
  private static final String MESSAGE =
      "{\"MaHoSo\":\"H47-1\",\"ChuHoSo\":\"Nguyễn Văn An\",\"MaTTHC\":\"1.000001\"}";
  private static final String SHOWN = " {MaHoSo=H47-1, MaTTHC=1.000001}";
  private static final String EXPECTED = ", expected a message or an envelope in UTF-8";
  private static final int NO_LIMIT = ByteLines.LONGEST;

  @Test
  void aLineIsAMessageAnEnvelopeOrAnArray() {
    assertThat(
            rows(
                MESSAGE,
                "{\"service\":\"DongBoHoSoMC\",\"isUpdating\":\"True\",\"data\":["
                    + MESSAGE
                    + ","
                    + MESSAGE
                    + "]}",
                "[" + MESSAGE + "," + MESSAGE + "]"))
        .as("a message has the number of its line, or the next that is free")
        .containsExactly("1" + SHOWN, "2" + SHOWN, "3" + SHOWN, "4" + SHOWN, "5" + SHOWN);
  }

  @Test
  void anEnvelopeOfNoneIsNoRow() {
    assertThat(rows("{\"service\":\"DongBoHoSoMC\",\"data\":[]}", "[]")).isEmpty();
    assertThat(rows("")).isEmpty();
  }

  @Test
  void theServiceMayStandBehindTheData() {
    assertThat(rows("{\"data\":[" + MESSAGE + "],\"service\":\"DongBoHoSoMC\"}"))
        .containsExactly("1" + SHOWN);
  }

  @Test
  void blankLinesAndByteOrderMarkAndCrlfArePassedOver() {
    assertThat(rows("\uFEFF" + MESSAGE + "\r", "\r", " \t", MESSAGE + "\r"))
        .as("blank lines are counted and are no rows")
        .containsExactly("1" + SHOWN, "4" + SHOWN);
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertThat(rows(MESSAGE.getBytes(StandardCharsets.UTF_8), NO_LIMIT))
        .containsExactly("1" + SHOWN);
  }

  @Test
  void scalarsAreTextNumbersOrBooleans() {
    assertThat(
            rows(
                "{\"MaHoSo\":\"  H47-1\\u00a0\",\"TrangThaiHoSo\":3.0,\"KenhThucHien\":2,"
                    + "\"HoSoCoThanhPhanSoHoa\":true,\"NgayTra\":null,\"NgayHenTra\":\"\","
                    + "\"LoaiDoiTuong\":\" \",\"DonViXuLy\":\"So\\u031b\\u0309\"}"))
        .as("3.0 is 3; null and blank are absent; text is trimmed and NFC")
        .containsExactly(
            "1 {DonViXuLy=Sở, HoSoCoThanhPhanSoHoa=true, KenhThucHien=2, MaHoSo=H47-1,"
                + " TrangThaiHoSo=3}");
  }

  @Test
  void ofNumbersOnlyAnExponentIsWrittenOut() {
    assertThat(rows("{\"MaTTHC\":2.000000,\"MaHoSo\":1.0E7,\"NgayTra\":1e999999999}"))
        .as("a root ends in zeros; a power that no amount has would fill the memory")
        .containsExactly("1 {MaHoSo=10000000, MaTTHC=2.000000, NgayTra=1e999999999}");
  }

  @Test
  void ofFeesTheAmountsAreKept() {
    assertThat(
            rows(
                "{\"DanhSachLePhi\":[{\"TenPhiLePhi\":\"Lệ phí của An\",\"Gia\":\" 50000 \"},"
                    + "{\"Gia\":1.5},{\"MaPhiLePhi\":\"x\"},{\"Gia\":\"\"},{\"Gia\":null}]}",
                "{\"DanhSachLePhi\":[]}",
                "{\"DanhSachLePhi\":null}",
                "{\"DanhSachLePhi\":\"\"}"))
        .containsExactly(
            "1 {DanhSachLePhi=[{\"Gia\":\"50000\"},{\"Gia\":\"1.5\"},{\"Gia\":\"\"},"
                + "{\"Gia\":\"\"},{\"Gia\":\"\"}]}",
            "2 {}",
            "3 {}",
            "4 {}");
  }

  @Test
  void theSumOfFeesIsAColumnOfCsvOnly() {
    assertThat(rows("{\"MaHoSo\":\"H47-1\",\"Gia\":\"năm mươi nghìn\"}"))
        .containsExactly("1 {MaHoSo=H47-1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"MaHoSo":{"ma":"An"}}                | found an object in MaHoSo, expected a text, number or boolean
          {"MaHoSo":["An"]}                     | found a list in MaHoSo, expected a text, number or boolean
          {"DanhSachLePhi":"50000"}             | found a bare value in DanhSachLePhi, expected a list of fees
          {"DanhSachLePhi":50000}               | found a bare value in DanhSachLePhi, expected a list of fees
          {"DanhSachLePhi":{"Gia":"1"}}         | found an object in DanhSachLePhi, expected a text, number or boolean
          {"DanhSachLePhi":["An"]}              | found no object among the fees, expected objects with Gia
          {"DanhSachLePhi":[{"Gia":["An"]}]}    | found no number in Gia of a fee, expected one
          {"DanhSachLePhi":[{"Gia":{"a":"An"}}]}| found no number in Gia of a fee, expected one
          {"MaHoSo":"An","MaHoSo":"An"}         | found MaHoSo twice in one message, expected it once
          "An"                                  | found a bare value, expected a message or an envelope
          42                                    | found a bare value, expected a message or an envelope
          {"service":"An","data":[{}]}          | found an envelope of another service, expected the service DongBoHoSoMC
          {"service":"CapNhatTienDoHoSoMC","data":[{"MaHoSo":"An"}]} | found an envelope of another service, expected the service DongBoHoSoMC
          {"service":"DongBoHoSoMC"}            | found an object without a list 'data', expected an envelope of messages
          {"service":"DongBoHoSoMC","data":{}}  | found an object without a list 'data', expected an envelope of messages
          {"MaHoSo":"An"} {"MaHoSo":"An"}       | found more than one JSON text on a line, expected one
          """)
  void isOneMalformedRow(String line, String detail) {
    assertThat(rows(line, MESSAGE)).containsExactly("1: " + detail, "2" + SHOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # cut within a text, a name, a list; a bare word; no comma
          {"ChuHoSo":"Nguyễn Văn An             | broken-off JSON
          {"MaHoSo":"H47-1","Chu                | broken-off JSON
          [{"MaHoSo":"H47-1"},                  | broken JSON at byte 20
          {"ChuHoSo":An}                        | broken JSON at byte 11
          {"ChuHoSo":"An" "MaHoSo":"H47"}       | broken JSON at byte 16
          Nguyễn Văn An                         | broken JSON at byte 0
          """)
  void brokenJsonIsOneMalformedRow(String line, String what) {
    assertThat(rows(line, MESSAGE)).containsExactly("1: found " + what + EXPECTED, "2" + SHOWN);
  }

  @Test
  void aTruncatedEnvelopeIsOneRowHoweverManyMessagesItHeld() {
    assertThat(rows("{\"service\":\"DongBoHoSoMC\",\"data\":[" + MESSAGE + "," + MESSAGE, MESSAGE))
        .containsExactly("1: found broken-off JSON" + EXPECTED, "2" + SHOWN);
  }

  @Test
  void whatIsNoMessageAmongOthersIsARowAlone() {
    assertThat(rows("[1,\"An\",null,[" + MESSAGE + "],{\"MaHoSo\":[1]}," + MESSAGE + "]"))
        .containsExactly(
            "1: found no object in the list, expected a message",
            "2: found no object in the list, expected a message",
            "3: found no object in the list, expected a message",
            "4: found no object in the list, expected a message",
            "5: found a list in MaHoSo, expected a text, number or boolean",
            "6" + SHOWN);
  }

  @Test
  void aListNamedDataInAMessageIsAFieldLikeAnyOther() {
    assertThat(
            rows(
                "{\"MaHoSo\":\"H47-1\",\"data\":[{\"MaHoSo\":\"H47-2\"}]}",
                "{\"data\":[{\"MaHoSo\":\"H47-2\"}],\"MaHoSo\":\"H47-1\"}"))
        .as("whichever stands first")
        .containsExactly("1 {MaHoSo=H47-1}", "2 {MaHoSo=H47-1}");
  }

  @Test
  void deepNestingSpoilsItsLineOnly() {
    assertThat(rows("{\"TaiLieuNop\":" + "[".repeat(200_000), MESSAGE))
        .containsExactly("1: found JSON nested deeper than 100 levels" + EXPECTED, "2" + SHOWN);
    assertThat(rows("{\"TaiLieuNop\":" + "[".repeat(90) + "]".repeat(90) + "}"))
        .as("so deep is allowed")
        .containsExactly("1 {}");
  }

  @Test
  void anEndlessNumberSpoilsItsLineOnly() {
    assertThat(rows("{\"MaHoSo\":" + "9".repeat(5_000) + "}", MESSAGE))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("1: found ").endsWith(EXPECTED),
            second -> assertThat(second).isEqualTo("2" + SHOWN));
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1258, Windows-1258",
    "ISO-8859-1, Latin-1 or Windows-1252",
  })
  void bytesThatAreNotUtf8SpoilTheirLineOnly(Charset charset, String looksLike) {
    String text =
        charset.name().equals("ISO-8859-1") ? "C\u00e2p ph\u00e9p" : "C\u00e2\u0301p \u01a1 \u01b0";
    byte[] legacy = ("{\"ChuHoSo\":\"" + text + "\"}").getBytes(charset);
    assertThat(rows(joined(legacy, MESSAGE.getBytes(StandardCharsets.UTF_8)), NO_LIMIT))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .startsWith("1: found broken JSON at byte ")
                    .endsWith(": it is not UTF-8 (it looks like " + looksLike + ")" + EXPECTED),
            second -> assertThat(second).isEqualTo("2" + SHOWN));
  }

  @Test
  void lettersThatWereLostBeforeSpoilTheirMessage() {
    assertThat(rows("{\"DonViXuLy\":\"S\uFFFD Y t\uFFFD\"}", "{\"ChuHoSo\":\"\uFFFD\"}"))
        .as("in a used field; others are not looked at")
        .containsExactly(
            "1: found replacement characters (\uFFFD) where letters were lost before the file was"
                + " sent, expected UTF-8 text: deliver the original",
            "2 {}");
    assertThat(rows("{\"MaHoSo\":\"H47\\u0000\"}", "{\"MaHoSo\":\"H47\\ud800\"}"))
        .containsExactly(
            "1: found NUL bytes, expected text: the file is damaged or no text file",
            "2: found bytes that are not UTF-8, expected UTF-8 text: convert it to Unicode and save"
                + " it as UTF-8");
  }

  @Test
  void aLineLongerThanTheLimitIsOneRowAndWhatFollowsIsRead() {
    String atLimit = padded(100);
    String tooLong = padded(101);
    String byFar = padded(3_000_000);
    assertThat(rows(lines(tooLong, atLimit, byFar, atLimit), 100))
        .containsExactly(
            "1: found a line of 101 bytes, expected at most 100: deliver an envelope of that size as"
                + " a file named *.json",
            "2 {MaHoSo=H47-1}",
            "3: found a line of 3000000 bytes, expected at most 100: deliver an envelope of that"
                + " size as a file named *.json",
            "4 {MaHoSo=H47-1}");
    assertThat(rows(byFar.getBytes(StandardCharsets.UTF_8), 100))
        .as("the last line")
        .singleElement()
        .asString()
        .startsWith("1: found a line of 3000000 bytes");
  }

  @Test
  void linesAcrossBuffersAreWhole() {
    String long1 = padded(400_000);
    String long2 = padded(700_001);
    assertThat(rows(long1, MESSAGE, long2, MESSAGE))
        .containsExactly("1 {MaHoSo=H47-1}", "2" + SHOWN, "3 {MaHoSo=H47-1}", "4" + SHOWN);
  }

  private static String padded(int length) {
    String start = "{\"MaHoSo\":\"H47-1\",\"ChuHoSo\":\"";
    return start + "x".repeat(length - start.length() - 2) + "\"}";
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = new byte[first.length + 1 + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    all[first.length] = '\n';
    System.arraycopy(second, 0, all, first.length + 1, second.length);
    return all;
  }

  private static byte[] lines(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> rows(String... lines) {
    return rows(lines(lines), NO_LIMIT);
  }

  private static List<String> rows(byte[] bytes, int longest) {
    List<String> rows =
        ShownRows.of(
            new MessageLines(
                new ByteArrayInputStream(bytes),
                MessageText.of(Deployment.DEFINITIONS.feed("dossiers").header()),
                longest));
    assertThat(String.join("\n", rows)).as("no row says whose dossier it is").doesNotContain("An");
    return rows;
  }
}

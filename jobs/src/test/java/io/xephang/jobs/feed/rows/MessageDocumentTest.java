package io.xephang.jobs.feed.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.jobs.Deployment;
import io.xephang.jobs.landing.LandedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is one envelope: all of it, or one malformed row. */
class MessageDocumentTest {
  private static final String MESSAGE =
      "{\"MaHoSo\":\"H47-1\",\"ChuHoSo\":\"Nguyễn Văn An\",\"MaTTHC\":\"1.000001\"}";
  private static final String SHOWN = " {MaHoSo=H47-1, MaTTHC=1.000001}";
  private static final String EXPECTED = ", expected a message or an envelope in UTF-8";

  @Test
  void anEnvelopeCompactOrPrettyPrinted() {
    assertThat(
            rows(
                "{\"service\":\"DongBoHoSoMC\",\"isUpdating\":\"True\",\"data\":["
                    + MESSAGE
                    + ","
                    + MESSAGE
                    + "]}"))
        .containsExactly("1" + SHOWN, "2" + SHOWN);
    assertThat(
            rows(
                """
                {
                  "khác": {"data": [1, {"data": []}]},
                  "data": [
                    {
                      "MaHoSo": "H47-1",
                      "TaiLieuNop": [ { "TenTepDinhKem": "An.pdf" } ],
                      "DanhSachLePhi": [ { "Gia": 5.0E4 } ]
                    }
                  ],
                  "service": "DongBoHoSoMC"
                }
                """))
        .containsExactly("1 {DanhSachLePhi=[{\"Gia\":\"50000\"}], MaHoSo=H47-1}");
  }

  @Test
  void anArrayOfMessages() {
    assertThat(rows("\uFEFF[" + MESSAGE + ",\r\n" + MESSAGE + "]\r\n"))
        .containsExactly("1" + SHOWN, "2" + SHOWN);
    assertThat(rows("[]")).isEmpty();
    assertThat(rows("{\"data\":[]}")).isEmpty();
  }

  @Test
  void whatIsNoMessageAmongOthersIsARowAlone() {
    assertThat(rows("[1,[" + MESSAGE + "],{\"MaHoSo\":{}}," + MESSAGE + "]"))
        .containsExactly(
            "1: found no object in the list, expected a message",
            "2: found no object in the list, expected a message",
            "3: found an object in MaHoSo, expected a text, number or boolean",
            "4" + SHOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                    | the file is empty, expected an envelope of messages
          ' '                                   | the file is empty, expected an envelope of messages
          "An"                                  | found a bare value, expected an envelope of messages
          {"MaHoSo":"An"}                       | found an object without a list 'data', expected an envelope of messages
          {"data":"An"}                         | found no single list in 'data', expected one of messages
          {"data":[],"data":[]}                 | found no single list in 'data', expected one of messages
          {"service":"An","data":[]}            | found an envelope of another service, expected the service DongBoHoSoMC
          {"data":[],"service":"An"}            | found an envelope of another service, expected the service DongBoHoSoMC
          {"data":[]}{"data":[]}                | found more than one JSON text, expected one envelope: deliver texts line by line as a file named *.ndjson
          """)
  void isOneMalformedRow(String text, String detail) {
    assertThat(rows(text)).containsExactly("1: " + detail);
  }

  @Test
  void aTruncatedEnvelopeIsOneRowHoweverManyMessagesItHeld() {
    String envelope = "{\"data\":[" + MESSAGE + "," + MESSAGE + "]}";
    for (int length = 1; length < envelope.length(); length++) {
      assertThat(rows(envelope.substring(0, length)))
          .as("cut behind %d characters", length)
          .singleElement()
          .asString()
          .matches("1: found (broken-off JSON|broken JSON at byte \\d+)" + EXPECTED);
    }
  }

  @Test
  void brokenJsonIsOneRow() {
    assertThat(rows("[" + MESSAGE + ",{\"ChuHoSo\":An}]"))
        .singleElement()
        .asString()
        .matches("1: found broken JSON at byte \\d+" + EXPECTED);
    assertThat(rows("{\"data\":[" + "[".repeat(200_000)))
        .containsExactly("1: found JSON nested deeper than 100 levels" + EXPECTED);
  }

  @Test
  void bytesThatAreNotUtf8AreSaidToBeSo() {
    byte[] latin1 =
        ("[" + MESSAGE.replace("Nguyễn Văn An", "C\u00e2p ph\u00e9p An") + "]")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(rows(latin1))
        .singleElement()
        .asString()
        .matches(
            "1: found broken JSON at byte \\d+: it is not UTF-8 \\(it looks like Latin-1 or"
                + " Windows-1252\\)"
                + EXPECTED);
  }

  @Test
  void packedFiles(@TempDir Path folder) throws IOException {
    byte[] packed = packed("{\"data\":[" + MESSAGE + "," + MESSAGE + "]}");
    Path whole = Files.write(folder.resolve("a.json.gz"), packed);
    assertThat(landed(whole, "a.json")).containsExactly("1" + SHOWN, "2" + SHOWN);
    Path lines = Files.write(folder.resolve("a.ndjson.gz"), packed(MESSAGE + "\n" + MESSAGE));
    assertThat(landed(lines, "a.ndjson")).containsExactly("1" + SHOWN, "2" + SHOWN);

    Path cut = Files.write(folder.resolve("b.json.gz"), Arrays.copyOf(packed, packed.length - 20));
    assertThat(landed(cut, "b.json"))
        .containsExactly(
            "1: the file cannot be read: the compressed file is broken off; deliver it again whole");
    Path plain = Files.writeString(folder.resolve("c.json.gz"), "[]");
    assertThat(landed(plain, "c.json"))
        .singleElement()
        .asString()
        .startsWith("1: the file cannot be read: it is not compressed as its name says");
  }

  @Test
  void ofPackedLinesThatBreakOffThoseBeforeAreGiven(@TempDir Path folder) throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      many.append("{\"MaHoSo\":\"H47-").append(i * 7919 % 5_003).append("\"}\n");
    }
    byte[] packed = packed(many.toString());
    Path cut = Files.write(folder.resolve("a.ndjson.gz"), Arrays.copyOf(packed, packed.length / 2));
    List<String> rows = landed(cut, "a.ndjson");
    assertThat(rows.size()).isBetween(2, 4_999);
    assertThat(rows.subList(0, rows.size() - 1)).allMatch(row -> row.matches("\\d+ \\{MaHoSo=.*"));
    assertThat(rows.get(rows.size() - 1))
        .isEqualTo(
            rows.size()
                + ": the file cannot be read any further: the compressed file is broken off,"
                + " expected a JSON text on each line, in UTF-8; deliver it again whole");
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static List<String> landed(Path file, String name) throws IOException {
    String statement = "dossiers/2020-08-20/" + name;
    return checked(
        ShownRows.of(
            RawRows.open(
                new LandedFile(
                    "dossiers",
                    LocalDate.of(2020, 8, 20),
                    statement,
                    file.toString(),
                    statement + ".gz",
                    Files.size(file),
                    0),
                Deployment.DEFINITIONS.feed("dossiers").header())));
  }

  private static List<String> rows(String text) {
    return rows(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> rows(byte[] bytes) {
    return checked(
        ShownRows.of(
            new MessageDocument(
                () -> new ByteArrayInputStream(bytes),
                MessageText.of(Deployment.DEFINITIONS.feed("dossiers").header()))));
  }

  private static List<String> checked(List<String> rows) {
    assertThat(String.join("\n", rows)).as("no row says whose dossier it is").doesNotContain("An");
    return rows;
  }
}

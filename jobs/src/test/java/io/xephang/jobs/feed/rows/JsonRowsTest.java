package io.xephang.jobs.feed.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.jobs.Deployment;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRowsTest {
  private static final String ROW = "{\"unit_code\":\"H47\",\"procedure_code\":\"1.000001\"}";
  private static final String SHOWN = " {procedure_code=1.000001, unit_code=H47}";

  @Test
  void readsAnArrayOfObjects() {
    assertThat(
            rows(
                """
                [{"Mã đơn vị": "H47", "MÃ TTHC": " 1.000001 ", "Ghi chú riêng": {"a": [1, {"b": 2}]},
                  "has_fee": true, "max_days": 15.0, "service_level": 4, "field_name": null},
                 {"unit_code": "H47", "procedure_code": "1.000002", "max_days": 0.5}]
                """))
        .containsExactly(
            "1 {has_fee=true, max_days=15, procedure_code=1.000001, service_level=4, unit_code=H47}",
            "2 {max_days=0.5, procedure_code=1.000002, unit_code=H47}");
    assertThat(rows("[]")).isEmpty();
  }

  @Test
  void readsObjectsOnePerLine() {
    assertThat(rows(ROW + "\r\n\r\n" + ROW + "\n" + ROW))
        .containsExactly("1" + SHOWN, "2" + SHOWN, "3" + SHOWN);
    assertThat(rows(ROW)).containsExactly("1" + SHOWN);
  }

  @Test
  void readsATableThatAnObjectWraps() {
    assertThat(
            rows(
                "{\"service\":\"Danh mục\",\"tags\":[1,[2]],\"data\":["
                    + ROW
                    + ","
                    + ROW
                    + "],\"tổng\":2,\"trang\":[]}"))
        .containsExactly("1" + SHOWN, "2" + SHOWN);
    assertThat(rows("{\"service\":\"Danh mục\",\"data\":[]}")).isEmpty();
  }

  @Test
  void anArrayWithinARowIsNoTable() {
    assertThat(
            rows(
                "{\"tags\":[],\"unit_code\":\"H47\",\"procedure_code\":\"1.000001\"}"
                    + "{\"tags\":[\"a\",{}],\"unit_code\":\"H47\",\"procedure_code\":\"1.000001\"}"
                    + "{\"unit_code\":\"H47\",\"procedure_code\":\"1.000001\",\"files\":[{}]}"))
        .containsExactly("1" + SHOWN, "2" + SHOWN, "3" + SHOWN);
  }

  @Test
  void rowsAreNotLostSilentlyBesideATable() {
    assertThat(rows("{\"data\":[" + ROW + "],\"more\":[" + ROW + "]}"))
        .containsExactly(
            "1" + SHOWN,
            unreadable(2, "any further", "found a second array of objects," + " under 'more'"));
    assertThat(rows("{\"data\":[" + ROW + "],\"unit_code\":\"H47\"}"))
        .containsExactly(
            "1" + SHOWN,
            unreadable(
                2, "any further", "found the column unit_code" + " beside an array of objects"));
  }

  @Test
  void whatIsNoTextInACellSpoilsItsRowOnly() {
    assertThat(
            rows(
                "[{\"unit_code\":{\"ma\":\"H47\"},\"procedure_code\":\"1.000001\"},"
                    + "{\"unit_code\":\"H47\",\"procedure_code\":[\"1.000001\"]},"
                    + "{\"unit_code\":\"H47\",\"Mã đơn vị\":\"H48\"},"
                    + ROW
                    + "]"))
        .containsExactly(
            "1: found an object in unit_code, expected a text, number or boolean",
            "2: found an array in procedure_code, expected a text, number or boolean",
            "3: found the column unit_code twice in one object, expected it once",
            "4" + SHOWN);
  }

  @Test
  void whatIsNoObjectIsARow() {
    assertThat(rows("[1,\"H47\",null,[" + ROW + "]," + ROW + "]"))
        .containsExactly(
            "1: found a bare value, expected an object with the feed's columns",
            "2: found a bare value, expected an object with the feed's columns",
            "3: found a bare value, expected an object with the feed's columns",
            "4: found an array, expected an object with the feed's columns",
            "5" + SHOWN);
    assertThat(rows("42"))
        .containsExactly("1: found a bare value, expected an object with the feed's columns");
  }

  @Test
  void anEmptyFileIsARow() {
    assertThat(rows("")).containsExactly("1: the file is empty, expected a JSON array of objects");
    assertThat(rows(" \n "))
        .containsExactly("1: the file is empty, expected a JSON array of objects");
  }

  @Test
  void brokenJsonGivesTheRowsBefore() {
    assertThat(rows("[" + ROW + "," + ROW.substring(0, 20)))
        .containsExactly("1" + SHOWN, unreadable(2, "any further", "the JSON is broken off"));
    assertThat(rows("[" + ROW + ",\n{'unit_code':1}]"))
        .containsExactly(
            "1" + SHOWN,
            unreadable(
                2,
                "any further",
                "found Unexpected character (''' (code 39)): was expecting double-quote to start"
                    + " field name in line 2"));
  }

  @Test
  void isHeldWithinLimits() {
    assertThat(rows("[".repeat(200_000)))
        .singleElement()
        .asString()
        .startsWith("1: the file cannot be read at all: found Document nesting depth (101)");
    assertThat(rows("[" + ROW + ",{\"unit_code\":\"" + "x".repeat((1 << 20) + 1) + "\"}]"))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("1" + SHOWN),
            second ->
                assertThat(second)
                    .startsWith(
                        "2: the file cannot be read any further: found String value length"));
  }

  @Test
  void bytesThatAreNotUtf8SpoilTheirRowOnly() {
    assertThat(
            rows(
                ("[" + ROW.replace("H47", "C\u00e2p ph\u00e9p") + "," + ROW + "]")
                    .getBytes(StandardCharsets.ISO_8859_1)))
        .containsExactly(
            "1: found bytes that are not UTF-8 (they look like Latin-1 or Windows-1252), expected"
                + " UTF-8 text: convert it to Unicode and save it as UTF-8",
            "2" + SHOWN);
  }

  @Test
  void takesByteOrderMarks() {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(rows(("\uFEFF[" + ROW + "]").getBytes(charset)))
          .as(charset.name())
          .containsExactly("1" + SHOWN);
    }
  }

  private static String unreadable(int position, String how, String why) {
    return position
        + ": the file cannot be read "
        + how
        + ": "
        + why
        + ", expected a JSON array of objects in UTF-8; deliver it again whole";
  }

  private static List<String> rows(String text) {
    return rows(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> rows(byte[] bytes) {
    return ShownRows.of(
        new JsonRows(
            new ByteArrayInputStream(bytes), Deployment.DEFINITIONS.feed("catalogs").header()));
  }
}

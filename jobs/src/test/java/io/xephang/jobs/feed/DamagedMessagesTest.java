package io.xephang.jobs.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.jobs.Deployment;
import io.xephang.jobs.landing.LandedFile;
import io.xephang.jobs.landing.Statement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand messages damaged at random among ten thousand good ones: no good one is lost, and
 * each other is judged as a second, plain reading of the contract judges it.
 */
class DamagedMessagesTest {
  private static final int EACH = 10_000;
  private static final LocalDate DELIVERED = LocalDate.of(2020, 9, 30);
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final List<String> USED =
      List.of(
          "MaHoSo",
          "MaTTHC",
          "NgayTiepNhan",
          "TrangThaiHoSo",
          "NgayHenTra",
          "NgayKetThucXuLy",
          "KenhThucHien",
          "DonViXuLy",
          "DanhSachLePhi");

  private final Random random = new Random(766);
  private int messages;

  @Test
  void eachIsJudgedAlone(@TempDir Path folder) throws IOException {
    Set<String> good = new HashSet<>();
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int i = 0; i < 2 * EACH; i++) {
      Map<String, String> message = message();
      if (i % 2 == 0) {
        good.add(message.get("MaHoSo").replace("\"", ""));
        content.writeBytes(json(message));
      } else {
        content.writeBytes(damaged(message));
      }
      content.write('\n');
    }
    Path file = Files.write(folder.resolve("mixed.ndjson"), content.toByteArray());

    SortedMap<Long, String> expected = expected(content.toByteArray());
    SortedMap<Long, String> judged = judged(file);
    assertThat(judged.keySet()).as("the lines that are rows").isEqualTo(expected.keySet());
    List<String> different = new ArrayList<>();
    String[] lines = content.toString(StandardCharsets.ISO_8859_1).split("\n", -1);
    judged.forEach(
        (position, verdict) -> {
          if (!verdict.equals(expected.get(position))) {
            different.add(
                "%s, expected %s: %s"
                    .formatted(verdict, expected.get(position), lines[position.intValue() - 1]));
          }
        });
    assertThat(different).as("lines that are judged otherwise than expected").isEmpty();

    Map<String, Long> verdicts =
        judged.values().stream()
            .collect(
                Collectors.groupingBy(
                    verdict -> verdict.contains(" ") ? "accepted" : verdict,
                    TreeMap::new,
                    Collectors.counting()));
    assertThat(judged.values().stream().map(verdict -> verdict.split(" ", 2)[0]))
        .as("no good message is lost")
        .containsAll(good);
    assertThat(verdicts.keySet())
        .as("the damage is of every kind: %s", verdicts)
        .containsExactly(
            "accepted",
            "bad_code",
            "bad_date",
            "bad_number",
            "bad_value",
            "finished_before_received",
            "malformed",
            "missing_field",
            "received_after_delivery",
            "unknown_status",
            "unknown_unit");
  }

  private static SortedMap<Long, String> expected(byte[] content) {
    NaiveDossierReading naive =
        new NaiveDossierReading(
            Deployment.DEFINITIONS.units().units().stream()
                .map(unit -> unit.code())
                .filter(code -> code.length() == 3)
                .collect(Collectors.toSet()),
            DELIVERED);
    SortedMap<Long, String> expected = new TreeMap<>();
    int start = 0;
    long line = 0;
    for (int i = 0; i < content.length; i++) {
      if (content[i] == '\n') {
        line++;
        byte[] text = Arrays.copyOfRange(content, start, i);
        if (!new String(text, StandardCharsets.ISO_8859_1).isBlank()) {
          expected.put(line, naive.read(text));
        }
        start = i + 1;
      }
    }
    return expected;
  }

  private static SortedMap<Long, String> judged(Path file) throws IOException {
    String name = "dossiers/" + DELIVERED + "/mixed.ndjson";
    Statement statement =
        new Statement(
            name,
            new LandedFile(
                "dossiers", DELIVERED, name, file.toString(), name, Files.size(file), 0));
    DossierMessageJudge judge =
        new DossierMessageJudge(
            Deployment.DEFINITIONS.units(), Deployment.DEFINITIONS.feed("dossiers"));
    SortedMap<Long, String> judged = new TreeMap<>();
    try (JudgedRows rows =
        JudgedRows.open(statement, Deployment.DEFINITIONS.feed("dossiers").header(), judge)) {
      while (rows.hasNext()) {
        Row row = rows.next();
        if (!row.isNullAt(JudgedFeed.ROWS_READ)) {
          assertThat(row.getLong(JudgedFeed.ROWS_READ)).isEqualTo(judged.size());
          continue;
        }
        if (row.isNullAt(JudgedFeed.REASON)) {
          judged.put(row.getLong(JudgedFeed.POSITION), said(judge, row));
          continue;
        }
        judged.put(row.getLong(JudgedFeed.POSITION), row.getString(JudgedFeed.REASON));
        if (row.getString(JudgedFeed.REASON).equals("malformed")) {
          assertThat(row.getString(JudgedFeed.DETAIL) + row.getString(JudgedFeed.RAW))
              .as("of what is malformed nothing is quoted")
              .doesNotContain("Zq7x");
        }
      }
    }
    return judged;
  }

  private static String said(DossierMessageJudge judge, Row row) {
    Map<String, Object> said = new HashMap<>();
    for (int i = 0; i < judge.columns().size(); i++) {
      said.put(judge.columns().get(i), row.get(JudgedFeed.COMMON_COLUMNS + i));
    }
    return said.get("dossier_code")
        + " "
        + said.get("province_code")
        + " "
        + said.get("status")
        + " "
        + said.get("received_at")
        + ((double) said.get("fee") > 0 ? " fee" : " free");
  }

  /** A message that nothing is wrong with: names of fields and values as JSON. */
  private Map<String, String> message() {
    messages++;
    LocalDateTime received =
        LocalDateTime.of(2020, 1, 1, 7, 0).plusMinutes(random.nextInt(60 * 24 * 270));
    String status = String.valueOf(1 + random.nextInt(10));
    Map<String, String> message = new LinkedHashMap<>();
    message.put(
        "MaHoSo", text("H47.14-" + received.format(SECONDS).substring(2, 8) + "-" + messages));
    message.put("ChuHoSo", text("Nguyễn Văn Zq7x"));
    message.put("MaTTHC", text("1.00" + (1000 + random.nextInt(9000)) + ".000.00.00.H47"));
    message.put("NgayTiepNhan", text(received.format(SECONDS)));
    message.put("TrangThaiHoSo", random.nextBoolean() ? status : text(status));
    message.put("NgayHenTra", text(received.plusDays(9).format(SECONDS).substring(0, 8)));
    message.put(
        "NgayKetThucXuLy",
        text(random.nextBoolean() ? "" : received.plusHours(50).format(SECONDS)));
    message.put("KenhThucHien", text("" + (1 + random.nextInt(3))));
    message.put("DonViXuLy", text(random.nextBoolean() ? "000.00.14.H47" : "Sở Y tế"));
    message.put(
        "DanhSachLePhi", random.nextBoolean() ? "[]" : "[{\"Gia\":\"5000\"},{\"Gia\":1.5}]");
    message.put("TaiLieuNop", "[{\"TenTepDinhKem\":\"đơn Zq7x.pdf\",\"DuocSoHoa\":true}]");
    return message;
  }

  private byte[] damaged(Map<String, String> message) {
    return switch (random.nextInt(18)) {
      case 0 -> flipped(json(message));
      case 1 -> withByte(json(message), 1);
      case 2 -> withByte(json(message), 0);
      case 3 -> withoutByte(json(message));
      case 4 -> Arrays.copyOf(json(message), random.nextInt(300));
      case 5 -> json(swapped(message));
      case 6 -> json(renamed(message));
      case 7 -> json(with(message, one(dates()), one(wrongDates())));
      case 8 -> json(with(message, "TrangThaiHoSo", one("0", "11", "-1", "\"x\"", "4.5", "null")));
      case 9 -> json(without(message, one(USED)));
      case 10 -> json(with(nowhere(message), "MaTTHC", text("1.001193")));
      case 11 -> json(with(message, "MaTTHC", one("\"1.0011\"", "1.001193", "\"\"", "\"x.H47\"")));
      case 12 ->
          json(
              with(
                  message,
                  "DanhSachLePhi",
                  one("[{\"Gia\":\"12,5\"}]", "[{\"Gia\":-1}]", "[1]", "7", "{}", "[{}]", "\"\"")));
      case 13 -> json(with(message, "KenhThucHien", one("0", "\"4\"", "\"online\"", "true")));
      case 14 -> json(with(message, "NgayTiepNhan", one("\"20201001\"", "\"20211231235959\"")));
      case 15 -> json(with(message, "NgayKetThucXuLy", text("20191231")));
      case 16 -> json(with(message, one(USED), one("{}", "[]", "[\"x\"]", "{\"a\":[{}]}")));
      default -> twice(json(message));
    };
  }

  private byte[] flipped(byte[] line) {
    for (int i = 0; i <= random.nextInt(3); i++) {
      line[random.nextInt(line.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return line;
  }

  /** A random byte put in the place of some bytes. */
  private byte[] withByte(byte[] line, int instead) {
    int place = random.nextInt(line.length);
    byte[] changed = Arrays.copyOf(line, line.length + 1 - instead);
    changed[place] = (byte) random.nextInt(256);
    System.arraycopy(line, place + instead, changed, place + 1, line.length - place - instead);
    return changed;
  }

  private byte[] withoutByte(byte[] line) {
    int place = random.nextInt(line.length);
    byte[] changed = Arrays.copyOf(line, line.length - 1);
    System.arraycopy(line, place + 1, changed, place, line.length - place - 1);
    return changed;
  }

  /** The end of a line lost, so that the next message stands behind it. */
  private byte[] twice(byte[] line) {
    byte[] changed = Arrays.copyOf(line, line.length + random.nextInt(line.length));
    System.arraycopy(line, 0, changed, line.length, changed.length - line.length);
    return changed;
  }

  private Map<String, String> swapped(Map<String, String> message) {
    String first = one(USED);
    String second = one(List.copyOf(message.keySet()));
    String value = message.get(first);
    message.put(first, message.get(second));
    message.put(second, value);
    return message;
  }

  /** A field under the name of another: that one stands there twice. */
  private Map<String, String> renamed(Map<String, String> message) {
    String from = one(USED);
    String name = one(USED) + "\":" + message.get(from) + ",\"x";
    return with(without(message, from), name, "1");
  }

  /** A dossier of which neither the code nor the unit tells the province. */
  private Map<String, String> nowhere(Map<String, String> message) {
    with(message, "MaHoSo", one("\"HS-1\"", "\"H99.01-1\"", "\"h-47\"", "\"1\""));
    return with(message, "DonViXuLy", one("\"\"", "\"H99\"", "\"Sở Y tế\"", "null"));
  }

  private static List<String> dates() {
    return List.of("NgayTiepNhan", "NgayHenTra", "NgayKetThucXuLy", "NgayTra");
  }

  private static List<String> wrongDates() {
    return List.of(
        "\"20200230\"",
        "\"20200931120000\"",
        "\"202009181\"",
        "\"18/09/2020\"",
        "\"20200918250000\"",
        "\"19991231\"",
        "20200918",
        "\"00000000\"",
        "\"2020-09-18\"");
  }

  private static Map<String, String> with(Map<String, String> message, String field, String json) {
    message.put(field, json);
    return message;
  }

  private static Map<String, String> without(Map<String, String> message, String field) {
    message.remove(field);
    return message;
  }

  private static String text(String value) {
    return "\"" + value + "\"";
  }

  private String one(String... values) {
    return one(List.of(values));
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static byte[] json(Map<String, String> message) {
    return message.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"))
        .getBytes(StandardCharsets.UTF_8);
  }
}

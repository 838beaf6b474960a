package io.xephang.jobs.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The contract's rules for dossier messages once more, as plainly as they can be said: a line
 * becomes a tree, and the tree is asked rule by rule.
 */
final class NaiveDossierReading {
  private static final List<String> ORDER =
      List.of(
          "malformed",
          "missing_field",
          "bad_date",
          "unknown_status",
          "unknown_unit",
          "bad_code",
          "bad_number",
          "bad_value",
          "received_after_delivery",
          "finished_before_received");
  private static final List<String> REQUIRED =
      List.of("MaHoSo", "MaTTHC", "NgayTiepNhan", "TrangThaiHoSo");
  private static final List<String> DATES =
      List.of("NgayTiepNhan", "NgayHenTra", "NgayKetThucXuLy", "NgayTra");
  private static final List<String> SCALARS =
      List.of(
          "MaHoSo",
          "MaTTHC",
          "NgayTiepNhan",
          "TrangThaiHoSo",
          "NgayHenTra",
          "NgayKetThucXuLy",
          "NgayTra",
          "KenhThucHien",
          "DonViXuLy",
          "LoaiDoiTuong",
          "DuocThanhToanTrucTuyen",
          "HoSoCoThanhPhanSoHoa");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Set<String> roots;
  private final LocalDate delivered;

  NaiveDossierReading(Set<String> roots, LocalDate delivered) {
    this.roots = roots;
    this.delivered = delivered;
  }

  /** The reason for which a line is rejected, or what it says: code, province, status, received. */
  String read(byte[] line) {
    JsonNode message;
    try {
      message = JSON.readTree(line);
      if (!message.isObject() || saysTwice(line)) {
        return "malformed";
      }
    } catch (IOException e) {
      return "malformed";
    }
    Set<String> wrong = new HashSet<>();
    Map<String, String> texts = new HashMap<>();
    for (String field : SCALARS) {
      text(message.path(field), wrong).ifPresent(text -> texts.put(field, text));
    }
    List<String> fees = fees(message.path("DanhSachLePhi"), wrong);
    if (wrong.contains("malformed")) {
      return "malformed";
    }
    if (!texts.keySet().containsAll(REQUIRED)) {
      wrong.add("missing_field");
    }
    Map<String, LocalDateTime> times = new HashMap<>();
    for (String field : DATES) {
      if (texts.containsKey(field)) {
        LocalDateTime time = time(texts.get(field));
        if (time == null || (field.equals("NgayTiepNhan") && time.getYear() < 2000)) {
          wrong.add("bad_date");
        } else {
          times.put(field, time);
        }
      }
    }
    String status = texts.getOrDefault("TrangThaiHoSo", "1");
    if (!List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10").contains(status)) {
      wrong.add("unknown_status");
    }
    String province = province(texts);
    if (province == null) {
      wrong.add("unknown_unit");
    }
    if (!texts
        .getOrDefault("MaTTHC", "1.000001")
        .matches(
            "[0-9]\\.[0-9]{6}(\\.[0-9]{3}\\.[0-9]{2}\\.[0-9]{2})?(\\.[GH][0-9]{2})?(\\.[0-9]{2})?")) {
      wrong.add("bad_code");
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (String amount : fees) {
      if (amount.matches("[0-9]+(\\.[0-9]+)?")) {
        sum = sum.add(new BigDecimal(amount));
      } else if (!amount.isEmpty()) {
        wrong.add("bad_number");
      }
    }
    if (!List.of("1", "2", "3").contains(texts.getOrDefault("KenhThucHien", "1"))) {
      wrong.add("bad_value");
    }
    LocalDateTime received = times.get("NgayTiepNhan");
    if (received != null) {
      if (received.toLocalDate().isAfter(delivered)) {
        wrong.add("received_after_delivery");
      }
      String finish =
          texts.containsKey("NgayKetThucXuLy")
              ? "NgayKetThucXuLy"
              : status.equals("9") || status.equals("10") ? "NgayTra" : "";
      LocalDateTime finished = times.get(finish);
      if (finished != null) {
        boolean byDay = texts.get(finish).length() == 8 || texts.get("NgayTiepNhan").length() == 8;
        if (byDay
            ? finished.toLocalDate().isBefore(received.toLocalDate())
            : finished.isBefore(received)) {
          wrong.add("finished_before_received");
        }
      }
    }
    String fee = sum.signum() > 0 ? "fee" : "free";
    return wrong.stream()
        .min(Comparator.comparing(ORDER::indexOf))
        .orElseGet(
            () ->
                String.join(
                    " ", texts.get("MaHoSo"), province, status, String.valueOf(received), fee));
  }

  /** Whether a used field stands twice in the message. */
  private static boolean saysTwice(byte[] line) throws IOException {
    Set<String> seen = new HashSet<>();
    try (JsonParser json = JSON.createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if ((SCALARS.contains(name) || name.equals("DanhSachLePhi")) && !seen.add(name)) {
          return true;
        }
        json.nextToken();
        json.skipChildren();
      }
    }
    return false;
  }

  /** A scalar as text; absent if it is empty. */
  private static Optional<String> text(JsonNode value, Set<String> wrong) {
    if (value.isContainerNode()) {
      wrong.add("malformed");
    }
    String text = Normalizer.normalize(value.isNull() ? "" : value.asText(""), Normalizer.Form.NFC);
    if (text.codePoints().anyMatch(c -> c == 0 || c == 0xFFFD || (c >= 0xD800 && c <= 0xDFFF))) {
      wrong.add("malformed");
    }
    // 3.0 is 3.
    String trimmed = text.replaceAll("^[\\p{Z}\\s]+|[\\p{Z}\\s]+$", "");
    String whole = value.isNumber() ? trimmed.replaceFirst("\\.0$", "") : trimmed;
    return whole.isEmpty() ? Optional.empty() : Optional.of(whole);
  }

  private static List<String> fees(JsonNode list, Set<String> wrong) {
    List<String> amounts = new ArrayList<>();
    if (!list.isArray()) {
      boolean empty = list.isMissingNode() || list.isNull();
      if (list.isObject() || (!empty && text(list, wrong).isPresent())) {
        wrong.add("malformed");
      }
      return amounts;
    }
    for (JsonNode fee : list) {
      if (!fee.isObject()) {
        wrong.add("malformed");
      }
      amounts.add(text(fee.path("Gia"), wrong).orElse(""));
    }
    return amounts;
  }

  private static LocalDateTime time(String written) {
    if (!written.matches("[0-9]{8}([0-9]{4}([0-9]{2})?)?") || written.startsWith("0000")) {
      return null;
    }
    try {
      return LocalDateTime.parse((written + "000000").substring(0, 14), SECONDS);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private String province(Map<String, String> texts) {
    List<String> told = new ArrayList<>();
    told.add(rootOf(texts.getOrDefault("DonViXuLy", "")));
    String code = texts.getOrDefault("MaHoSo", "");
    String prefix = rootOf(code.split("-", 2)[0]);
    if (prefix.isEmpty() && code.matches("[GH][0-9]{2}[.\\-_/].*")) {
      prefix = code.substring(0, 3);
    }
    told.add(prefix);
    String procedure = texts.getOrDefault("MaTTHC", "");
    if (procedure.matches(".*\\.[GH][0-9]{2}(\\.[0-9]{2})?")) {
      told.add(procedure.replaceFirst(".*\\.([GH][0-9]{2})(\\.[0-9]{2})?$", "$1"));
    }
    return told.stream().filter(roots::contains).findFirst().orElse(null);
  }

  /** The root of a unit code in either form; empty if it is none. */
  private static String rootOf(String written) {
    String code = written.strip().toUpperCase(Locale.ROOT);
    if (code.matches("[GH][0-9]{2}(\\.[0-9]{2,3})*")) {
      return code.substring(0, 3);
    }
    return code.matches("([0-9]{2,3}\\.)+[GH][0-9]{2}") ? code.substring(code.length() - 3) : "";
  }
}

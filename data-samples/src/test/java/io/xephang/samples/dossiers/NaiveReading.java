package io.xephang.samples.dossiers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Reads a landing folder by the words of the contract, sections 1 and 2, as plainly as can be. It
 * knows nothing of how the files were made.
 */
final class NaiveReading {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> REQUIRED =
      List.of("MaHoSo", "MaTTHC", "NgayTiepNhan", "TrangThaiHoSo");
  private static final List<String> DATES =
      List.of("NgayTiepNhan", "NgayHenTra", "NgayKetThucXuLy", "NgayTra");
  private static final List<String> USED =
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
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern PROCEDURE =
      Pattern.compile("\\d\\.\\d{6}(\\.\\d{3}\\.\\d{2}\\.\\d{2})?(\\.[GH]\\d{2})?(\\.\\d{2})?");
  private static final Pattern UNIT_CODE =
      Pattern.compile("([GH]\\d{2})(\\.\\d{2,3})*|(?:\\d{2,3}\\.)+([GH]\\d{2})");
  private static final Pattern PROCEDURE_UNIT = Pattern.compile("\\.([GH]\\d{2})(\\.\\d{2})?$");

  /** A row: its position, and its fields, or nothing if it cannot be parsed. */
  private record Row(int position, Optional<Map<String, String>> fields) {}

  /** What was made of a file. */
  record FileCounts(int rows, int good, int duplicates, Map<String, List<Integer>> rejected) {}

  /** A time as written. */
  private record Time(LocalDateTime at, boolean hasTime) {
    boolean isAfter(Time other) {
      return (hasTime && other.hasTime)
          ? at.isAfter(other.at)
          : at.toLocalDate().isAfter(other.at.toLocalDate());
    }

    LocalDate day() {
      return at.toLocalDate();
    }
  }

  /** The message that counts for a dossier. */
  private record Dossier(
      String province,
      String root,
      int status,
      Time received,
      Optional<Time> due,
      Optional<Time> finished,
      boolean online,
      boolean bearsFee,
      boolean paidOnline,
      boolean digitised,
      int level) {
    boolean closedNobodyKnowsWhen() {
      return status >= 7 && finished.isEmpty();
    }

    boolean finishedBefore(LocalDate day) {
      return finished.isPresent() && finished.get().day().isBefore(day);
    }
  }

  private final Path landing;
  private final Map<String, FileCounts> files = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> inForce = new HashMap<>();
  private final TreeMap<LocalDate, Map<String, Integer>> levels = new TreeMap<>();
  private final Set<String> provinces = new TreeSet<>();

  private NaiveReading(Path landing) {
    this.landing = landing;
  }

  static NaiveReading of(Path landing) {
    NaiveReading reading = new NaiveReading(landing);
    reading.files("catalogs").forEach(reading::readCatalog);
    reading.files("dossiers").forEach(reading::readDeliveries);
    return reading;
  }

  Map<String, FileCounts> files() {
    return files;
  }

  int acceptedCodes() {
    return inForce.size();
  }

  private List<Path> files(String feed) {
    try (Stream<Path> paths = Files.walk(landing.resolve(feed))) {
      // Folders are dates and names are ASCII: this is the order of deliveries.
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream content =
            file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readCatalog(Path file) {
    LocalDate date = LocalDate.parse(file.getParent().getFileName().toString());
    Map<String, Integer> known = levels.computeIfAbsent(date, d -> new HashMap<>());
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text(file))) {
      for (NamedCsvRecord row : rows) {
        String province = row.getField("unit_code").substring(0, 3);
        String root = row.getField("procedure_code").substring(0, 8);
        String level = row.getField("service_level");
        provinces.add(province);
        known.merge(
            province + " " + root, level.isEmpty() ? 0 : Integer.parseInt(level), Math::max);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readDeliveries(Path file) {
    LocalDate delivered = LocalDate.parse(file.getParent().getFileName().toString());
    Map<String, Map<String, String>> before = new HashMap<>();
    Set<Map<String, String>> earlier = new HashSet<>();
    Map<String, List<Integer>> rejected = new TreeMap<>();
    int good = 0;
    int duplicates = 0;
    List<Row> rows = rows(file);
    for (Row row : rows) {
      Optional<String> reason = reason(row, delivered);
      if (reason.isPresent()) {
        rejected.computeIfAbsent(reason.get(), r -> new ArrayList<>()).add(row.position());
        continue;
      }
      Map<String, String> message = row.fields().orElseThrow();
      String code = message.get("MaHoSo");
      if (!before.containsKey(code)) {
        before.put(code, inForce.getOrDefault(code, Map.of()));
      }
      if (!earlier.add(message) || message.equals(before.get(code))) {
        duplicates++;
      } else {
        good++;
      }
      inForce.put(code, message);
    }
    files.put(
        landing.relativize(file).toString().replace('\\', '/'),
        new FileCounts(rows.size(), good, duplicates, rejected));
  }

  private static List<Row> rows(Path file) {
    String name = file.getFileName().toString().replace(".gz", "");
    String text = text(file);
    if (name.endsWith(".csv")) {
      return csvRows(text);
    }
    List<Row> rows = new ArrayList<>();
    for (String piece : name.endsWith(".json") ? List.of(text) : text.lines().toList()) {
      try {
        JsonNode node = JSON.readTree(piece);
        for (JsonNode message : node.has("data") ? node.get("data") : List.of(node)) {
          rows.add(new Row(rows.size() + 1, fields(message)));
        }
      } catch (JsonProcessingException e) {
        rows.add(new Row(rows.size() + 1, Optional.empty()));
      }
    }
    return rows;
  }

  private static List<Row> csvRows(String text) {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(text)) {
      List<String> header = List.of();
      for (CsvRecord record : records) {
        int line = (int) record.getStartingLineNumber();
        if (header.isEmpty()) {
          header = record.getFields();
        } else if (record.getFieldCount() != header.size()) {
          rows.add(new Row(line, Optional.empty()));
        } else {
          Map<String, String> cells = new HashMap<>();
          for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), record.getField(i));
          }
          rows.add(new Row(line, Optional.of(used(cells, feesOf(cells)))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static String feesOf(Map<String, String> cells) {
    if (cells.containsKey("Gia")) {
      return cells.get("Gia");
    }
    try {
      return fees(JSON.readTree(cells.get("DanhSachLePhi")));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fees(JsonNode list) {
    List<String> fees = new ArrayList<>();
    list.forEach(fee -> fees.add(fee.get("Gia").asText()));
    return String.join("|", fees);
  }

  private static Optional<Map<String, String>> fields(JsonNode message) {
    Map<String, String> fields = new HashMap<>();
    for (String name : USED) {
      JsonNode value = message.path(name);
      if (value.isContainerNode()) {
        return Optional.empty();
      }
      fields.put(name, value.asText(""));
    }
    return Optional.of(used(fields, fees(message.path("DanhSachLePhi"))));
  }

  private static Map<String, String> used(Map<String, String> cells, String fees) {
    Map<String, String> used = new HashMap<>();
    USED.forEach(name -> used.put(name, cells.get(name).strip()));
    used.put("fees", fees);
    return used;
  }

  private Optional<String> reason(Row row, LocalDate delivered) {
    if (row.fields().isEmpty()) {
      return Optional.of("malformed");
    }
    Map<String, String> message = row.fields().get();
    if (REQUIRED.stream().anyMatch(name -> message.get(name).isEmpty())) {
      return Optional.of("missing_field");
    }
    Map<String, Optional<Time>> times = new HashMap<>();
    for (String name : DATES) {
      try {
        times.put(name, time(message.get(name)));
      } catch (DateTimeParseException e) {
        return Optional.of("bad_date");
      }
    }
    Time received = times.get("NgayTiepNhan").orElseThrow();
    if (received.day().getYear() < 2000) {
      return Optional.of("bad_date");
    }
    String status = message.get("TrangThaiHoSo");
    if (!status.matches("[1-9]|10")) {
      return Optional.of("unknown_status");
    }
    if (province(message).isEmpty()) {
      return Optional.of("unknown_unit");
    }
    if (!PROCEDURE.matcher(message.get("MaTTHC")).matches()) {
      return Optional.of("bad_code");
    }
    String fees = message.get("fees");
    if (!fees.matches("(\\d+(\\.\\d+)?(\\|\\d+(\\.\\d+)?)*)?")) {
      return Optional.of("bad_number");
    }
    if (!message.get("KenhThucHien").matches("[123]?")) {
      return Optional.of("bad_value");
    }
    if (received.day().isAfter(delivered)) {
      return Optional.of("received_after_delivery");
    }
    return finished(message).filter(finished -> received.isAfter(finished)).isPresent()
        ? Optional.of("finished_before_received")
        : Optional.empty();
  }

  private static Optional<Time> time(String written) {
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (!written.matches("\\d{8}|\\d{12}|\\d{14}")) {
      throw new DateTimeParseException("No date of the contract", written, 0);
    }
    String full = (written + "000000").substring(0, 14);
    return Optional.of(new Time(LocalDateTime.parse(full, TIME), written.length() > 8));
  }

  private static Optional<Time> finished(Map<String, String> message) {
    Optional<Time> finished = time(message.get("NgayKetThucXuLy"));
    int status = Integer.parseInt(message.get("TrangThaiHoSo"));
    return finished.isEmpty() && status >= 9 ? time(message.get("NgayTra")) : finished;
  }

  private Optional<String> province(Map<String, String> message) {
    String prefix = message.get("MaHoSo").split("-", -1)[0];
    Matcher procedure = PROCEDURE_UNIT.matcher(message.get("MaTTHC"));
    return Stream.of(
            provinceOf(message.get("DonViXuLy")),
            provinceOf(prefix),
            procedure.find() ? procedure.group(1) : "")
        .filter(provinces::contains)
        .findFirst();
  }

  private static String provinceOf(String code) {
    Matcher unit = UNIT_CODE.matcher(code);
    if (!unit.matches()) {
      return "";
    }
    return unit.group(1) != null ? unit.group(1) : unit.group(3);
  }

  private Dossier dossier(Map<String, String> message) {
    String province = province(message).orElseThrow();
    String root = message.get("MaTTHC").substring(0, 8);
    Time received = time(message.get("NgayTiepNhan")).orElseThrow();
    Map.Entry<LocalDate, Map<String, Integer>> catalog = levels.floorEntry(received.day());
    double fee = 0;
    for (String part : message.get("fees").split("\\|", -1)) {
      fee += part.isEmpty() ? 0 : Double.parseDouble(part);
    }
    return new Dossier(
        province,
        root,
        Integer.parseInt(message.get("TrangThaiHoSo")),
        received,
        time(message.get("NgayHenTra")),
        finished(message),
        message.get("KenhThucHien").equals("2"),
        fee > 0,
        message.get("DuocThanhToanTrucTuyen").matches("[12]"),
        message.get("HoSoCoThanhPhanSoHoa").matches("1|true"),
        catalog == null ? -1 : catalog.getValue().getOrDefault(province + " " + root, -1));
  }

  /** Lines such as {@code H27 on_time_rate month 2020-01-01 12/34}, of all periods with any. */
  Set<String> indicators(LocalDate asOf) {
    List<Dossier> counted =
        inForce.values().stream()
            .map(this::dossier)
            .filter(d -> d.status() != 1 && d.status() != 3)
            .toList();
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Dossier dossier : counted) {
      days.add(dossier.received().day());
      dossier.finished().ifPresent(finished -> days.add(finished.day()));
    }
    Set<String> lines = new TreeSet<>();
    for (int months : List.of(1, 3, 12)) {
      YearMonth start = YearMonth.from(days.first());
      while ((start.getMonthValue() - 1) % months != 0) {
        start = start.minusMonths(1);
      }
      for (; !start.atDay(1).isAfter(days.last()); start = start.plusMonths(months)) {
        LocalDate end = start.plusMonths(months - 1).atEndOfMonth();
        for (String province : provinces) {
          String label = months == 1 ? "month" : months == 3 ? "quarter" : "year";
          List<Dossier> own = counted.stream().filter(d -> d.province().equals(province)).toList();
          values(own, province, start.atDay(1), end.isAfter(asOf) ? asOf : end)
              .forEach(
                  (indicator, value) ->
                      lines.add(String.join(" ", province, indicator, label, value)));
        }
      }
    }
    return lines;
  }

  private Map<String, String> values(
      List<Dossier> all, String province, LocalDate start, LocalDate end) {
    List<Dossier> received =
        all.stream()
            .filter(d -> !d.received().day().isBefore(start) && !d.received().day().isAfter(end))
            .toList();
    List<Dossier> finished =
        all.stream()
            .filter(d -> d.finished().isPresent() && d.due().isPresent())
            .filter(d -> !d.finished().get().day().isBefore(start))
            .filter(d -> !d.finished().get().day().isAfter(end))
            .toList();
    List<Dossier> handled =
        all.stream()
            .filter(d -> !d.closedNobodyKnowsWhen() && !d.received().day().isAfter(end))
            .filter(d -> !d.finishedBefore(start))
            .toList();
    List<Dossier> open = handled.stream().filter(d -> !d.finishedBefore(end.plusDays(1))).toList();
    Map<String, String> values = new TreeMap<>();
    Rates rates = new Rates(values, start);
    rates.put("online_dossier_rate", received, d -> d.level() >= 3, Dossier::online);
    rates.put(
        "on_time_rate",
        finished,
        d -> true,
        d -> !d.finished().orElseThrow().isAfter(d.due().orElseThrow()));
    rates.put(
        "early_rate",
        finished,
        d -> true,
        d -> d.finished().orElseThrow().day().isBefore(d.due().orElseThrow().day()));
    rates.put("resolution_rate", handled, d -> true, d -> d.finishedBefore(end.plusDays(1)));
    rates.put(
        "overdue_open_rate",
        open,
        d -> true,
        d -> d.due().isPresent() && !d.due().get().day().isAfter(end));
    rates.put("online_payment_rate", received, Dossier::bearsFee, Dossier::paidOnline);
    rates.put("digitised_rate", received, d -> true, Dossier::digitised);
    Set<String> offered = new HashSet<>();
    Map.Entry<LocalDate, Map<String, Integer>> catalog = levels.floorEntry(end);
    catalog
        .getValue()
        .forEach(
            (key, level) -> {
              if (level >= 3 && key.startsWith(province)) {
                offered.add(key);
              }
            });
    long arising =
        received.stream()
            .filter(Dossier::online)
            .map(d -> province + " " + d.root())
            .filter(offered::contains)
            .distinct()
            .count();
    rates.put("arising_rate", arising, offered.size());
    return values;
  }

  /** Numerators over denominators, where these are not 0. */
  private record Rates(Map<String, String> values, LocalDate start) {
    void put(
        String indicator,
        List<Dossier> dossiers,
        Predicate<Dossier> denominator,
        Predicate<Dossier> numerator) {
      put(
          indicator,
          dossiers.stream().filter(denominator).filter(numerator).count(),
          dossiers.stream().filter(denominator).count());
    }

    void put(String indicator, long numerator, long denominator) {
      if (denominator > 0) {
        values.put(indicator, start + " " + numerator + "/" + denominator);
      }
    }
  }
}

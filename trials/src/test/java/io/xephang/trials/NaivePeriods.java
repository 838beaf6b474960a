package io.xephang.trials;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The period indicators of the contract's section 2 once more, as plainly as they can be said: for
 * each unit and period every dossier is asked. Reads the files that {@link RandomHistory} lands,
 * and no others.
 */
final class NaivePeriods {
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private final LocalDate asOf;
  private final Map<String, LocalDate> existsFrom = new HashMap<>();
  private final Map<String, String> unitsByName = new HashMap<>();
  private final List<CatalogRow> catalogs = new ArrayList<>();
  private final List<Dossier> dossiers = new ArrayList<>();

  private record CatalogRow(String unit, LocalDate date, String root, int level) {}

  /** A dossier as its last message describes it; level 0 = none or unknown. */
  private record Dossier(
      String unit,
      String root,
      int status,
      LocalDateTime received,
      LocalDate due,
      LocalDate finished,
      boolean onTime,
      boolean online,
      boolean paid,
      boolean digitised,
      boolean fee,
      int level) {
    LocalDate receivedOn() {
      return received.toLocalDate();
    }

    boolean isClosedNobodyKnowsWhen() {
      return status >= 7 && finished == null;
    }

    boolean isOf(String other) {
      return switch (other) {
        case "VN" -> true;
        case "VN.province" -> unit.startsWith("H");
        case "VN.ministry" -> unit.startsWith("G");
        default -> unit.equals(other) || unit.startsWith(other + ".");
      };
    }
  }

  private record Period(String type, LocalDate start, LocalDate end) {
    boolean holds(LocalDate day) {
      return day != null && !day.isBefore(start) && !day.isAfter(end);
    }
  }

  NaivePeriods(SortedMap<String, List<String>> files, LocalDate asOf) {
    this.asOf = asOf;
    files.forEach(this::readUnitsAndCatalogs);
    // The last message of each dossier counts; the files come by date and name.
    Map<String, Dossier> last = new TreeMap<>();
    files.forEach(
        (file, lines) -> {
          if (file.startsWith("dossiers/")) {
            lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> isAccepted(cells, LocalDate.parse(file.substring(9, 19))))
                .forEach(cells -> last.put(cells[0], dossier(cells)));
          }
        });
    last.values().stream()
        .filter(dossier -> dossier.status() != 1 && dossier.status() != 3)
        .forEach(dossiers::add);
  }

  private void readUnitsAndCatalogs(String file, List<String> lines) {
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (file.startsWith("units/")) {
        existsFrom.put(
            cells[0], cells[3].isEmpty() ? LocalDate.of(2000, 1, 1) : LocalDate.parse(cells[3]));
        unitsByName.put(cells[1].toLowerCase(Locale.ROOT), cells[0]);
        unitsByName.put(cells[4].toLowerCase(Locale.ROOT), cells[0]);
      } else if (file.startsWith("catalogs/")
          && lines.get(0).startsWith("unit_code")
          && cells[1].startsWith("1.")
          && !cells[0].equals("H99")) {
        catalogs.add(
            new CatalogRow(
                cells[0],
                LocalDate.parse(file.substring(9, 19)),
                cells[1],
                cells[2].isEmpty() ? 0 : Integer.parseInt(cells[2])));
      }
    }
    unitsByName.remove("");
  }

  private static boolean isAccepted(String[] cells, LocalDate delivered) {
    String finished = finished(cells);
    boolean endsInTime = finished.isEmpty() || isNotBefore(finished, cells[2]);
    return endsInTime
        && Integer.parseInt(cells[3]) <= 10
        && !time(cells[2]).toLocalDate().isAfter(delivered);
  }

  private static String finished(String[] cells) {
    boolean isProcessed = cells[3].equals("9") || cells[3].equals("10");
    return isProcessed && cells[5].isEmpty() ? cells[6] : cells[5];
  }

  /** By day where either has no time. */
  private static boolean isNotBefore(String one, String other) {
    boolean byDay = one.length() == 8 || other.length() == 8;
    return byDay
        ? !time(one).toLocalDate().isBefore(time(other).toLocalDate())
        : !time(one).isBefore(time(other));
  }

  private static LocalDateTime time(String written) {
    return LocalDateTime.parse((written + "000000").substring(0, 14), SECONDS);
  }

  private static LocalDate day(String written) {
    return written.isEmpty() ? null : time(written).toLocalDate();
  }

  private Dossier dossier(String[] cells) {
    String unit = unit(cells[8], cells[0].substring(0, 3));
    String finished = finished(cells);
    LocalDateTime received = time(cells[2]);
    int level = catalog(unit.substring(0, 3), received.toLocalDate()).getOrDefault(cells[1], 0);
    return new Dossier(
        unit,
        cells[1],
        Integer.parseInt(cells[3]),
        received,
        day(cells[4]),
        day(finished),
        !finished.isEmpty() && !cells[4].isEmpty() && isNotBefore(cells[4], finished),
        cells[7].equals("2"),
        cells[9].equals("1") || cells[9].equals("2"),
        cells[10].equals("1"),
        cells[11].equals("5000"),
        level);
  }

  private String unit(String written, String province) {
    if (written.matches("[GH]\\d\\d.*")) {
      return written;
    }
    if (written.equals("000.03.21.H47")) {
      return "H47.21.03";
    }
    String named = unitsByName.get(written.toLowerCase(Locale.ROOT));
    return named != null && named.startsWith(province) ? named : province;
  }

  /** The level of each root in the unit's own catalog, or in the union of a province's. */
  private Map<String, Integer> catalog(String unit, LocalDate day) {
    Map<String, Integer> levels = new HashMap<>();
    Set<String> sources =
        catalogs.stream()
            .map(CatalogRow::unit)
            .filter(
                source ->
                    source.equals(unit) || (unit.length() == 3 && source.startsWith(unit + ".")))
            .filter(source -> !existsFrom.getOrDefault(source, day).isAfter(day))
            .collect(Collectors.toSet());
    for (String source : sources) {
      List<CatalogRow> delivered =
          catalogs.stream()
              .filter(row -> row.unit().equals(source) && !row.date().isAfter(day))
              .toList();
      delivered.stream()
          .map(CatalogRow::date)
          .max(LocalDate::compareTo)
          .ifPresent(
              newest ->
                  delivered.stream()
                      .filter(row -> row.date().equals(newest))
                      .forEach(row -> levels.merge(row.root(), row.level(), Math::max)));
    }
    return levels;
  }

  /** "indicator unit type start last-counted-day numerator denominator", sorted. */
  List<String> values() {
    List<String> values = new ArrayList<>();
    for (Period period : periods()) {
      Map<String, long[]> sums = new TreeMap<>();
      for (String unit : units()) {
        List<Dossier> of = dossiers.stream().filter(dossier -> dossier.isOf(unit)).toList();
        overDossiers(of, period)
            .forEach((indicator, counts) -> sums.put(indicator + " " + unit, counts));
        if (!unit.startsWith("VN")) {
          long[] arising = arising(unit, of, period);
          sums.put("arising_rate " + unit, arising);
          if (unit.length() == 3) {
            add(sums, "arising_rate VN", arising);
            add(
                sums,
                unit.startsWith("H") ? "arising_rate VN.province" : "arising_rate VN.ministry",
                arising);
          }
        }
      }
      sums.forEach(
          (key, counts) -> {
            if (counts[1] > 0) {
              values.add(
                  String.join(
                      " ",
                      key,
                      period.type(),
                      period.start().toString(),
                      period.end().toString(),
                      counts[0] + " " + counts[1]));
            }
          });
    }
    values.sort(String::compareTo);
    return values;
  }

  private static void add(Map<String, long[]> sums, String key, long[] more) {
    sums.merge(key, more, (one, other) -> new long[] {one[0] + other[0], one[1] + other[1]});
  }

  private Set<String> units() {
    Set<String> units = new TreeSet<>(List.of("VN", "VN.province", "VN.ministry"));
    Stream.concat(catalogs.stream().map(CatalogRow::unit), dossiers.stream().map(Dossier::unit))
        .forEach(
            code -> {
              for (String above = code; ; above = above.substring(0, above.lastIndexOf('.'))) {
                units.add(above);
                if (above.length() == 3) {
                  break;
                }
              }
            });
    return units;
  }

  private List<Period> periods() {
    List<LocalDate> days =
        dossiers.stream()
            .flatMap(dossier -> Stream.of(dossier.receivedOn(), dossier.finished()))
            .filter(day -> day != null && !day.isAfter(asOf))
            .sorted()
            .toList();
    List<Period> periods = new ArrayList<>();
    if (days.isEmpty()) {
      return periods;
    }
    Map<String, Integer> months = Map.of("month", 1, "quarter", 3, "year", 12);
    months.forEach(
        (type, length) -> {
          LocalDate first = days.get(0);
          LocalDate start =
              LocalDate.of(first.getYear(), (first.getMonthValue() - 1) / length * length + 1, 1);
          while (!start.isAfter(days.get(days.size() - 1))) {
            LocalDate end = start.plusMonths(length).minusDays(1);
            periods.add(new Period(type, start, end.isAfter(asOf) ? asOf : end));
            start = start.plusMonths(length);
          }
        });
    return periods;
  }

  private static Map<String, long[]> overDossiers(List<Dossier> dossiers, Period period) {
    Predicate<Dossier> received = dossier -> period.holds(dossier.receivedOn());
    Predicate<Dossier> finished = dossier -> period.holds(dossier.finished());
    Predicate<Dossier> timed = finished.and(dossier -> dossier.due() != null);
    Predicate<Dossier> known =
        dossier ->
            !dossier.isClosedNobodyKnowsWhen() && !dossier.receivedOn().isAfter(period.end());
    Map<String, long[]> counts = new TreeMap<>();
    counts.put(
        "online_dossier_rate",
        counts(dossiers, received.and(dossier -> dossier.level() >= 3), Dossier::online));
    counts.put("online_payment_rate", counts(dossiers, received.and(Dossier::fee), Dossier::paid));
    counts.put("digitised_rate", counts(dossiers, received, Dossier::digitised));
    counts.put("on_time_rate", counts(dossiers, timed, Dossier::onTime));
    counts.put(
        "early_rate",
        counts(dossiers, timed, dossier -> dossier.finished().isBefore(dossier.due())));
    counts.put(
        "resolution_rate",
        counts(
            dossiers,
            known.and(
                dossier ->
                    dossier.finished() == null || !dossier.finished().isBefore(period.start())),
            finished));
    counts.put(
        "overdue_open_rate",
        counts(
            dossiers,
            known.and(
                dossier -> dossier.finished() == null || dossier.finished().isAfter(period.end())),
            dossier -> dossier.due() != null && !dossier.due().isAfter(period.end())));
    return counts;
  }

  private static long[] counts(
      List<Dossier> dossiers, Predicate<Dossier> denominator, Predicate<Dossier> numerator) {
    return new long[] {
      dossiers.stream().filter(denominator.and(numerator)).count(),
      dossiers.stream().filter(denominator).count()
    };
  }

  private long[] arising(String unit, List<Dossier> dossiers, Period period) {
    Set<String> online =
        dossiers.stream()
            .filter(dossier -> dossier.online() && period.holds(dossier.receivedOn()))
            .map(Dossier::root)
            .collect(Collectors.toSet());
    boolean exists = !existsFrom.getOrDefault(unit, period.end()).isAfter(period.end());
    Set<String> offered =
        catalog(unit, period.end()).entrySet().stream()
            .filter(root -> exists && root.getValue() >= 3)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return new long[] {offered.stream().filter(online::contains).count(), offered.size()};
  }
}

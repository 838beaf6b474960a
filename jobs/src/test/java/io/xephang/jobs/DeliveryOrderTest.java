package io.xephang.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.jobs.NaiveCountry.CatalogRow;
import io.xephang.jobs.NaiveCountry.Rate;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However the same statements arrive, the results are the same: all at once, or row by row
 * shuffled, split over files, late, wrong at first and replaced, under codes and names in other
 * spellings.
 */
class DeliveryOrderTest {
  private static final List<String> UNITS =
      List.of("H47", "H47.01", "H47.02", "H47.21.03", "H01", "H57.04", "G18");
  private static final List<LocalDate> DATES =
      List.of(
          LocalDate.of(2020, 6, 30),
          LocalDate.of(2020, 7, 15),
          LocalDate.of(2020, 7, 31),
          LocalDate.of(2020, 8, 20));

  /**
   * Not there yet on the first two dates, so that what it sends then is in force later or never.
   */
  private static final Map<String, LocalDate> EXISTS_FROM =
      Map.of("H47.02", LocalDate.of(2020, 7, 20));

  private static final String[] UNIT_FEED = {
    "unit_code,unit_name,kind,valid_from",
    "H47.01,Sở Y tế,department,",
    "H47.02,Sở Tư pháp,department,2020-07-20"
  };
  private static final List<String> REPORTERS =
      List.of("Hòa Bình", "Thừa Thiên Huế", "TP. Hồ Chí Minh", "Bộ Y tế", "Đắk Lắk");
  private static final String CATALOG_HEADER =
      "unit_code,procedure_code,service_level,eligible_level4,on_national_portal";
  private static final String REPORT_HEADER = "indicator,unit_name,as_of,value";

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void changesNothing(long seed, @TempDir Path folder) {
    Random random = new Random(seed);
    List<CatalogRow> rows = randomCatalogs(random);
    List<String> reports = randomReports(random);

    Deployment clean = new Deployment(folder.resolve("clean"));
    for (LocalDate date : DATES) {
      clean.land("catalogs/" + date + "/all.csv", lines(rows, date));
    }
    clean.land("units/all.csv", UNIT_FEED);
    clean.land("reports/all.csv", withHeader(REPORT_HEADER, reports));
    clean.run();

    Deployment messy = new Deployment(folder.resolve("messy"));
    messy.land("units/all.csv", UNIT_FEED);
    deliverInDisorder(messy, rows, reports, random);

    for (String table :
        List.of("indicator_interval", "ranking_interval", "catalog_snapshot", "unit")) {
      assertThat(messy.rows(table, "true", "*"))
          .as("%s, delivered in disorder (seed %d), equals that of one clean run", table, seed)
          .isEqualTo(clean.rows(table, "true", "*"));
    }
    String[] service = {
      "unit_code",
      "snapshot_date",
      "procedure_code",
      "service_level",
      "eligible_level4",
      "on_national_portal"
    };
    assertThat(messy.rows("service", "true", service))
        .isEqualTo(clean.rows("service", "true", service));
    assertThat(clean.rows("report_row", "true", "count(*)")).containsExactly("" + reports.size());
    agreesWithTheNaiveComputation(clean, rows);
  }

  private static void agreesWithTheNaiveComputation(Deployment clean, List<CatalogRow> rows) {
    NaiveCountry naive = new NaiveCountry(rows, EXISTS_FROM);
    List<String[]> intervals =
        clean
            .rows(
                "indicator_interval",
                "basis = 'computed'",
                "indicator",
                "unit_code",
                "numerator",
                "denominator",
                "valid_from",
                "coalesce(valid_to, DATE '9999-12-31')")
            .stream()
            .map(row -> row.split(" ", -1))
            .toList();
    LocalDate end = LocalDate.of(2020, 8, 31);
    for (LocalDate day = DATES.get(0).minusDays(1); day.isBefore(end); day = day.plusDays(1)) {
      Map<String, Rate> found = new TreeMap<>();
      for (String[] interval : intervals) {
        if (!LocalDate.parse(interval[4]).isAfter(day)
            && LocalDate.parse(interval[5]).isAfter(day)) {
          found.put(
              interval[0] + " " + interval[1],
              new Rate(Long.parseLong(interval[2]), Long.parseLong(interval[3])));
        }
      }
      assertThat(found).as("all values on %s", day).isEqualTo(naive.values(day));
    }
  }

  private static void deliverInDisorder(
      Deployment messy, List<CatalogRow> rows, List<String> reports, Random random) {
    Map<String, List<String>> files = new LinkedHashMap<>();
    for (CatalogRow row : rows) {
      String file =
          "catalogs/"
              + row.date()
              + "/"
              + (char) ('a' + random.nextInt(3))
              + ".csv"
              + (row.root().endsWith("1") ? ".gz" : "");
      files.computeIfAbsent(file, f -> new ArrayList<>()).add(respelled(line(row), random));
    }
    for (String report : reports) {
      files
          .computeIfAbsent(
              "reports/" + (char) ('a' + random.nextInt(2)) + ".csv", f -> new ArrayList<>())
          .add(renamed(report, random));
    }
    // Of x.csv and x.csv.gz only one would be read: give the compressed ones names of their own.
    Map<String, List<String>> named = new LinkedHashMap<>();
    files.forEach(
        (file, lines) ->
            named.put(file.endsWith(".gz") ? file.replace(".csv.gz", "-z.csv.gz") : file, lines));
    List<String> names = new ArrayList<>(named.keySet());
    Collections.shuffle(names, random);
    List<String> wrongAtFirst = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      List<String> lines = named.get(names.get(i));
      Collections.shuffle(lines, random);
      if (names.get(i).startsWith("catalogs/") && random.nextInt(3) == 0) {
        wrongAtFirst.add(names.get(i));
        // Other levels, a unit too many, a broken row: all of it is to be forgotten.
        messy.land(
            names.get(i),
            CATALOG_HEADER,
            "H47.77,1.000099,4,1,1",
            lines.get(0).replaceAll(",[1-4],", ",1,"),
            "H47.01,not a code,4,1,1");
      } else {
        messy.land(names.get(i), withHeader(header(names.get(i)), lines));
      }
      if (i == names.size() / 2) {
        messy.run();
      }
    }
    messy.run();
    for (String name : wrongAtFirst) {
      messy.land(name, withHeader(header(name), named.get(name)));
    }
    messy.run();
  }

  private static String header(String file) {
    return file.startsWith("catalogs/") ? CATALOG_HEADER : REPORT_HEADER;
  }

  private static List<CatalogRow> randomCatalogs(Random random) {
    List<CatalogRow> rows = new ArrayList<>();
    for (LocalDate date : DATES) {
      for (String unit : UNITS) {
        if (random.nextInt(3) == 0) {
          continue;
        }
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
          // A root may come twice in a snapshot.
          rows.add(
              new CatalogRow(
                  unit,
                  date,
                  "1.00000" + random.nextInt(7),
                  random.nextInt(5),
                  random.nextBoolean(),
                  random.nextBoolean()));
        }
      }
    }
    return rows;
  }

  private static List<String> randomReports(Random random) {
    List<String> reports = new ArrayList<>();
    for (String name : REPORTERS) {
      for (LocalDate date : DATES) {
        if (random.nextBoolean()) {
          reports.add("level4_rate," + name + "," + date + ",\"" + random.nextInt(100) + ",5%\"");
        }
      }
    }
    return reports;
  }

  private static String[] lines(List<CatalogRow> rows, LocalDate date) {
    return withHeader(
        CATALOG_HEADER,
        rows.stream().filter(row -> row.date().equals(date)).map(DeliveryOrderTest::line).toList());
  }

  private static String line(CatalogRow row) {
    return String.join(
        ",",
        row.unit(),
        row.root(),
        row.level() == 0 ? "" : String.valueOf(row.level()),
        row.eligible() ? "1" : "0",
        row.portal() ? "có" : "");
  }

  /** The same row with its codes in other forms. */
  private static String respelled(String line, Random random) {
    String[] cells = line.split(",", -1);
    if (random.nextBoolean()) {
      List<String> groups = new ArrayList<>(List.of(cells[0].split("\\.", -1)));
      Collections.reverse(groups);
      cells[0] = "000." + String.join(".", groups);
    }
    if (random.nextBoolean()) {
      cells[1] = cells[1] + ".000.00.00.H47";
    }
    cells[2] = cells[2].replace("4", random.nextBoolean() ? "toan_trinh" : "4");
    return String.join(",", cells);
  }

  /** The same report with the unit's name in another spelling. */
  private static String renamed(String line, Random random) {
    String[] cells = line.split(",", 3);
    String name = cells[1];
    name = random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : name;
    name = random.nextBoolean() ? Normalizer.normalize(name, Normalizer.Form.NFD) : name;
    name = random.nextBoolean() ? name.replace(" ", "  ") : name;
    name = random.nextBoolean() ? name.replace("Hòa", "Hoà") : name;
    return cells[0] + "," + name + "," + cells[2];
  }

  private static String[] withHeader(String header, List<String> lines) {
    List<String> all = new ArrayList<>(List.of(header));
    all.addAll(lines);
    return all.toArray(String[]::new);
  }
}

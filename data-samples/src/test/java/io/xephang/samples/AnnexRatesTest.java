package io.xephang.samples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalogs of 20/8/2020 give the rates of letter 3485, counted from the files. */
class AnnexRatesTest {
  private static final String DATE = "2020-08-20";

  /** Which unit a printed name means: the one fact that the report leaves to its reader. */
  private static final Path UNIT_CODES =
      Path.of("src/main/resources/io/xephang/samples/annex-3485.csv");

  private static final Path ANNEX =
      CheckedInLanding.ROOT.resolve("reports/annex-3485-2020-08-20.csv");

  /** Roots, and roots at level 4, of a province or ministry and all units below it. */
  private record Count(int level4, int all) {
    BigDecimal percent(int decimals) {
      return BigDecimal.valueOf(100L * level4)
          .divide(BigDecimal.valueOf(all), decimals, RoundingMode.HALF_UP);
    }
  }

  private static final Map<String, Count> counts = new LinkedHashMap<>();

  @BeforeAll
  static void countRoots() {
    for (NamedCsvRecord row : CheckedInLanding.rows(UNIT_CODES)) {
      String unit = row.getField("unit_code");
      Set<String> all = new HashSet<>();
      Set<String> level4 = new HashSet<>();
      for (CheckedInLanding.CatalogLine line : CheckedInLanding.catalog(DATE, unit)) {
        assertThat(line.unitCode()).as("unit in the file of %s", unit).startsWith(unit);
        all.add(line.root());
        if (line.level().equals("4")) {
          level4.add(line.root());
        }
      }
      counts.put(unit, new Count(level4.size(), all.size()));
    }
  }

  @Test
  void everyRateRoundsToItsPrint() {
    Map<String, BigDecimal> printed = new LinkedHashMap<>();
    Map<String, BigDecimal> counted = new LinkedHashMap<>();
    Map<String, String> codes = new LinkedHashMap<>();
    CheckedInLanding.rows(UNIT_CODES)
        .forEach(row -> codes.put(row.getField("printed_name"), row.getField("unit_code")));
    for (NamedCsvRecord row : CheckedInLanding.rows(ANNEX)) {
      String name = row.getField("unit_name");
      String value = row.getField("value").replace("%", "").replace(',', '.');
      printed.put(name, new BigDecimal(value).setScale(2, RoundingMode.UNNECESSARY));
      counted.put(name, counts.get(codes.get(name)).percent(2));
    }
    assertThat(printed).hasSize(80);
    assertThat(counted).isEqualTo(printed);
  }

  @Test
  void everyMinistryAndProvinceHasOneFile() throws IOException {
    try (var files = Files.list(CheckedInLanding.ROOT.resolve("catalogs/" + DATE))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              counts.keySet().stream().map(unit -> "synthetic-" + unit + ".csv.gz").toList());
    }
    assertThat(ministries()).hasSize(17);
    assertThat(provinces()).hasSize(63);
  }

  @Test
  void sizesAreRealistic() {
    assertThat(provinces()).allMatch(count -> count.all() >= 1_300 && count.all() <= 2_200);
    assertThat(ministries()).allMatch(count -> count.all() >= 50 && count.all() <= 550);
  }

  @Test
  void pooledRateOfAllEightyPrintsAsTheLetter() {
    int level4 = counts.values().stream().mapToInt(Count::level4).sum();
    int all = counts.values().stream().mapToInt(Count::all).sum();
    assertThat(new Count(level4, all).percent(2)).isEqualByComparingTo("17.97");
  }

  @Test
  void meanOfTheProvincesIsNotThePooledRate() {
    BigDecimal sum =
        provinces().stream()
            .map(count -> count.percent(20))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum.divide(BigDecimal.valueOf(63), 2, RoundingMode.HALF_UP))
        .isEqualByComparingTo("17.70");
  }

  @Test
  void fiveMinistriesAndTwentyTwoProvincesAreBelowTenPercentAndThirteenReachThirty() {
    assertThat(ministries().stream().filter(count -> count.level4() * 10 < count.all())).hasSize(5);
    assertThat(provinces().stream().filter(count -> count.level4() * 10 < count.all())).hasSize(22);
    assertThat(provinces().stream().filter(count -> count.level4() * 10 >= count.all() * 3))
        .hasSize(13);
  }

  private static List<Count> ministries() {
    return ofPrefix("G");
  }

  private static List<Count> provinces() {
    return ofPrefix("H");
  }

  private static List<Count> ofPrefix(String prefix) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .map(Map.Entry::getValue)
        .toList();
  }
}

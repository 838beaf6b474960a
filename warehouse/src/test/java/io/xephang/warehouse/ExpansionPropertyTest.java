package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Every row of indicator_value must be what looking the interval up by its date gives. */
class ExpansionPropertyTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void everyRowIsTheValueThatHoldsOnItsDate(
      @ForAll("starts") Set<Integer> starts, @ForAll("asOfDays") int asOfDay) throws Exception {
    List<LocalDate> begins =
        new TreeSet<>(starts).stream().map(day -> FIRST.plusDays(day)).toList();
    LocalDate asOf = FIRST.plusDays(asOfDay);
    Path folder = Files.createTempDirectory("expansion");
    try (Warehouse warehouse =
        new LakeFixture(folder)
            .with(
                "indicator_interval",
                "indicator, basis, unit_code, part, period_type, valid_from, valid_to, numerator,"
                    + " denominator, value, data_date",
                tuples(begins))
            .publish(asOf.toString())
            .open()) {
      assertThat(
              Answer.rows(
                  warehouse,
                  "SELECT period_end, numerator FROM indicator_value ORDER BY period_end"))
          .as("values that begin on %s, as of %s", begins, asOf)
          .containsExactlyElementsOf(expected(begins, asOf));
    } finally {
      try (Stream<Path> paths = Files.walk(folder)) {
        paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  @Provide
  Arbitrary<Set<Integer>> starts() {
    return Arbitraries.integers().between(0, 400).set().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<Integer> asOfDays() {
    return Arbitraries.integers().between(0, 450);
  }

  /** The naïve way: go through the days one by one. */
  private static List<String> expected(List<LocalDate> begins, LocalDate asOf) {
    List<String> rows = new ArrayList<>();
    for (LocalDate day = FIRST; !day.isAfter(asOf); day = day.plusDays(1)) {
      LocalDate today = day;
      boolean monthEnd = day.equals(day.with(TemporalAdjusters.lastDayOfMonth()));
      long holding = begins.stream().filter(begin -> !begin.isAfter(today)).count();
      if (holding > 0 && (monthEnd || begins.contains(day))) {
        rows.add(day + "|" + holding);
      }
    }
    return rows;
  }

  /** The n-th value is n of 1000, and holds until the next begins. */
  private static String[] tuples(List<LocalDate> begins) {
    List<String> tuples = new ArrayList<>();
    for (int i = 0; i < begins.size(); i++) {
      String end = i + 1 < begins.size() ? "'" + begins.get(i + 1) + "'" : "NULL";
      tuples.add(
          "('level4_rate', 'computed', 'H47', 'VN', 'as_of', '"
              + begins.get(i)
              + "', "
              + end
              + ", "
              + (i + 1)
              + ", 1000, "
              + (i + 1) / 1000.0
              + ", '"
              + begins.get(i)
              + "')");
    }
    return tuples.toArray(new String[0]);
  }
}

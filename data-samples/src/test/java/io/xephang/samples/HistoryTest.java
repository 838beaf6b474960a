package io.xephang.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.samples.CheckedInLanding.CatalogLine;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Six provinces have monthly catalogs from August 2018 that lead to those of 20/8/2020. */
class HistoryTest {
  private static final List<String> MONTH_ENDS =
      IntStream.range(0, 24)
          .mapToObj(month -> YearMonth.of(2018, 8).plusMonths(month).atEndOfMonth().toString())
          .toList();

  @Test
  void noOtherUnitHasAHistory() {
    Map<String, List<String>> datesByFile = new TreeMap<>();
    for (Path file : CheckedInLanding.files(CheckedInLanding.ROOT.resolve("catalogs"))) {
      String date = file.getParent().getFileName().toString();
      if (!date.equals("2020-08-20")) {
        datesByFile
            .computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
            .add(date);
      }
    }
    assertThat(datesByFile.keySet())
        .containsExactly(
            "synthetic-H15.csv.gz",
            "synthetic-H27.csv.gz",
            "synthetic-H29.csv.gz",
            "synthetic-H38.csv.gz",
            "synthetic-H57.csv.gz",
            "synthetic-H58.csv.gz");
    assertThat(datesByFile.values()).allMatch(MONTH_ENDS::equals);
  }

  @ParameterizedTest
  @ValueSource(strings = {"H15", "H27", "H29", "H38", "H57", "H58"})
  void whatIsOnlineStaysOnlineAndTheRateGrows(String province) {
    List<String> dates = new ArrayList<>(MONTH_ENDS);
    dates.add("2020-08-20");
    Map<String, String> before = new HashMap<>();
    double firstRate = 0;
    double lastRate = 0;
    for (String date : dates) {
      Map<String, String> levels = new HashMap<>();
      for (CatalogLine line : CheckedInLanding.catalog(date, province)) {
        levels.put(line.root(), line.level());
      }
      before.forEach(
          (root, level) ->
              assertThat(levels.get(root))
                  .as("level of %s in %s on %s, a month earlier %s", root, province, date, level)
                  .isGreaterThanOrEqualTo(level));
      double rate = (double) levels.values().stream().filter("4"::equals).count() / levels.size();
      // New procedures may press the rate a little, never by half a percentage point.
      assertThat(rate).as("rate of %s on %s", province, date).isGreaterThan(lastRate - 0.005);
      firstRate = before.isEmpty() ? rate : firstRate;
      lastRate = rate;
      before = levels;
    }
    assertThat(lastRate).as("growth of %s in two years", province).isGreaterThan(2 * firstRate);
  }
}

package io.xephang.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a province came to its catalog of 20/8/2020, in 24 monthly steps from August 2018. Made up:
 * only the last rate is printed anywhere.
 *
 * @param firstPermille its level-4 rate in August 2018
 * @param curvePower 1: even growth; more: the later, the faster
 */
record History(String unitCode, int firstPermille, int curvePower) {
  /** The step at which a province has reached its catalog of 20/8/2020. */
  static final int LAST_STEP = 24;

  private static final YearMonth FIRST_MONTH = YearMonth.of(2018, 8);

  static Map<String, History> all() {
    List<History> histories =
        ResourceTable.read(
            "histories.csv",
            row ->
                new History(
                    row.getField("unit_code"),
                    ResourceTable.number(row.getField("first_permille")),
                    ResourceTable.number(row.getField("curve_power"))));
    return histories.stream().collect(Collectors.toUnmodifiableMap(History::unitCode, h -> h));
  }

  /** The last day of the month of a step before the last. */
  static LocalDate dateOf(int step) {
    return FIRST_MONTH.plusMonths(step).atEndOfMonth();
  }

  /** New procedures are promulgated each quarter: about 0,8 % of the list. */
  private static int sizeAt(int step, int lastSize) {
    int quartersToCome = (LAST_STEP - step + 2) / 3;
    return lastSize - lastSize * 8 * quartersToCome / 1_000;
  }

  Share shareAt(int step, Share last) {
    int first = Math.min(last.numerator(), last.denominator() * firstPermille / 1_000);
    return new Share(
        grown(first, last.numerator(), step, curvePower), sizeAt(step, last.denominator()));
  }

  int partialAt(int step, int last) {
    return grown(last * 4 / 10, last, step, 1);
  }

  private static int grown(int first, int last, int step, int power) {
    long done = 1;
    long whole = 1;
    for (int i = 0; i < power; i++) {
      done *= step;
      whole *= LAST_STEP;
    }
    return first + Math.toIntExact((last - first) * done / whole);
  }
}

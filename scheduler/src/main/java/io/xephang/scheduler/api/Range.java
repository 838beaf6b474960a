package io.xephang.scheduler.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Bounds that a list is filtered by, such as {@code logical_date_gte}.
 *
 * @param from {@code _gte}
 * @param above {@code _gt}
 * @param to {@code _lte}
 * @param below {@code _lt}
 */
record Range<C extends Comparable<C>>(
    Optional<C> from, Optional<C> above, Optional<C> to, Optional<C> below) {
  private static final String FROM = "_gte";
  private static final String ABOVE = "_gt";
  private static final String TO = "_lte";
  private static final String BELOW = "_lt";

  /** Airflow's client writes offsets without a colon. */
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter();

  /** The names of all bounds of these values. */
  static Set<String> parameters(String... values) {
    Set<String> names = new TreeSet<>();
    for (String value : values) {
      names.addAll(Set.of(value + FROM, value + ABOVE, value + TO, value + BELOW));
    }
    return names;
  }

  /**
   * Bounds of moments.
   *
   * @throws ApiProblem 422 if one is no moment with an offset
   */
  static Range<Instant> ofMoments(ApiRequest request, String value) throws ApiProblem {
    return of(
        request,
        value,
        text -> MOMENT.parse(text, Instant::from),
        "Input should be a valid datetime with an offset");
  }

  /**
   * Bounds of numbers.
   *
   * @throws ApiProblem 422 if one is no number
   */
  static Range<Double> ofNumbers(ApiRequest request, String value) throws ApiProblem {
    return of(request, value, Double::valueOf, "Input should be a valid number");
  }

  private static <C extends Comparable<C>> Range<C> of(
      ApiRequest request, String value, Function<String, C> read, String expected)
      throws ApiProblem {
    return new Range<>(
        bound(request, value + FROM, read, expected),
        bound(request, value + ABOVE, read, expected),
        bound(request, value + TO, read, expected),
        bound(request, value + BELOW, read, expected));
  }

  private static <C> Optional<C> bound(
      ApiRequest request, String name, Function<String, C> read, String expected)
      throws ApiProblem {
    Optional<String> written = request.parameter(name);
    try {
      return written.map(read);
    } catch (DateTimeException | NumberFormatException e) {
      throw ApiProblem.invalid("query", name, expected, written.orElse(""));
    }
  }

  /** Whether a value lies within; what has none does only if there are no bounds. */
  boolean holds(Optional<C> value) {
    return value
        .map(this::holds)
        .orElse(from.or(() -> above).or(() -> to).or(() -> below).isEmpty());
  }

  /**
   * Whether a value lies within that may be still to come: what has none yet is after every bound,
   * and before those that have not come yet, as Airflow's {@code NullableDatetimeRangeFilter} has
   * it.
   */
  boolean holds(Optional<C> value, C now) {
    return value
        .map(this::holds)
        .orElse(
            to.filter(bound -> now.compareTo(bound) > 0).isEmpty()
                && below.filter(bound -> now.compareTo(bound) >= 0).isEmpty());
  }

  private boolean holds(C value) {
    return from.filter(bound -> value.compareTo(bound) < 0).isEmpty()
        && above.filter(bound -> value.compareTo(bound) <= 0).isEmpty()
        && to.filter(bound -> value.compareTo(bound) > 0).isEmpty()
        && below.filter(bound -> value.compareTo(bound) >= 0).isEmpty();
  }
}

package io.xephang.scheduler.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a list can be ordered by: Airflow's {@code order_by}, with a minus for the greatest first.
 * What has no value comes before what has one, as in Airflow on SQLite.
 */
final class ListOrder<T> {
  private static final int MOST_KEYS = 10;
  private static final String DESCENDING = "-";

  /** An item with its place in the list as it was made. */
  private record Placed<T>(int place, T item) {}

  private final Map<String, Comparator<Placed<T>>> keys = new TreeMap<>();

  /**
   * An order with one key so far.
   *
   * @param usual means the order in which the items were made, which holds if none is asked for
   */
  ListOrder(String usual) {
    keys.put(usual, Comparator.comparingInt(Placed::place));
  }

  /** Another key. */
  <C extends Comparable<? super C>> ListOrder<T> by(String name, Function<T, Optional<C>> value) {
    Comparator<C> natural = Comparator.nullsFirst(Comparator.naturalOrder());
    keys.put(
        name, Comparator.comparing(placed -> value.apply(placed.item()).orElse(null), natural));
    return this;
  }

  /**
   * The items in the order that is asked for; those that are equal as they were made, or the other
   * way round if the first key has a minus.
   *
   * @param made in the order in which they were made
   * @throws ApiProblem 400, as Airflow's, if there is no such key
   */
  List<T> sorted(ApiRequest request, List<T> made) throws ApiProblem {
    List<String> asked = request.parameters("order_by");
    if (asked.isEmpty()) {
      return made;
    }
    if (asked.size() > MOST_KEYS) {
      throw ApiProblem.of(
          ApiProblem.BAD_REQUEST,
          "Ordering with more than "
              + MOST_KEYS
              + " parameters is not allowed. Provided: "
              + asked);
    }
    Comparator<Placed<T>> whole = directed(asked.get(0), comparator(asked.get(0)));
    for (String key : asked.subList(1, asked.size())) {
      whole = whole.thenComparing(directed(key, comparator(key)));
    }
    whole = whole.thenComparing(directed(asked.get(0), Comparator.comparingInt(Placed::place)));
    List<Placed<T>> placed = new ArrayList<>();
    made.forEach(item -> placed.add(new Placed<>(placed.size(), item)));
    placed.sort(whole);
    return placed.stream().map(Placed::item).toList();
  }

  private Comparator<Placed<T>> comparator(String key) throws ApiProblem {
    String name = key.startsWith(DESCENDING) ? key.substring(1) : key;
    Comparator<Placed<T>> comparator = keys.get(name);
    if (comparator == null) {
      throw ApiProblem.of(
          ApiProblem.BAD_REQUEST,
          "Ordering with '"
              + name
              + "' is disallowed or the attribute does not exist on the model; expected one of "
              + keys.keySet());
    }
    return comparator;
  }

  private static <T> Comparator<T> directed(String key, Comparator<T> ascending) {
    return key.startsWith(DESCENDING) ? ascending.reversed() : ascending;
  }
}

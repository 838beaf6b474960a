package io.xephang.warehouse;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions and operators that a query may use, from the lists in {@code gate/}. */
final class AllowedFunctions {
  /** Of tables, beside the macros of the surface. They read nothing. */
  private static final Set<String> OF_TABLES =
      Set.of("range", "generate_series", "unnest", "json_each", "json_tree");

  /** What no list of DuckDB's names: it is taken apart before it is looked up. */
  private static final Set<String> TAKEN_APART = Set.of("unnest");

  private static final Set<String> NAMES =
      Stream.concat(
              lines("gate/functions.txt").flatMap(line -> Arrays.stream(line.split(" "))),
              lines("gate/operators.txt"))
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  /** Those whose place the macros of {@code gate/bounded_functions.sql} take. */
  private static final Set<String> BOUNDED =
      Set.of(
          "repeat",
          "lpad",
          "rpad",
          "bar",
          "replace",
          "regexp_replace",
          "levenshtein",
          "editdist3",
          "damerau_levenshtein",
          "jaro_similarity",
          "jaro_winkler_similarity",
          "range",
          "generate_series");

  private AllowedFunctions() {}

  static boolean ofValues(String name) {
    // Names of functions know no case; some operators are words in capitals.
    String lower = name.toLowerCase(Locale.ROOT);
    return NAMES.contains(lower) || NAMES.contains(name) || TAKEN_APART.contains(lower);
  }

  static boolean ofTables(String name) {
    return OF_TABLES.contains(name.toLowerCase(Locale.ROOT)) || PublicSurface.hasMacro(name);
  }

  static boolean bounded(String name) {
    return BOUNDED.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Stream<String> lines(String list) {
    return SqlText.of(list).lines().filter(line -> !line.startsWith("#"));
  }
}

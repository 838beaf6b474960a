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
      Stream.concat(words("gate/functions.txt"), lines("gate/operators.txt"))
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
          "generate_series",
          "list_transform",
          "list_apply",
          "array_transform",
          "array_apply",
          "apply",
          "list_filter",
          "array_filter",
          "filter");

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

  /** Whether the result is a number or the like, whatever the arguments are. */
  static boolean ofFixedSize(String name) {
    return OfLambdas.FIXED_SIZE.contains(name);
  }

  /** Whether the result is about as long as the arguments. */
  static boolean inLambdaResults(String name) {
    return OfLambdas.CARRYING.contains(name);
  }

  /** Read when a query has a lambda. */
  private static final class OfLambdas {
    private static final Set<String> FIXED_SIZE =
        words("gate/fixed_size_functions.txt").collect(Collectors.toUnmodifiableSet());
    private static final Set<String> CARRYING =
        words("gate/lambda_functions.txt").collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> words(String list) {
    return lines(list).flatMap(line -> Arrays.stream(line.split(" ")));
  }

  private static Stream<String> lines(String list) {
    return SqlText.of(list).lines().filter(line -> !line.startsWith("#"));
  }
}

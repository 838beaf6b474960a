package io.xephang.warehouse;

import java.util.Set;

/**
 * A query that may run.
 *
 * @param functions that it calls by name
 */
record JudgedQuery(Set<String> functions) {
  JudgedQuery {
    functions = Set.copyOf(functions);
  }

  /** Whether it needs the macros of {@code gate/bounded_functions.sql}. */
  boolean callsBounded() {
    return functions.stream().anyMatch(AllowedFunctions::bounded);
  }
}

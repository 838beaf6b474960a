package io.xephang.scheduler.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which methods each path of the API has; a star stands for a name. */
final class KnownPaths {
  private static final String GET = "GET";
  private static final String POST = "POST";
  private static final String NAME = "*";
  private static final String RUNS = "dags/*/dagRuns";
  private static final String TASKS = RUNS + "/*/taskInstances";

  private static final Map<String, Set<String>> METHODS =
      Map.ofEntries(
          Map.entry("version", Set.of(GET)),
          Map.entry("monitor/health", Set.of(GET)),
          Map.entry("importErrors", Set.of(GET)),
          Map.entry("importErrors/*", Set.of(GET)),
          Map.entry("backfills", Set.of(GET, POST)),
          Map.entry("backfills/dry_run", Set.of(POST)),
          Map.entry("dags", Set.of(GET)),
          Map.entry("dags/*", Set.of(GET, "PATCH")),
          Map.entry("dags/*/details", Set.of(GET)),
          Map.entry("dags/*/dueRuns", Set.of(GET)),
          Map.entry("dags/*/tasks", Set.of(GET)),
          Map.entry("dags/*/tasks/*", Set.of(GET)),
          Map.entry("dags/*/clearTaskInstances", Set.of(POST)),
          Map.entry(RUNS, Set.of(GET, POST)),
          Map.entry(RUNS + "/*", Set.of(GET)),
          Map.entry(RUNS + "/*/clear", Set.of(POST)),
          Map.entry(TASKS, Set.of(GET)),
          Map.entry(TASKS + "/*", Set.of(GET)),
          Map.entry(TASKS + "/*/tries", Set.of(GET)),
          Map.entry(TASKS + "/*/tries/*", Set.of(GET)),
          Map.entry(TASKS + "/*/logs/*", Set.of(GET)));

  private KnownPaths() {}

  static Set<String> all() {
    return METHODS.keySet();
  }

  /**
   * The methods of a path, in order; none if there is no such path.
   *
   * @param below the path below {@code /api/v2}
   */
  static Set<String> methods(List<String> below) {
    Set<String> methods = new TreeSet<>();
    METHODS.forEach(
        (path, its) -> {
          if (matches(path, below)) {
            methods.addAll(its);
          }
        });
    return methods;
  }

  /** Whether a path is of this form, such as {@code dags/*}. */
  static boolean matches(String form, List<String> below) {
    String[] parts = form.split("/", -1);
    if (parts.length != below.size()) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].equals(NAME) && !parts[i].equals(below.get(i))) {
        return false;
      }
    }
    return true;
  }
}

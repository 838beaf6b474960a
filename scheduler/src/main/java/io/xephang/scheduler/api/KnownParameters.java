package io.xephang.scheduler.api;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which parameters requests have that are no lists: those of Airflow 3. Lists know their own,
 * {@link DagSelection} for one.
 */
final class KnownParameters {
  private static final Set<String> MAPPED = Set.of("map_index");
  private static final Set<String> LISTS =
      Set.of(
          "dags", "dags/*/dagRuns", "dags/*/dagRuns/*/taskInstances", "backfills", "importErrors");
  private static final Map<String, Set<String>> OF_READING =
      Map.of(
          "dags/*/tasks",
          Set.of("order_by"),
          "dags/*/dagRuns/*/taskInstances/*/tries",
          MAPPED,
          "dags/*/dagRuns/*/taskInstances/*/tries/*",
          MAPPED,
          "dags/*/dagRuns/*/taskInstances/*/logs/*",
          Set.of("map_index", "full_content", "token"));

  private KnownParameters() {}

  /**
   * Refuses others: an answer as if nothing had been asked for would be a wrong one.
   *
   * @param below the path below {@code /api/v2}
   * @throws ApiProblem 422, naming the parameter
   */
  static void require(ApiRequest request, List<String> below) throws ApiProblem {
    boolean reads = request.method().equals("GET");
    if (reads && LISTS.stream().anyMatch(path -> KnownPaths.matches(path, below))) {
      return;
    }
    Set<String> known = request.method().equals("PATCH") ? Set.of("update_mask") : Set.of();
    for (Map.Entry<String, Set<String>> one : OF_READING.entrySet()) {
      if (reads && KnownPaths.matches(one.getKey(), below)) {
        known = one.getValue();
      }
    }
    request.onlyParameters(known);
  }
}

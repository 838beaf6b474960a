package io.xephang.scheduler.api;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.plan.PlannedRun;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.DagStanding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The dags that a request for a list of them is about.
 *
 * @param standings by id
 * @param latest the run of each dag that was made last, by id
 */
record DagSelection(
    DagCatalog catalog,
    Map<String, DagStanding> standings,
    Map<String, DagRun> latest,
    Instant now) {
  private static final Set<String> PARAMETERS = parameters();

  private static Set<String> parameters() {
    Set<String> names =
        new TreeSet<>(
            Set.of(
                "tags",
                "tags_match_mode",
                "owners",
                "paused",
                "exclude_stale",
                "has_import_errors",
                "dag_id_pattern",
                "dag_display_name_pattern",
                "last_dag_run_state",
                "dag_run_state"));
    names.addAll(Range.parameters("dag_run_start_date", "dag_run_end_date"));
    names.addAll(Page.PARAMETERS);
    return names;
  }

  /** Those that the request asks for, in its order. */
  List<Dag> of(ApiRequest request) throws ApiProblem {
    request.onlyParameters(PARAMETERS);
    Optional<Boolean> paused = request.flag("paused");
    Optional<Boolean> broken = request.flag("has_import_errors");
    // A dag that is in no file is not in the catalog either.
    request.flag("exclude_stale");
    TextPattern ids = TextPattern.of(request, "dag_id_pattern");
    TextPattern names = TextPattern.of(request, "dag_display_name_pattern");
    StateFilter states = StateFilter.ofRuns(request, "dag_run_state");
    StateFilter lastStates = StateFilter.ofRuns(request, "last_dag_run_state");
    Range<Instant> starts = Range.ofMoments(request, "dag_run_start_date");
    Range<Instant> ends = Range.ofMoments(request, "dag_run_end_date");
    boolean ofRuns =
        PARAMETERS.stream()
            .filter(name -> name.contains("dag_run"))
            .anyMatch(name -> request.parameter(name).isPresent());
    List<Dag> wanted =
        catalog.dags().values().stream()
            .filter(dag -> paused.map(wish -> wish == standing(dag).paused()).orElse(true))
            .filter(dag -> broken.map(wish -> wish == catalog.isOutdated(dag)).orElse(true))
            .filter(dag -> tagged(request, dag))
            .filter(dag -> owned(request.parameters("owners"), dag))
            .filter(dag -> ids.matches(dag.id()) && names.matches(dag.id()))
            .filter(
                dag ->
                    !ofRuns
                        || latest(dag)
                            .filter(run -> states.holds(run.state().id()))
                            .filter(run -> lastStates.holds(run.state().id()))
                            .filter(run -> starts.holds(run.startedAt(), now))
                            .filter(run -> ends.holds(run.endedAt(), now))
                            .isPresent())
            .toList();
    return order().sorted(request, wanted);
  }

  private ListOrder<Dag> order() {
    return new ListOrder<Dag>("dag_id")
        .by("dag_display_name", dag -> Optional.of(dag.id()))
        .by("next_dagrun", dag -> next(dag).map(PlannedRun::logicalDate))
        .by("last_run_state", dag -> latest(dag).map(run -> run.state().id()))
        .by("last_run_start_date", dag -> latest(dag).flatMap(DagRun::startedAt));
  }

  DagStanding standing(Dag dag) {
    return standings.getOrDefault(dag.id(), DagStanding.unknown(dag.id()));
  }

  private Optional<DagRun> latest(Dag dag) {
    return Optional.ofNullable(latest.get(dag.id()));
  }

  private Optional<PlannedRun> next(Dag dag) {
    return dag.timetable().next(standing(dag).planned(), dag.bounds(), now);
  }

  private static boolean tagged(ApiRequest request, Dag dag) {
    List<String> tags = request.parameters("tags");
    if (tags.isEmpty()) {
      return true;
    }
    return request.parameter("tags_match_mode").filter("all"::equals).isPresent()
        ? dag.tags().containsAll(tags)
        : tags.stream().anyMatch(tag -> dag.tags().contains(tag));
  }

  private static boolean owned(List<String> owners, Dag dag) {
    return owners.isEmpty()
        || dag.tasks().stream()
            .map(task -> task.owner().toLowerCase(Locale.ROOT))
            .anyMatch(
                owner ->
                    owners.stream()
                        .anyMatch(part -> owner.contains(part.toLowerCase(Locale.ROOT))));
  }
}

package io.xephang.scheduler.api;

import io.xephang.scheduler.plan.DataInterval;
import io.xephang.scheduler.store.DagRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The runs that a request for a list of them is about. */
final class RunSelection {
  private static final ListOrder<DagRun> ORDER =
      new ListOrder<DagRun>("id")
          .by("dag_id", run -> Optional.of(run.dagId()))
          .by("dag_run_id", run -> Optional.of(run.runId()))
          .by("run_id", run -> Optional.of(run.runId()))
          .by("state", run -> Optional.of(run.state().id()))
          .by("logical_date", DagRun::logicalDate)
          .by("run_after", run -> Optional.of(run.runAfter()))
          .by("start_date", DagRun::startedAt)
          .by("end_date", DagRun::endedAt)
          .by("duration", RunSelection::duration)
          .by("conf", run -> Optional.of(run.conf()))
          .by("data_interval_start", run -> run.interval().map(DataInterval::start))
          .by("data_interval_end", run -> run.interval().map(DataInterval::end));

  private static final Set<String> PARAMETERS = parameters();

  private RunSelection() {}

  private static Set<String> parameters() {
    Set<String> names =
        new TreeSet<>(
            Set.of("state", "run_type", "run_id_pattern", "dag_id_pattern", "conf_contains"));
    names.addAll(TimeFilter.PARAMETERS);
    names.addAll(Page.PARAMETERS);
    return names;
  }

  /**
   * Those that the request asks for, in its order.
   *
   * @param made all that there are, in the order in which they were made
   */
  static List<DagRun> of(ApiRequest request, List<DagRun> made, Instant now) throws ApiProblem {
    request.onlyParameters(PARAMETERS);
    StateFilter states = StateFilter.ofRuns(request, "state");
    StateFilter types = StateFilter.ofTypes(request);
    TextPattern runIds = TextPattern.of(request, "run_id_pattern");
    TextPattern dagIds = TextPattern.of(request, "dag_id_pattern");
    String conf = request.parameter("conf_contains").orElse("");
    TimeFilter times = TimeFilter.of(request);
    List<DagRun> wanted =
        made.stream()
            .filter(run -> states.holds(run.state().id()))
            .filter(run -> types.holds(run.type().id()))
            .filter(run -> runIds.matches(run.runId()))
            .filter(run -> dagIds.matches(run.dagId()))
            .filter(run -> run.conf().contains(conf))
            .filter(run -> times.holds(run, run.startedAt(), run.endedAt(), now))
            .toList();
    return ORDER.sorted(request, wanted);
  }

  private static Optional<Double> duration(DagRun run) {
    return TimeFilter.seconds(run.startedAt(), run.endedAt());
  }
}

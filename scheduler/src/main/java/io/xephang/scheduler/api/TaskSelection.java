package io.xephang.scheduler.api;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.dag.Task;
import io.xephang.scheduler.plan.DataInterval;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.TaskInstance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tasks of runs that a request for a list of them is about. */
final class TaskSelection {
  private static final Set<String> PARAMETERS = parameters();

  private final DagCatalog catalog;
  private final Map<List<String>, DagRun> runs;
  private final ListOrder<TaskInstance> order;

  /**
   * A selection among tasks of these runs.
   *
   * @param runs by dag and run
   */
  TaskSelection(DagCatalog catalog, Map<List<String>, DagRun> runs) {
    this.catalog = catalog;
    this.runs = runs;
    this.order =
        new ListOrder<TaskInstance>("map_index")
            .by("id", task -> Optional.of(task.id()))
            .by("state", task -> Optional.of(task.state().id()))
            .by("duration", TaskSelection::duration)
            .by("start_date", TaskInstance::startedAt)
            .by("end_date", TaskInstance::endedAt)
            .by("try_number", task -> Optional.of(task.attempt()))
            .by("logical_date", task -> run(task).logicalDate())
            .by("run_after", task -> Optional.of(run(task).runAfter()))
            .by("data_interval_start", task -> run(task).interval().map(DataInterval::start))
            .by("data_interval_end", task -> run(task).interval().map(DataInterval::end))
            .by("operator", this::operator);
  }

  private static Set<String> parameters() {
    Set<String> names =
        new TreeSet<>(
            Set.of(
                "state",
                "task_id",
                "task_display_name_pattern",
                "dag_id_pattern",
                "run_id_pattern",
                "try_number",
                "operator"));
    names.addAll(TimeFilter.PARAMETERS);
    names.addAll(Page.PARAMETERS);
    return names;
  }

  /** Those that the request asks for, in its order. */
  List<TaskInstance> of(ApiRequest request, List<TaskInstance> all, Instant now) throws ApiProblem {
    request.onlyParameters(PARAMETERS);
    StateFilter states = StateFilter.ofTasks(request);
    Optional<String> taskId = request.parameter("task_id");
    TextPattern names = TextPattern.of(request, "task_display_name_pattern");
    TextPattern dagIds = TextPattern.of(request, "dag_id_pattern");
    TextPattern runIds = TextPattern.of(request, "run_id_pattern");
    List<String> tries = request.parameters("try_number");
    List<String> operators = request.parameters("operator");
    TimeFilter times = TimeFilter.of(request);
    List<TaskInstance> wanted =
        all.stream()
            .filter(task -> states.holds(task.state().id()))
            .filter(task -> taskId.map(task.key().taskId()::equals).orElse(true))
            .filter(task -> names.matches(task.key().taskId()))
            .filter(task -> dagIds.matches(task.key().dagId()))
            .filter(task -> runIds.matches(task.key().runId()))
            .filter(task -> tries.isEmpty() || tries.contains(Integer.toString(task.attempt())))
            .filter(
                task ->
                    operators.isEmpty() || operator(task).filter(operators::contains).isPresent())
            .filter(task -> times.holds(run(task), task.startedAt(), task.endedAt(), now))
            .toList();
    return order.sorted(request, wanted);
  }

  private DagRun run(TaskInstance task) {
    return runs.get(List.of(task.key().dagId(), task.key().runId()));
  }

  private Optional<String> operator(TaskInstance task) {
    Optional<Dag> dag = catalog.find(task.key().dagId());
    Optional<Task> described = dag.flatMap(found -> found.task(task.key().taskId()));
    return described.map(found -> found.operation().operator());
  }

  private static Optional<Double> duration(TaskInstance task) {
    return TimeFilter.seconds(task.startedAt(), task.endedAt());
  }
}

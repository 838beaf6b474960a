package io.xephang.scheduler.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.dag.DagProblem;
import io.xephang.scheduler.dag.Task;
import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.engine.OperationRefused;
import io.xephang.scheduler.engine.PauseState;
import io.xephang.scheduler.plan.PlannedRun;
import io.xephang.scheduler.plan.RunType;
import io.xephang.scheduler.store.DagStanding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Dags, their tasks, and files that are wrong. */
final class DagRequests {
  private static final Set<String> UPDATED = Set.of("is_paused");

  private final Engine engine;

  DagRequests(Engine engine) {
    this.engine = engine;
  }

  Dag dag(String dagId) throws ApiProblem {
    return engine
        .catalog()
        .find(dagId)
        .orElseThrow(
            () ->
                ApiProblem.of(
                    ApiProblem.NOT_FOUND, "The Dag with ID: `" + dagId + "` was not found"));
  }

  /**
   * Answers what is about dags themselves.
   *
   * @param below the path from {@code dags} on
   */
  Optional<ApiResponse> answer(ApiRequest request, List<String> below)
      throws ApiProblem, OperationRefused {
    String form =
        request.method() + " " + below.size() + (below.size() > 2 ? " " + below.get(2) : "");
    return switch (form) {
      case "GET 1" -> Optional.of(list(request));
      case "GET 2" -> Optional.of(one(below.get(1)));
      case "PATCH 2" -> Optional.of(patched(request, below.get(1)));
      case "GET 3 details" -> Optional.of(details(below.get(1)));
      case "GET 3 tasks" -> Optional.of(tasks(request, below.get(1)));
      case "GET 4 tasks" -> Optional.of(task(below.get(1), below.get(3)));
      // Airflow has no such request: what unpausing would start at once.
      case "GET 3 dueRuns" -> Optional.of(dueRuns(below.get(1)));
      default -> Optional.empty();
    };
  }

  private ApiResponse list(ApiRequest request) throws ApiProblem {
    // Before the rows: who holds them must not wait for the engine, which may wait for them.
    DagCatalog catalog = engine.catalog();
    DagSelection selection =
        engine.read(
            rows ->
                new DagSelection(
                    catalog, rows.dags().all(), rows.runs().latestMade(), engine.now()));
    return ApiResponse.ok(
        Page.of(request)
            .of("dags", selection.of(request), dag -> shape(dag, selection.standing(dag))));
  }

  private ObjectNode shape(Dag dag, DagStanding standing) {
    return Shapes.dag(dag, standing, engine.catalog().isOutdated(dag), engine.now());
  }

  private DagStanding standing(String dagId) {
    return engine.read(rows -> rows.dags().standing(dagId));
  }

  private ApiResponse one(String dagId) throws ApiProblem {
    return ApiResponse.ok(shape(dag(dagId), standing(dagId)));
  }

  private ApiResponse details(String dagId) throws ApiProblem {
    int active = engine.read(rows -> rows.runs().unfinished().getOrDefault(dagId, 0));
    Dag dag = dag(dagId);
    return ApiResponse.ok(Shapes.details(shape(dag, standing(dagId)), dag, active));
  }

  private ApiResponse patched(ApiRequest request, String dagId)
      throws ApiProblem, OperationRefused {
    dag(dagId);
    if (!UPDATED.containsAll(request.parameters("update_mask"))) {
      throw ApiProblem.of(
          ApiProblem.BAD_REQUEST, "Only `is_paused` field can be updated through the REST API");
    }
    Body body = Body.of(request).only(UPDATED);
    boolean paused =
        body.flag("is_paused").orElseThrow(() -> body.wrong("is_paused", "Field required"));
    engine.pause(dagId, paused ? PauseState.PAUSED : PauseState.ACTIVE);
    return one(dagId);
  }

  private ApiResponse tasks(ApiRequest request, String dagId) throws ApiProblem {
    Dag dag = dag(dagId);
    List<Task> byId = dag.tasks().stream().sorted(Comparator.comparing(Task::id)).toList();
    // Where Airflow has them by their ids they come as they run, unless an order is asked for.
    List<Task> ordered =
        request.parameters("order_by").isEmpty()
            ? dag.tasks()
            : new ListOrder<Task>("task_id").sorted(request, byId);
    // All of them, as in Airflow: a dag's tasks are not paged.
    Page all = new Page(Integer.MAX_VALUE, 0);
    return ApiResponse.ok(all.of("tasks", ordered, task -> Shapes.task(dag, task)));
  }

  private ApiResponse task(String dagId, String taskId) throws ApiProblem {
    Dag dag = dag(dagId);
    Task task =
        dag.task(taskId)
            .orElseThrow(
                () ->
                    ApiProblem.of(
                        ApiProblem.NOT_FOUND, "Task with id `" + taskId + "` was not found"));
    return ApiResponse.ok(Shapes.task(dag, task));
  }

  private ApiResponse dueRuns(String dagId) throws OperationRefused {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode runs = answer.putArray("due_runs");
    for (PlannedRun run : engine.dueIfUnpaused(dagId)) {
      runs.addObject()
          .put("dag_run_id", RunType.SCHEDULED.runId(run.runAfter()))
          .put("logical_date", run.logicalDate().toString())
          .put("run_after", run.runAfter().toString());
    }
    return ApiResponse.ok(answer);
  }

  /** Files, or dags in them, that cannot be used. */
  Optional<ApiResponse> importErrors(ApiRequest request, List<String> below) throws ApiProblem {
    Map<Integer, DagProblem> numbered = new TreeMap<>();
    engine.catalog().problems().forEach(problem -> numbered.put(numbered.size() + 1, problem));
    if (below.size() == 1) {
      request.onlyParameters(Page.UNORDERED);
      return Optional.of(
          ApiResponse.ok(
              Page.of(request)
                  .of("import_errors", List.copyOf(numbered.entrySet()), this::importError)));
    }
    return Optional.of(
        ApiResponse.ok(
            numbered.entrySet().stream()
                .filter(entry -> entry.getKey().toString().equals(below.get(1)))
                .map(this::importError)
                .findFirst()
                .orElseThrow(
                    () ->
                        ApiProblem.of(
                            ApiProblem.NOT_FOUND,
                            "The ImportError with import_error_id: `"
                                + below.get(1)
                                + "` was not found"))));
  }

  private ObjectNode importError(Map.Entry<Integer, DagProblem> entry) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("import_error_id", entry.getKey())
        .put("timestamp", engine.now().toString())
        .put("filename", entry.getValue().file())
        .put("stack_trace", entry.getValue().toString())
        .putNull("bundle_name");
  }
}

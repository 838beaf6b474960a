package io.xephang.scheduler.api;

import io.xephang.scheduler.engine.ClearOrder;
import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.engine.OperationRefused;
import io.xephang.scheduler.engine.TriggerOrder;
import io.xephang.scheduler.store.DagRun;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs: list, read, start, clear. */
final class RunRequests {
  /** In a path: of all dags, or of all runs. */
  static final String ALL = "~";

  private static final Set<String> OF_TRIGGER =
      Set.of("dag_run_id", "logical_date", "run_after", "conf", "note");

  private final Engine engine;
  private final DagRequests dags;

  RunRequests(Engine engine) {
    this.engine = engine;
    this.dags = new DagRequests(engine);
  }

  static DagRun run(Engine engine, String dagId, String runId) throws ApiProblem {
    return engine
        .read(rows -> rows.runs().find(dagId, runId))
        .orElseThrow(
            () ->
                ApiProblem.of(
                    ApiProblem.NOT_FOUND,
                    "The DagRun with dag_id: `"
                        + dagId
                        + "` and run_id: `"
                        + runId
                        + "` was not found"));
  }

  /**
   * Answers what is about runs themselves.
   *
   * @param below the path from {@code dags} on
   */
  Optional<ApiResponse> answer(ApiRequest request, List<String> below)
      throws ApiProblem, OperationRefused {
    if (below.size() < 3 || !below.get(2).equals("dagRuns")) {
      return Optional.empty();
    }
    String form =
        request.method() + " " + below.size() + (below.size() > 4 ? " " + below.get(4) : "");
    return switch (form) {
      case "GET 3" -> Optional.of(list(request, below.get(1)));
      case "POST 3" -> Optional.of(trigger(request, below.get(1)));
      case "GET 4" ->
          Optional.of(ApiResponse.ok(Shapes.run(run(engine, below.get(1), below.get(3)))));
      case "POST 5 clear" -> Optional.of(clear(request, below.get(1), below.get(3)));
      default -> Optional.empty();
    };
  }

  private ApiResponse list(ApiRequest request, String dagId) throws ApiProblem {
    if (!dagId.equals(ALL)) {
      dags.dag(dagId);
    }
    List<DagRun> made =
        engine.read(rows -> dagId.equals(ALL) ? rows.runs().made() : rows.runs().made(dagId));
    return ApiResponse.ok(
        Page.of(request).of("dag_runs", RunSelection.of(request, made, engine.now()), Shapes::run));
  }

  private ApiResponse trigger(ApiRequest request, String dagId)
      throws ApiProblem, OperationRefused {
    dags.dag(dagId);
    Body body = Body.of(request).only(OF_TRIGGER);
    DagRun run =
        engine.trigger(
            new TriggerOrder(
                dagId,
                body.text("dag_run_id"),
                body.moment("logical_date"),
                body.moment("run_after"),
                body.object("conf"),
                body.text("note")));
    return ApiResponse.ok(Shapes.run(run));
  }

  private ApiResponse clear(ApiRequest request, String dagId, String runId)
      throws ApiProblem, OperationRefused {
    run(engine, dagId, runId);
    ClearBody body = ClearBody.ofRun(request);
    ClearOrder order = body.order(dagId, runId);
    if (body.dryRun()) {
      return TaskRequests.instances(engine, engine.toClear(order));
    }
    engine.clear(order);
    return ApiResponse.ok(Shapes.run(run(engine, dagId, runId)));
  }
}

package io.xephang.scheduler.api;

import io.xephang.scheduler.engine.ClearOrder;
import io.xephang.scheduler.engine.ClearOrder.Only;
import io.xephang.scheduler.store.DagRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a request to clear says, with the checks and defaults of Airflow 3's {@code
 * ClearTaskInstancesBody} and {@code DAGRunClearBody}. What cannot be done is refused by name.
 */
record ClearBody(Body body) {
  private static final String RUN = "dag_run_id";
  private static final String FROM = "start_date";
  private static final String TO = "end_date";
  private static final String TASKS = "task_ids";
  private static final String ONLY_FAILED = "only_failed";
  private static final String ONLY_RUNNING = "only_running";

  /** The files of dags are always those of now, as with Airflow's bundles without versions. */
  private static final String LATEST = "run_on_latest_version";

  private static final Set<String> OF_TASKS =
      Set.of(
          "dry_run",
          FROM,
          TO,
          ONLY_FAILED,
          ONLY_RUNNING,
          "reset_dag_runs",
          TASKS,
          RUN,
          "include_upstream",
          "include_downstream",
          "include_future",
          "include_past",
          LATEST,
          "prevent_running_task");

  private static final Set<String> OF_RUN = Set.of("dry_run", ONLY_FAILED, LATEST);

  /** The body of a request about tasks. */
  static ClearBody ofTasks(ApiRequest request) throws ApiProblem {
    Body body = Body.of(request).only(OF_TASKS);
    body.flag(LATEST);
    return new ClearBody(body);
  }

  /** The body of a request about one run. */
  static ClearBody ofRun(ApiRequest request) throws ApiProblem {
    Body body = Body.of(request).only(OF_RUN);
    body.flag(LATEST);
    return new ClearBody(body);
  }

  /** Nothing is done unless somebody says so. */
  boolean dryRun() throws ApiProblem {
    return body.flag("dry_run").orElse(true);
  }

  Optional<String> runId() throws ApiProblem {
    return body.text(RUN);
  }

  /** The order for the tasks of one run. */
  ClearOrder order(String dagId, String runId) throws ApiProblem {
    return new ClearOrder(
        dagId,
        Optional.of(runId),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        false,
        false,
        body.flag(ONLY_FAILED).orElse(false) ? Only.FAILED : Only.ANY,
        true,
        false);
  }

  /**
   * The order for tasks.
   *
   * @param run the one that {@link #runId} names
   */
  ClearOrder order(String dagId, Optional<DagRun> run) throws ApiProblem {
    Optional<Instant> from = body.moment(FROM);
    Optional<Instant> to = body.moment(TO);
    if (run.isPresent() && (from.isPresent() || to.isPresent())) {
      throw body.wrong(
          from.isPresent() ? FROM : TO,
          "Exactly one of dag_run_id or " + (from.isPresent() ? FROM : TO) + " must be provided");
    }
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw body.wrong(TO, "end_date is sooner than start_date");
    }
    boolean past = body.flag("include_past").orElse(false);
    boolean future = body.flag("include_future").orElse(false);
    if (run.isEmpty() || !(past || future)) {
      return order(
          dagId,
          run.map(DagRun::runId),
          past ? Optional.empty() : from,
          future ? Optional.empty() : to);
    }
    Optional<Instant> date = run.get().logicalDate();
    if (date.isEmpty()) {
      throw ApiProblem.of(
          ApiProblem.BAD_REQUEST,
          "Cannot use include_past or include_future with no logical_date: " + run.get().runId());
    }
    return order(
        dagId, Optional.empty(), past ? Optional.empty() : date, future ? Optional.empty() : date);
  }

  private ClearOrder order(
      String dagId, Optional<String> runId, Optional<Instant> from, Optional<Instant> to)
      throws ApiProblem {
    return new ClearOrder(
        dagId,
        runId,
        from,
        to,
        taskIds(),
        body.flag("include_upstream").orElse(false),
        body.flag("include_downstream").orElse(false),
        only(),
        body.flag("reset_dag_runs").orElse(true),
        body.flag("prevent_running_task").orElse(false));
  }

  private Set<String> taskIds() throws ApiProblem {
    List<String> taskIds = body.texts(TASKS);
    if (taskIds.isEmpty() && body.has(TASKS)) {
      throw body.wrong(TASKS, "task_ids list should have at least 1 element.");
    }
    return Set.copyOf(taskIds);
  }

  private Only only() throws ApiProblem {
    boolean running = body.flag(ONLY_RUNNING).orElse(false);
    // Airflow's default holds beside only_running too: then nothing would ever be cleared.
    boolean failed = body.flag(ONLY_FAILED).orElse(!running);
    if (failed && running) {
      throw body.wrong(ONLY_RUNNING, "only_failed and only_running both are set to True");
    }
    if (running) {
      return Only.RUNNING;
    }
    return failed ? Only.FAILED : Only.ANY;
  }
}

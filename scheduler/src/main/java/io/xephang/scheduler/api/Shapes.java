package io.xephang.scheduler.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.Operation;
import io.xephang.scheduler.dag.Task;
import io.xephang.scheduler.plan.DataInterval;
import io.xephang.scheduler.plan.PlannedRun;
import io.xephang.scheduler.state.TaskState;
import io.xephang.scheduler.store.Attempt;
import io.xephang.scheduler.store.Backfilling;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.DagStanding;
import io.xephang.scheduler.store.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/** Things as Airflow's API shows them. What xephang has none of is null, or Airflow's default. */
final class Shapes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double MILLIS = 1000.0;

  /** The index of a task that is not mapped; none is here. */
  static final int NO_MAP = -1;

  private Shapes() {}

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void put(ObjectNode node, String name, Optional<Instant> moment) {
    node.put(name, moment.map(Instant::toString).orElse(null));
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A dag.
   *
   * @param outdated whether this is how its file described it before a bad edit
   */
  static ObjectNode dag(Dag dag, DagStanding standing, boolean outdated, Instant now) {
    ObjectNode node = object();
    node.put("dag_id", dag.id());
    node.put("dag_display_name", dag.id());
    node.put("description", dag.description().orElse(null));
    node.put("is_paused", standing.paused());
    node.put("is_stale", false);
    node.put("fileloc", dag.file());
    node.put("relative_fileloc", dag.file());
    node.put("file_token", dag.file());
    node.put("has_import_errors", outdated);
    node.put("has_task_concurrency_limits", false);
    node.put("is_backfillable", dag.timetable().periodic());
    node.put("timetable_summary", dag.timetable().summary());
    node.put("timetable_description", dag.timetable().summary());
    node.put("timetable_periodic", dag.timetable().periodic());
    node.put("timetable_partitioned", false);
    node.put("max_active_runs", dag.maxActiveRuns());
    node.put("max_active_tasks", dag.maxActiveTasks());
    node.put("max_consecutive_failed_dag_runs", 0);
    Optional<PlannedRun> next = dag.timetable().next(standing.planned(), dag.bounds(), now);
    put(node, "next_dagrun_logical_date", next.map(PlannedRun::logicalDate));
    put(node, "next_dagrun_run_after", next.map(PlannedRun::runAfter));
    put(node, "next_dagrun_data_interval_start", next.map(run -> run.interval().start()));
    put(node, "next_dagrun_data_interval_end", next.map(run -> run.interval().end()));
    ArrayNode owners = node.putArray("owners");
    new TreeSet<>(dag.tasks().stream().map(Task::owner).toList()).forEach(owners::add);
    ArrayNode tags = node.putArray("tags");
    dag.tags()
        .forEach(
            tag ->
                tags.addObject()
                    .put("name", tag)
                    .put("dag_id", dag.id())
                    .put("dag_display_name", dag.id()));
    return node;
  }

  /**
   * A dag with what only a request for it alone shows.
   *
   * @param node as {@link #dag} shows it
   */
  static ObjectNode details(ObjectNode node, Dag dag, int activeRuns) {
    node.put("active_runs_count", activeRuns);
    node.put("catchup", dag.bounds().catchup());
    node.put("concurrency", dag.maxActiveTasks());
    node.put("dag_run_timeout", dag.timeout().map(Duration::toString).orElse(null));
    node.put("doc_md", dag.documentation().orElse(null));
    put(node, "start_date", dag.bounds().earliest());
    put(node, "end_date", dag.bounds().latest());
    node.put("render_template_as_native_obj", false);
    node.put("timezone", dag.zone().getId());
    ObjectNode params = node.putObject("params");
    dag.params()
        .forEach((name, value) -> params.putObject(name).set("value", JSON.valueToTree(value)));
    return node;
  }

  static ObjectNode task(Dag dag, Task task) {
    ObjectNode node = object();
    node.put("task_id", task.id());
    node.put("task_display_name", task.id());
    node.put("owner", task.owner());
    node.put("operator_name", task.operation().operator());
    node.put("trigger_rule", task.rule().id());
    node.put("depends_on_past", task.dependsOnPast());
    node.put("wait_for_downstream", false);
    node.put("is_mapped", false);
    node.put("pool", "default_pool");
    node.put("pool_slots", 1);
    node.put("priority_weight", 1);
    node.put("queue", "default");
    node.put("retries", task.retries().count());
    node.set("retry_delay", span(task.retries().pause()));
    node.put("retry_exponential_backoff", task.retries().multiplier());
    task.timeout().ifPresent(limit -> node.set("execution_timeout", span(limit)));
    put(node, "start_date", dag.bounds().earliest());
    put(node, "end_date", dag.bounds().latest());
    node.putArray("extra_links");
    ArrayNode downstream = node.putArray("downstream_task_ids");
    dag.tasks().stream()
        .filter(later -> later.before().contains(task.id()))
        .forEach(later -> downstream.add(later.id()));
    ArrayNode upstream = node.putArray("upstream_task_ids");
    task.before().forEach(upstream::add);
    ArrayNode templates = node.putArray("template_fields");
    if (task.operation() instanceof Operation.Bash) {
      templates.add("bash_command").add("env");
    }
    return node;
  }

  private static ObjectNode span(Duration span) {
    return object()
        .put("__type", "TimeDelta")
        .put("days", (int) span.toDays())
        .put("seconds", (int) (span.toSeconds() % Duration.ofDays(1).toSeconds()))
        .put("microseconds", span.toNanosPart() / 1000);
  }

  static ObjectNode run(DagRun run) {
    ObjectNode node = object();
    node.put("dag_id", run.dagId());
    node.put("dag_display_name", run.dagId());
    node.put("dag_run_id", run.runId());
    node.put("run_type", run.type().id());
    node.put("state", run.state().id());
    put(node, "logical_date", run.logicalDate());
    put(node, "data_interval_start", run.interval().map(DataInterval::start));
    put(node, "data_interval_end", run.interval().map(DataInterval::end));
    put(node, "run_after", Optional.of(run.runAfter()));
    put(node, "queued_at", Optional.of(run.queuedAt()));
    put(node, "start_date", run.startedAt());
    put(node, "end_date", run.endedAt());
    putDuration(node, run.startedAt(), run.endedAt());
    node.set("conf", parsed(run.conf()));
    node.put("note", run.note().orElse(null));
    node.putArray("dag_versions");
    return node;
  }

  private static void putDuration(ObjectNode node, Optional<Instant> from, Optional<Instant> to) {
    if (from.isPresent() && to.isPresent()) {
      node.put("duration", Duration.between(from.get(), to.get()).toMillis() / MILLIS);
    } else {
      node.putNull("duration");
    }
  }

  static ObjectNode task(TaskInstance task, DagRun run, Optional<Dag> dag) {
    ObjectNode node = object();
    node.put("id", task.id().toString());
    about(
        node,
        task,
        run,
        dag,
        task.state(),
        task.attempt(),
        task.queuedAt(),
        task.startedAt(),
        task.endedAt());
    node.put("pid", task.process().map(process -> process.pid()).orElse(null));
    put(node, "logical_date", run.logicalDate());
    put(node, "run_after", Optional.of(run.runAfter()));
    return node;
  }

  static ObjectNode attempt(Attempt attempt, TaskInstance task, DagRun run, Optional<Dag> dag) {
    ObjectNode node = object();
    about(
        node,
        task,
        run,
        dag,
        attempt.state(),
        attempt.key().attempt(),
        attempt.queuedAt(),
        attempt.startedAt(),
        attempt.endedAt());
    // Airflow has no such field; its clients pass over it.
    node.put("reason", attempt.reason().orElse(null));
    return node;
  }

  private static void about(
      ObjectNode node,
      TaskInstance task,
      DagRun run,
      Optional<Dag> dag,
      TaskState state,
      int attempt,
      Optional<Instant> queuedAt,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt) {
    Optional<Task> described = dag.flatMap(found -> found.task(task.key().taskId()));
    node.put("task_id", task.key().taskId());
    node.put("task_display_name", task.key().taskId());
    node.put("dag_id", run.dagId());
    node.put("dag_display_name", run.dagId());
    node.put("dag_run_id", run.runId());
    node.put("map_index", NO_MAP);
    node.put("state", state == TaskState.NONE ? null : state.id());
    node.put("try_number", attempt);
    node.put("max_tries", task.lastAttempt() - 1);
    put(node, "queued_when", queuedAt);
    put(node, "start_date", startedAt);
    put(node, "end_date", endedAt);
    putDuration(node, startedAt, endedAt);
    node.put("operator", described.map(found -> found.operation().operator()).orElse(null));
    node.put("operator_name", described.map(found -> found.operation().operator()).orElse(null));
    node.put("executor_config", "{}");
    node.put("pool", "default_pool");
    node.put("pool_slots", 1);
    node.put("priority_weight", 1);
    node.put("queue", "default");
  }

  static ObjectNode backfill(Backfilling backfill) {
    ObjectNode node = object();
    node.put("id", backfill.id());
    node.put("dag_id", backfill.dagId());
    node.put("dag_display_name", backfill.dagId());
    put(node, "from_date", Optional.of(backfill.from()));
    put(node, "to_date", Optional.of(backfill.to()));
    node.set("dag_run_conf", parsed(backfill.conf()));
    node.put("is_paused", false);
    node.put("reprocess_behavior", backfill.reprocess().id());
    node.put("max_active_runs", backfill.maxActiveRuns());
    put(node, "created_at", Optional.of(backfill.createdAt()));
    put(node, "completed_at", backfill.completedAt());
    put(node, "updated_at", backfill.completedAt().or(() -> Optional.of(backfill.createdAt())));
    return node;
  }
}

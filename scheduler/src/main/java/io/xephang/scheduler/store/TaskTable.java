package io.xephang.scheduler.store;

import io.xephang.scheduler.process.ProcessMark;
import io.xephang.scheduler.state.StopReason;
import io.xephang.scheduler.state.TaskState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tasks of runs, and their attempts that have ended. */
public final class TaskTable {
  private static final Statements SQL = Statements.of(TaskTable.class);

  private final Connection connection;

  TaskTable(Connection connection) {
    this.connection = connection;
  }

  /** Adds a task that nothing has happened to. */
  public void insert(TaskInstance task) throws SQLException {
    new Query(
            connection,
            SQL.named("insert"),
            task.id(),
            task.key().dagId(),
            task.key().runId(),
            task.key().taskId(),
            task.state().id(),
            task.attempt(),
            task.lastAttempt())
        .update();
  }

  public void update(TaskInstance task) throws SQLException {
    new Query(
            connection,
            SQL.named("update"),
            task.state().id(),
            task.attempt(),
            task.lastAttempt(),
            task.queuedAt(),
            task.startedAt(),
            task.endedAt(),
            task.retryAt(),
            task.stopReason().map(StopReason::id),
            task.process().map(ProcessMark::pid),
            task.process().map(ProcessMark::born),
            task.key().dagId(),
            task.key().runId(),
            task.key().taskId())
        .update();
  }

  public Optional<TaskInstance> find(TaskKey key) throws SQLException {
    return new Query(connection, SQL.named("find"), key.dagId(), key.runId(), key.taskId())
        .first(TaskTable::task);
  }

  /** The tasks of a run, by id. */
  public List<TaskInstance> of(String dagId, String runId) throws SQLException {
    return new Query(connection, SQL.named("of-run"), dagId, runId).list(TaskTable::task);
  }

  /** The tasks of all runs at work, by dag and run. */
  public Map<List<String>, List<TaskInstance>> ofRunningRuns() throws SQLException {
    Map<List<String>, List<TaskInstance>> byRun = new LinkedHashMap<>();
    for (TaskInstance task :
        new Query(connection, SQL.named("of-running-runs")).list(TaskTable::task)) {
      byRun
          .computeIfAbsent(
              List.of(task.key().dagId(), task.key().runId()), run -> new ArrayList<>())
          .add(task);
    }
    return byRun;
  }

  /** Tasks that have a process, or are about to. */
  public List<TaskInstance> withProcess() throws SQLException {
    return new Query(connection, SQL.named("with-process")).list(TaskTable::task);
  }

  public int countActive() throws SQLException {
    return new Query(connection, SQL.named("count-active"))
        .first(row -> row.getInt("tasks"))
        .orElse(0);
  }

  public List<TaskInstance> all() throws SQLException {
    return new Query(connection, SQL.named("all")).list(TaskTable::task);
  }

  /** Keeps how an attempt ended. */
  public void record(Attempt attempt) throws SQLException {
    TaskKey task = attempt.key().task();
    new Query(
            connection,
            SQL.named("record"),
            task.dagId(),
            task.runId(),
            task.taskId(),
            attempt.key().attempt(),
            attempt.state().id(),
            attempt.queuedAt(),
            attempt.startedAt(),
            attempt.endedAt(),
            attempt.reason())
        .update();
  }

  /** Deletes the tasks of a run, and their attempts. */
  public void delete(String dagId, String runId) throws SQLException {
    new Query(connection, SQL.named("delete-attempts"), dagId, runId).update();
    new Query(connection, SQL.named("delete"), dagId, runId).update();
  }

  /** Attempts that have ended, the first one first. */
  public List<Attempt> attempts(TaskKey key) throws SQLException {
    return new Query(connection, SQL.named("attempts"), key.dagId(), key.runId(), key.taskId())
        .list(
            row ->
                new Attempt(
                    new AttemptKey(key, row.getInt("attempt")),
                    state(row),
                    Query.instant(row, "queued_at"),
                    Query.instant(row, "started_at"),
                    Query.instant(row, "ended_at"),
                    Query.text(row, "reason")));
  }

  private static TaskState state(ResultSet row) throws SQLException {
    return TaskState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
  }

  private static TaskInstance task(ResultSet row) throws SQLException {
    Optional<Long> pid = Query.number(row, "pid");
    String born = row.getString("born");
    return new TaskInstance(
        row.getObject("id", UUID.class),
        new TaskKey(row.getString("dag_id"), row.getString("run_id"), row.getString("task_id")),
        state(row),
        row.getInt("attempt"),
        row.getInt("last_attempt"),
        Query.instant(row, "queued_at"),
        Query.instant(row, "started_at"),
        Query.instant(row, "ended_at"),
        Query.instant(row, "retry_at"),
        Query.text(row, "stop_reason")
            .map(reason -> StopReason.valueOf(reason.toUpperCase(Locale.ROOT))),
        pid.map(number -> new ProcessMark(number, born)));
  }
}

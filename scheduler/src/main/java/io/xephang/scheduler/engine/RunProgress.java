package io.xephang.scheduler.engine;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.Operation;
import io.xephang.scheduler.dag.Task;
import io.xephang.scheduler.state.PastOfTask;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.state.StopReason;
import io.xephang.scheduler.state.TaskState;
import io.xephang.scheduler.state.TriggerDecision;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.TaskInstance;
import io.xephang.scheduler.store.TaskKey;
import io.xephang.scheduler.store.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Moves one run on: which of its tasks may run, which never will, and whether it has ended. */
final class RunProgress {
  private final Dag dag;
  private final DagRun run;
  private final Transaction rows;
  private final Decisions decisions;
  private final Map<String, TaskInstance> tasks = new LinkedHashMap<>();
  private boolean changed;

  RunProgress(
      Dag dag, DagRun run, List<TaskInstance> known, Transaction rows, Decisions decisions) {
    this.dag = dag;
    this.run = run;
    this.rows = rows;
    this.decisions = decisions;
    known.forEach(task -> tasks.put(task.key().taskId(), task));
  }

  /**
   * Does all that can be done now.
   *
   * @param places how many more tasks may be at work, of all runs
   * @return how many of them are taken
   */
  int advance(int places) throws SQLException {
    followFile();
    if (timedOut()) {
      return 0;
    }
    for (Task task : dag.tasks()) {
      decide(task);
    }
    int taken = queue(places);
    stopLateAttempts();
    end();
    return taken;
  }

  /** Of a paused dag: what is at work ends, or is ended in time, and nothing else happens. */
  void watch() throws SQLException {
    stopLateAttempts();
  }

  private void set(TaskInstance task) throws SQLException {
    tasks.put(task.key().taskId(), task);
    rows.tasks().update(task);
    changed = true;
  }

  /** The file may have changed since the run was added. */
  private void followFile() throws SQLException {
    for (Task task : dag.tasks()) {
      if (!tasks.containsKey(task.id())) {
        TaskInstance added =
            TaskInstance.untouched(
                new TaskKey(run.dagId(), run.runId(), task.id()), task.retries().count());
        rows.tasks().insert(added);
        tasks.put(task.id(), added);
      } else if (tasks.get(task.id()).state() == TaskState.REMOVED) {
        set(tasks.get(task.id()).cleared(task.retries().count()));
      }
    }
    for (TaskInstance task : List.copyOf(tasks.values())) {
      boolean gone = dag.task(task.key().taskId()).isEmpty();
      if (gone && !task.state().finished() && !task.state().active()) {
        set(task.in(TaskState.REMOVED));
      }
    }
  }

  private boolean timedOut() throws SQLException {
    Optional<Instant> limit = dag.timeout().map(run.startedAt().orElseThrow()::plus);
    if (limit.isEmpty()) {
      return false;
    }
    if (limit.get().isAfter(decisions.now())) {
      decisions.wakeAt(limit.get());
      return false;
    }
    for (TaskInstance task : List.copyOf(tasks.values())) {
      if (!task.state().finished()) {
        TaskInstance skipped =
            task.process().isPresent()
                ? task.in(TaskState.SKIPPED).stopping(StopReason.RUN_TIMEOUT)
                : task.ended(TaskState.SKIPPED, decisions.now(), Optional.empty());
        set(skipped);
        if (task.process().isPresent()) {
          decisions.stop(skipped);
        }
      }
    }
    finish(
        RunState.FAILED,
        "quá giờ / took longer than dagrun_timeout, " + shown(dag.timeout().orElseThrow()));
    return true;
  }

  private void decide(Task task) throws SQLException {
    TaskInstance instance = tasks.get(task.id());
    if (instance.state() == TaskState.UP_FOR_RETRY) {
      Instant retryAt = instance.retryAt().orElseThrow();
      if (retryAt.isAfter(decisions.now())) {
        decisions.wakeAt(retryAt);
      } else {
        set(instance.in(TaskState.SCHEDULED));
      }
    } else if (instance.state() == TaskState.NONE) {
      List<TaskState> before = task.before().stream().map(id -> tasks.get(id).state()).toList();
      TriggerDecision decision = task.rule().decide(before);
      if (decision instanceof TriggerDecision.Settle settle) {
        set(instance.ended(settle.state(), decisions.now(), Optional.empty()));
      } else if (decision instanceof TriggerDecision.Run && pastAllows(task)) {
        set(
            task.operation() instanceof Operation.Empty
                ? instance.ended(TaskState.SUCCESS, decisions.now(), Optional.empty())
                : instance.in(TaskState.SCHEDULED));
      }
    }
  }

  private boolean pastAllows(Task task) throws SQLException {
    if (!task.dependsOnPast() || run.logicalDate().isEmpty()) {
      return true;
    }
    Optional<DagRun> before = runBefore(run.logicalDate().get());
    Optional<PastOfTask.Before> past = Optional.empty();
    if (before.isPresent()) {
      TaskKey same = new TaskKey(run.dagId(), before.get().runId(), task.id());
      past =
          Optional.of(
              new PastOfTask.Before(
                  rows.tasks().find(same).map(TaskInstance::state), beforeStart(before.get())));
    }
    return new PastOfTask(dag.bounds().catchup(), firstOfBackfill(), past).allows();
  }

  private boolean firstOfBackfill() {
    return run.backfill().isPresent() && run.ordinal() == 1;
  }

  /** With catch-up, the past is that of the schedule: runs by hand do not count. */
  private Optional<DagRun> runBefore(Instant logicalDate) throws SQLException {
    return dag.bounds().catchup()
        ? rows.runs().scheduledBefore(run.dagId(), logicalDate)
        : rows.runs().before(run.dagId(), logicalDate);
  }

  /** Whether the run, one of a backfill perhaps, is of a time before the dag's own. */
  private boolean beforeStart(DagRun before) {
    return dag.bounds().earliest().filter(before.logicalDate().orElseThrow()::isBefore).isPresent();
  }

  private int queue(int places) throws SQLException {
    long active = tasks.values().stream().filter(RunProgress::active).count();
    int taken = 0;
    for (Task task : dag.tasks()) {
      TaskInstance instance = tasks.get(task.id());
      if (instance.state() == TaskState.SCHEDULED
          && active + taken < dag.maxActiveTasks()
          && taken < places) {
        TaskInstance queued = instance.queued(decisions.now());
        set(queued);
        decisions.start(new AttemptOrder(queued.currentAttempt(), dag, task, run));
        taken++;
      }
    }
    return taken;
  }

  private static boolean active(TaskInstance task) {
    return task.state().active() || task.process().isPresent();
  }

  private void stopLateAttempts() throws SQLException {
    for (TaskInstance instance : List.copyOf(tasks.values())) {
      Optional<Duration> timeout = dag.task(instance.key().taskId()).flatMap(Task::timeout);
      if (instance.state() != TaskState.RUNNING
          || timeout.isEmpty()
          || instance.stopReason().isPresent()) {
        continue;
      }
      Instant limit = instance.startedAt().orElseThrow().plus(timeout.get());
      if (limit.isAfter(decisions.now())) {
        decisions.wakeAt(limit);
      } else {
        TaskInstance stopping = instance.stopping(StopReason.TIMEOUT);
        set(stopping);
        decisions.stop(stopping);
      }
    }
  }

  private void end() throws SQLException {
    List<TaskInstance> unfinished =
        tasks.values().stream().filter(task -> !task.state().finished()).toList();
    if (unfinished.isEmpty()) {
      boolean failed =
          dag.leaves().stream().anyMatch(leaf -> tasks.get(leaf.id()).state().failed());
      finish(failed ? RunState.FAILED : RunState.SUCCESS, "");
    } else if (!changed && deadlocked(unfinished)) {
      finish(
          RunState.FAILED,
          "các tác vụ còn lại không bao giờ chạy được / what is left can never run");
    }
  }

  /** Nothing moves any more, and nothing from outside will move it. */
  private boolean deadlocked(List<TaskInstance> unfinished) {
    return unfinished.stream()
        .allMatch(
            task ->
                task.state() == TaskState.NONE
                    && dag.task(task.key().taskId()).filter(Task::dependsOnPast).isEmpty());
  }

  private void finish(RunState state, String reason) throws SQLException {
    DagRun finished = run.become(state, decisions.now());
    rows.runs().update(finished);
    if (state == RunState.FAILED) {
      rows.alerts().insert(FailureAlert.of(finished, failedTasks(), reason, decisions.now()));
    }
  }

  private List<String> failedTasks() throws SQLException {
    List<String> failed = new ArrayList<>();
    for (TaskInstance task : tasks.values()) {
      if (task.state() == TaskState.FAILED) {
        String why =
            rows.tasks().attempts(task.key()).stream()
                .reduce((earlier, later) -> later)
                .flatMap(attempt -> attempt.reason())
                .orElse("");
        failed.add(task.key().taskId() + ": " + why);
      }
    }
    return failed;
  }

  private static String shown(Duration span) {
    return span.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}

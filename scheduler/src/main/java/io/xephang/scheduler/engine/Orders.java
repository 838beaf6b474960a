package io.xephang.scheduler.engine;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.dag.Task;
import io.xephang.scheduler.engine.OperationRefused.Kind;
import io.xephang.scheduler.plan.DataInterval;
import io.xephang.scheduler.plan.PlannedRun;
import io.xephang.scheduler.plan.RunType;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.state.StopReason;
import io.xephang.scheduler.state.TaskState;
import io.xephang.scheduler.store.Backfilling;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.DagStanding;
import io.xephang.scheduler.store.TaskInstance;
import io.xephang.scheduler.store.Transaction;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people ask for: runs by hand, tasks that run again, backfills. */
final class Orders {
  private static final int SUFFIX_LENGTH = 8;
  private static final int LETTERS = 26;

  private final DagCatalog catalog;
  private final Transaction rows;
  private final Decisions decisions;

  Orders(DagCatalog catalog, Transaction rows, Decisions decisions) {
    this.catalog = catalog;
    this.rows = rows;
    this.decisions = decisions;
  }

  Dag dag(String dagId) throws OperationRefused {
    return catalog
        .find(dagId)
        .orElseThrow(
            () ->
                new OperationRefused(
                    Kind.NOT_FOUND,
                    "không có dag / there is no dag '"
                        + dagId
                        + "'; có / there are "
                        + catalog.dags().keySet()));
  }

  DagRun trigger(TriggerOrder order) throws OperationRefused, SQLException {
    Dag dag = dag(order.dagId());
    Instant runAfter = order.runAfter().orElse(decisions.now());
    Optional<Instant> date =
        order.logicalDate().map(moment -> moment.truncatedTo(ChronoUnit.MICROS));
    String runId =
        order
            .runId()
            .orElseGet(() -> RunType.MANUAL.runId(runAfter) + (date.isPresent() ? "" : suffix()));
    requireNotReserved(runId);
    DagRun run;
    try {
      run =
          new DagRun(
              dag.id(),
              runId,
              RunType.MANUAL,
              RunState.QUEUED,
              date,
              date.map(dag.timetable()::manual),
              runAfter,
              decisions.now(),
              Optional.empty(),
              Optional.empty(),
              order.conf(),
              order.note(),
              Optional.empty(),
              0);
    } catch (IllegalArgumentException e) {
      throw new OperationRefused(Kind.INVALID, e.getMessage());
    }
    Optional<DagRun> there = rows.runs().find(dag.id(), runId);
    if (there.isEmpty() && date.isPresent()) {
      there = rows.runs().of(dag.id(), date.get());
    }
    if (there.isPresent()) {
      throw new OperationRefused(
          Kind.CONFLICT,
          "đã có lần chạy / there is a run already: "
              + there.get().runId()
              + there.get().logicalDate().map(moment -> ", logical_date " + moment).orElse("")
              + "; chạy lại bằng / run it again with: xephang tasks clear "
              + dag.id()
              + " --run-id "
              + there.get().runId());
    }
    NewRun.insert(rows, dag, run);
    return run;
  }

  /** The schedule and backfills name their runs themselves, and must find the names free. */
  private static void requireNotReserved(String runId) throws OperationRefused {
    for (RunType type : List.of(RunType.SCHEDULED, RunType.BACKFILL)) {
      if (runId.startsWith(type.prefix())) {
        throw new OperationRefused(
            Kind.INVALID,
            "run_id '"
                + runId
                + "': tên bắt đầu bằng / names that begin with '"
                + type.prefix()
                + "' được dành riêng, hãy đặt tên khác / are reserved, choose another");
      }
    }
  }

  /** Of eight letters, as Airflow names runs without a date. */
  private static String suffix() {
    StringBuilder suffix = new StringBuilder("_");
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < SUFFIX_LENGTH; i++) {
      suffix.append((char) ('a' + random.nextInt(LETTERS)));
    }
    return suffix.toString();
  }

  /** The tasks that an order is about. */
  List<TaskInstance> toClear(ClearOrder order) throws OperationRefused, SQLException {
    Dag dag = dag(order.dagId());
    Set<String> wanted = wanted(dag, order);
    List<TaskInstance> tasks = new ArrayList<>();
    for (DagRun run : runs(order)) {
      for (TaskInstance task : rows.tasks().of(run.dagId(), run.runId())) {
        boolean touched = task.state() != TaskState.NONE && task.state() != TaskState.REMOVED;
        if (wanted.contains(task.key().taskId()) && touched && meets(order.only(), task.state())) {
          tasks.add(task);
        }
      }
    }
    return tasks;
  }

  private static boolean meets(ClearOrder.Only only, TaskState state) {
    return switch (only) {
      case ANY -> true;
      case FAILED -> state.failed();
      case RUNNING -> state == TaskState.RUNNING;
    };
  }

  private List<DagRun> runs(ClearOrder order) throws OperationRefused, SQLException {
    if (order.runId().isPresent()) {
      return List.of(
          rows.runs()
              .find(order.dagId(), order.runId().get())
              .orElseThrow(
                  () ->
                      new OperationRefused(
                          Kind.NOT_FOUND,
                          "không có lần chạy / there is no run '"
                              + order.runId().get()
                              + "' of "
                              + order.dagId())));
    }
    return rows.runs().of(order.dagId()).stream()
        .filter(
            run -> {
              Instant date = run.logicalDate().orElse(run.runAfter());
              return order.from().filter(date::isBefore).isEmpty()
                  && order.to().filter(date::isAfter).isEmpty();
            })
        .toList();
  }

  private static Set<String> wanted(Dag dag, ClearOrder order) throws OperationRefused {
    Set<String> wanted = new HashSet<>(order.taskIds());
    for (String taskId : order.taskIds()) {
      if (dag.task(taskId).isEmpty()) {
        throw new OperationRefused(
            Kind.NOT_FOUND,
            "không có tác vụ / there is no task '"
                + taskId
                + "'; có / there are "
                + dag.tasks().stream().map(Task::id).toList());
      }
    }
    if (wanted.isEmpty()) {
      dag.tasks().forEach(task -> wanted.add(task.id()));
    }
    // Tasks come after those that they wait for: one pass in each direction finds all.
    if (order.downstream()) {
      for (Task task : dag.tasks()) {
        if (task.before().stream().anyMatch(wanted::contains)) {
          wanted.add(task.id());
        }
      }
    }
    if (order.upstream()) {
      for (int i = dag.tasks().size() - 1; i >= 0; i--) {
        Task task = dag.tasks().get(i);
        if (order.taskIds().contains(task.id()) || upstreamOf(dag, task, order.taskIds())) {
          wanted.add(task.id());
        }
      }
    }
    return wanted;
  }

  /** Whether one of the tasks waits for this one, through others perhaps. */
  private static boolean upstreamOf(Dag dag, Task task, Set<String> taskIds) {
    return dag.tasks().stream()
        .filter(later -> later.before().contains(task.id()))
        .anyMatch(later -> taskIds.contains(later.id()) || upstreamOf(dag, later, taskIds));
  }

  /** Has tasks run again; those at work are ended first. Their runs go on. */
  List<TaskInstance> clear(ClearOrder order) throws OperationRefused, SQLException {
    Dag dag = dag(order.dagId());
    List<TaskInstance> tasks = toClear(order);
    if (order.preventRunning()) {
      requireNoneAtWork(tasks);
    }
    for (TaskInstance task : tasks) {
      clear(dag, task);
    }
    if (!order.resetRuns()) {
      return tasks;
    }
    for (String runId : new HashSet<>(tasks.stream().map(task -> task.key().runId()).toList())) {
      DagRun run = rows.runs().find(dag.id(), runId).orElseThrow();
      if (run.state().finished()) {
        rows.runs().update(run.become(RunState.QUEUED, decisions.now()));
      }
    }
    return tasks;
  }

  private static void requireNoneAtWork(List<TaskInstance> tasks) throws OperationRefused {
    for (TaskInstance task : tasks) {
      if (task.state().active()) {
        throw new OperationRefused(
            Kind.CONFLICT,
            "đang chạy, không gì được chạy lại / is at work, nothing was cleared: "
                + task.currentAttempt());
      }
    }
  }

  private void clear(Dag dag, TaskInstance task) throws SQLException {
    if (task.process().isPresent()) {
      // Back to "running" if it was skipped with its whole run: its end decides what follows.
      TaskInstance stopping = task.in(TaskState.RUNNING).stopping(StopReason.CLEARED);
      rows.tasks().update(stopping);
      decisions.stop(stopping);
    } else {
      int retries = dag.task(task.key().taskId()).map(found -> found.retries().count()).orElse(0);
      rows.tasks().update(task.cleared(retries));
    }
  }

  /** What a backfill would do, in the order in which it would. */
  List<BackfillEntry> plan(BackfillOrder order) throws OperationRefused, SQLException {
    Dag dag = dag(order.dagId());
    order.check(dag, decisions.now());
    List<BackfillEntry> plan = new ArrayList<>();
    for (PlannedRun planned : order.runs(dag, decisions.now())) {
      Optional<String> left =
          rows.runs()
              .of(dag.id(), planned.logicalDate())
              .flatMap(run -> order.reprocess().reasonToLeave(run.state()));
      plan.add(new BackfillEntry(planned, left));
    }
    return plan;
  }

  Backfilling backfill(BackfillOrder order) throws OperationRefused, SQLException {
    Dag dag = dag(order.dagId());
    List<BackfillEntry> plan = plan(order);
    if (plan.isEmpty()) {
      throw new OperationRefused(
          Kind.INVALID,
          dag.id()
              + ": không có lần chạy nào / there are no runs from "
              + order.from()
              + " đến / to "
              + order.to()
              + "; xem lịch / see its schedule: xephang dags show "
              + dag.id());
    }
    Optional<Backfilling> open =
        rows.backfills().open().stream()
            .filter(other -> other.dagId().equals(dag.id()))
            .findFirst();
    if (open.isPresent()) {
      throw new OperationRefused(
          Kind.CONFLICT,
          dag.id() + ": backfill " + open.get().id() + " chưa xong / is not finished yet");
    }
    Backfilling asked =
        new Backfilling(
            0,
            dag.id(),
            order.from(),
            order.to(),
            order.reprocess(),
            order.maxActiveRuns(),
            order.conf(),
            decisions.now(),
            Optional.empty());
    long id = rows.backfills().insert(asked);
    int ordinal = 0;
    for (BackfillEntry entry : plan) {
      ordinal++;
      if (entry.leftSince().isEmpty()) {
        make(dag, entry.run(), id, ordinal, order.conf());
      }
    }
    return new Backfilling(
        id,
        asked.dagId(),
        asked.from(),
        asked.to(),
        asked.reprocess(),
        asked.maxActiveRuns(),
        asked.conf(),
        asked.createdAt(),
        Optional.empty());
  }

  private void make(Dag dag, PlannedRun planned, long id, int ordinal, String conf)
      throws SQLException {
    Optional<DagRun> there = rows.runs().of(dag.id(), planned.logicalDate());
    if (there.isPresent()) {
      for (TaskInstance task : rows.tasks().of(dag.id(), there.get().runId())) {
        if (task.state() != TaskState.REMOVED) {
          clear(dag, task);
        }
      }
      rows.runs().update(there.get().takenBy(id, ordinal, conf, decisions.now()));
    } else {
      NewRun.insert(
          rows,
          dag,
          NewRun.planned(
              dag, planned, RunType.BACKFILL, decisions.now(), conf, Optional.of(id), ordinal));
    }
    moveSchedule(dag, planned);
  }

  /** The schedule goes on from the latest run that it, or a backfill of it, has made. */
  private void moveSchedule(Dag dag, PlannedRun planned) throws SQLException {
    DagStanding standing = rows.dags().standing(dag.id());
    Optional<DataInterval> known = standing.planned();
    if (known.isEmpty() || known.get().end().isBefore(planned.interval().end())) {
      rows.dags()
          .save(new DagStanding(dag.id(), standing.paused(), Optional.of(planned.interval())));
    }
  }
}

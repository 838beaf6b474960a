package io.xephang.scheduler.engine;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.plan.PlannedRun;
import io.xephang.scheduler.plan.Timetable;
import io.xephang.scheduler.process.AttemptEnd;
import io.xephang.scheduler.process.ProcessMark;
import io.xephang.scheduler.state.TaskState;
import io.xephang.scheduler.store.Alert;
import io.xephang.scheduler.store.AttemptKey;
import io.xephang.scheduler.store.Backfilling;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.DagStanding;
import io.xephang.scheduler.store.RunStore;
import io.xephang.scheduler.store.TaskInstance;
import io.xephang.scheduler.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides what happens next, from the database and the clock alone: it may be asked as often as one
 * likes, and whatever was missed meanwhile is made up for. Threads take turns.
 */
public final class Engine {
  private static final int FORGOTTEN_AT_ONCE = 100;

  /** However short runs are kept: one that was told must not be told again, nor one be lost. */
  private static final Duration MESSAGES_KEPT = Duration.ofDays(400);

  private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(5);

  private final RunStore store;
  private final Clock clock;
  private final int places;
  private final Workers workers;

  /** Read without taking turns: whoever asks wants to know even if a turn does not end. */
  private volatile Instant lookedAt;

  /** Read without taking turns, likewise. */
  private volatile DagCatalog catalog;

  /**
   * An engine that has decided nothing yet.
   *
   * @param places how many tasks may be at work at once
   */
  public Engine(RunStore store, DagCatalog catalog, Clock clock, int places, Workers workers) {
    this.store = store;
    this.catalog = catalog;
    this.clock = clock;
    this.places = places;
    this.workers = workers;
  }

  /** A change to the rows that may be refused. */
  @FunctionalInterface
  private interface Change<T> {
    T make(Transaction rows, Decisions decisions) throws SQLException, OperationRefused;
  }

  /** What came of a change. */
  private record Changed<T>(Optional<T> result, Optional<OperationRefused> refused) {}

  public DagCatalog catalog() {
    return catalog;
  }

  /** Dags as their files describe them now. */
  public synchronized void use(DagCatalog changed) {
    catalog = changed;
  }

  /** The moment, as precise as Airflow's. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Reads rows. */
  public <T> T read(RunStore.Work<T> work) {
    return store.transact(work);
  }

  /** Whether the database can be used now, or soon. */
  public boolean storeAnswers() {
    try {
      return store.answersWithin(STORE_ANSWERS_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Keeps in mind that a message got through; no run depends on it. */
  public void delivered(Alert alert) {
    store.transact(
        rows -> {
          rows.alerts().sent(alert.id(), now());
          return alert;
        });
  }

  /**
   * Forgets runs that ended before this moment, with their tasks and attempts, but none that
   * something still needs. How far the schedule has come is kept apart: none of them is made again.
   * Messages are forgotten too, after a year at least.
   *
   * @return how many were forgotten; there may be more
   */
  public synchronized int forget(Instant before) {
    return store.transact(
        rows -> {
          List<DagRun> expired = rows.runs().expired(before, scheduled(), FORGOTTEN_AT_ONCE);
          for (DagRun run : expired) {
            rows.tasks().delete(run.dagId(), run.runId());
            rows.runs().delete(run.dagId(), run.runId());
          }
          rows.backfills().deleteEmpty(before);
          Instant messagesBefore = now().minus(MESSAGES_KEPT);
          rows.alerts().delete(messagesBefore.isBefore(before) ? messagesBefore : before);
          return expired.size();
        });
  }

  private Set<String> scheduled() {
    return catalog.dags().values().stream()
        .filter(dag -> !(dag.timetable() instanceof Timetable.Unscheduled))
        .map(Dag::id)
        .collect(Collectors.toSet());
  }

  /** Makes a change, and decides what follows from it in the same transaction. */
  private synchronized <T> T change(Change<T> change) throws OperationRefused {
    Decisions decisions = new Decisions(now());
    T result =
        transact(
            rows -> {
              T made = change.make(rows, decisions);
              decide(rows, decisions);
              return made;
            });
    decisions.handTo(workers);
    return result;
  }

  private synchronized <T> T inspect(Change<T> look) throws OperationRefused {
    return transact(rows -> look.make(rows, new Decisions(now())));
  }

  /** Work that may be refused; then nothing of it is kept. */
  @FunctionalInterface
  private interface Refusable<T> {
    T on(Transaction rows) throws SQLException, OperationRefused;
  }

  private <T> T transact(Refusable<T> work) throws OperationRefused {
    Changed<T> changed =
        store.transact(
            rows -> {
              try {
                return new Changed<>(Optional.ofNullable(work.on(rows)), Optional.empty());
              } catch (OperationRefused e) {
                // Refusals come before anything is written.
                return new Changed<>(Optional.empty(), Optional.of(e));
              }
            });
    if (changed.refused().isPresent()) {
      throw changed.refused().get();
    }
    return changed.result().orElse(null);
  }

  private void changeAlways(Change<Void> change) {
    try {
      change(change);
    } catch (OperationRefused e) {
      throw new IllegalStateException(e);
    }
  }

  private void decide(Transaction rows, Decisions decisions) throws SQLException {
    Map<String, DagStanding> standings = rows.dags().all();
    new LateRuns(catalog, rows, decisions.now()).tell(standings);
    RunPlanner planner = new RunPlanner(catalog, rows, decisions);
    planner.addDueRuns(standings);
    if (places == 0) {
      // No task can run: a run that began would only grow late.
      return;
    }
    planner.startRuns(standings);
    int free = places - rows.tasks().countActive();
    Map<List<String>, List<TaskInstance>> tasks = rows.tasks().ofRunningRuns();
    for (DagRun run : rows.runs().running()) {
      Optional<Dag> dag = catalog.find(run.dagId());
      if (dag.isPresent()) {
        List<TaskInstance> known = tasks.getOrDefault(List.of(run.dagId(), run.runId()), List.of());
        RunProgress progress = new RunProgress(dag.get(), run, known, rows, decisions);
        DagStanding standing =
            standings.getOrDefault(run.dagId(), DagStanding.unknown(run.dagId()));
        if (standing.paused()) {
          progress.watch();
        } else {
          free -= progress.advance(free);
        }
      }
    }
    planner.completeBackfills();
  }

  /** Does whatever is due. */
  public void tick() {
    changeAlways((rows, decisions) -> null);
    lookedAt = now();
  }

  /** When a scheduler last saw to what is due; empty if none has in this process. */
  public Optional<Instant> heartbeat() {
    return Optional.ofNullable(lookedAt);
  }

  /**
   * Goes on from where an earlier scheduler was killed: attempts that had been queued start, those
   * that were running are found again.
   */
  public void recover() {
    List<TaskInstance> left = store.transact(rows -> rows.tasks().withProcess());
    Map<TaskInstance, AttemptEnd> ended = new LinkedHashMap<>();
    for (TaskInstance task : left) {
      if (task.process().isEmpty()) {
        ended.put(task, new AttemptEnd.NeverBegun());
      } else {
        workers.exited(task).ifPresent(end -> ended.put(task, end));
      }
    }
    // All of them before anything is decided: what ended in time while nobody looked is not late.
    changeAlways(
        (rows, decisions) -> {
          AttemptEnds ends = new AttemptEnds(catalog, rows, decisions);
          for (Map.Entry<TaskInstance, AttemptEnd> end : ended.entrySet()) {
            ends.apply(end.getKey().currentAttempt(), end.getValue());
          }
          return null;
        });
    lookedAt = now();
    for (TaskInstance task : left) {
      if (!ended.containsKey(task)) {
        workers.adopt(task);
        if (task.stopReason().isPresent()) {
          workers.stop(task);
        }
      }
    }
  }

  /**
   * Writes down that the process of an attempt is there.
   *
   * @return false if the attempt is no longer wanted
   */
  public synchronized boolean started(AttemptKey key, ProcessMark mark) {
    return store.transact(
        rows -> {
          TaskInstance task = rows.tasks().find(key.task()).orElseThrow();
          if (task.attempt() != key.attempt() || task.state() != TaskState.QUEUED) {
            return false;
          }
          rows.tasks().update(task.running(mark, now()));
          return true;
        });
  }

  /** Writes down how an attempt ended, and does what follows. */
  public void ended(AttemptKey key, AttemptEnd end) {
    changeAlways(
        (rows, decisions) -> {
          new AttemptEnds(catalog, rows, decisions).apply(key, end);
          return null;
        });
  }

  /** Starts a run by hand. */
  public DagRun trigger(TriggerOrder order) throws OperationRefused {
    return change((rows, decisions) -> new Orders(catalog, rows, decisions).trigger(order));
  }

  /** The tasks that clearing would touch. */
  public List<TaskInstance> toClear(ClearOrder order) throws OperationRefused {
    return inspect((rows, decisions) -> new Orders(catalog, rows, decisions).toClear(order));
  }

  /**
   * Has tasks run again.
   *
   * @return how they stood before
   */
  public List<TaskInstance> clear(ClearOrder order) throws OperationRefused {
    return change((rows, decisions) -> new Orders(catalog, rows, decisions).clear(order));
  }

  /** What a backfill would do. */
  public List<BackfillEntry> plan(BackfillOrder order) throws OperationRefused {
    return inspect((rows, decisions) -> new Orders(catalog, rows, decisions).plan(order));
  }

  /** Starts a backfill. */
  public Backfilling backfill(BackfillOrder order) throws OperationRefused {
    return change((rows, decisions) -> new Orders(catalog, rows, decisions).backfill(order));
  }

  /** The runs that begin at once if the dag is unpaused now. */
  public List<PlannedRun> dueIfUnpaused(String dagId) throws OperationRefused {
    return inspect(
        (rows, decisions) -> {
          Dag dag = new Orders(catalog, rows, decisions).dag(dagId);
          DagStanding standing = rows.dags().standing(dagId);
          return new RunPlanner(catalog, rows, decisions).dueNow(dag, standing);
        });
  }

  /** Pauses a dag, or lets it go on; what it has missed begins at once then. */
  public void pause(String dagId, PauseState state) throws OperationRefused {
    change(
        (rows, decisions) -> {
          Dag dag = new Orders(catalog, rows, decisions).dag(dagId);
          DagStanding standing = rows.dags().standing(dag.id());
          rows.dags()
              .save(new DagStanding(dag.id(), state == PauseState.PAUSED, standing.planned()));
          return null;
        });
  }
}

package io.xephang.scheduler.engine;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.plan.PlannedRun;
import io.xephang.scheduler.plan.RunType;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.store.Backfilling;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.DagStanding;
import io.xephang.scheduler.store.RunTable.Group;
import io.xephang.scheduler.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds the runs whose time has come, and lets waiting ones start. */
final class RunPlanner {
  /** How many runs {@link #dueNow} lists at most. */
  private static final int MOST_LISTED = 1000;

  private final DagCatalog catalog;
  private final Transaction rows;
  private final Decisions decisions;

  RunPlanner(DagCatalog catalog, Transaction rows, Decisions decisions) {
    this.catalog = catalog;
    this.rows = rows;
    this.decisions = decisions;
  }

  /**
   * Adds the runs that the schedules demand: as many of a dag as may be at work at once, the others
   * when these are done.
   */
  void addDueRuns(Map<String, DagStanding> standings) throws SQLException {
    Map<String, Integer> unfinished = rows.runs().unfinished();
    for (Dag dag : catalog.dags().values()) {
      DagStanding standing = standings.getOrDefault(dag.id(), DagStanding.unknown(dag.id()));
      if (!standing.paused()) {
        addDueRuns(dag, standing, unfinished.getOrDefault(dag.id(), 0));
      }
    }
  }

  private void addDueRuns(Dag dag, DagStanding standing, int unfinished) throws SQLException {
    int open = unfinished;
    DagStanding current = standing;
    Optional<PlannedRun> next = next(dag, current);
    while (next.isPresent() && !next.get().runAfter().isAfter(decisions.now())) {
      if (open >= dag.maxActiveRuns()) {
        return;
      }
      PlannedRun planned = next.get();
      // Somebody may have started a run of this date by hand: it is the run of this date then.
      if (rows.runs().of(dag.id(), planned.logicalDate()).isEmpty()) {
        NewRun.insert(
            rows,
            dag,
            NewRun.planned(
                dag, planned, RunType.SCHEDULED, decisions.now(), "{}", Optional.empty(), 0));
        open++;
      }
      current = new DagStanding(dag.id(), false, Optional.of(planned.interval()));
      rows.dags().save(current);
      next = next(dag, current);
    }
    next.ifPresent(planned -> decisions.wakeAt(planned.runAfter()));
  }

  private Optional<PlannedRun> next(Dag dag, DagStanding standing) {
    return dag.timetable().next(standing.planned(), dag.bounds(), decisions.now());
  }

  /** The runs that would be added now if the dag were not paused, the first one first. */
  List<PlannedRun> dueNow(Dag dag, DagStanding standing) {
    List<PlannedRun> due = new ArrayList<>();
    DagStanding current = standing;
    Optional<PlannedRun> next = next(dag, current);
    while (next.isPresent()
        && !next.get().runAfter().isAfter(decisions.now())
        && due.size() < MOST_LISTED) {
      due.add(next.get());
      current = new DagStanding(dag.id(), false, Optional.of(next.get().interval()));
      next = next(dag, current);
    }
    return List.copyOf(due);
  }

  /** Starts waiting runs as far as limits allow. */
  void startRuns(Map<String, DagStanding> standings) throws SQLException {
    Map<Group, Integer> running = rows.runs().runningByGroup();
    Map<Long, Integer> limits = new HashMap<>();
    for (Backfilling backfill : rows.backfills().open()) {
      limits.put(backfill.id(), backfill.maxActiveRuns());
    }
    for (Group group : rows.runs().waitingGroups(decisions.now())) {
      Optional<Dag> dag = catalog.find(group.dagId());
      boolean paused =
          standings.getOrDefault(group.dagId(), DagStanding.unknown(group.dagId())).paused();
      if (dag.isPresent() && !paused) {
        int most =
            group
                .backfill()
                .map(id -> limits.getOrDefault(id, 1))
                .orElse(dag.get().maxActiveRuns());
        int room = Math.max(0, most - running.getOrDefault(group, 0));
        for (DagRun run : rows.runs().waiting(group, decisions.now(), room)) {
          rows.runs().update(run.become(RunState.RUNNING, decisions.now()));
        }
      }
    }
    rows.runs().nextWaiting(decisions.now()).ifPresent(decisions::wakeAt);
  }

  void completeBackfills() throws SQLException {
    for (Backfilling backfill : rows.backfills().open()) {
      if (rows.runs().unfinishedOf(backfill.id()) == 0) {
        rows.backfills().complete(backfill.id(), decisions.now());
      }
    }
  }
}

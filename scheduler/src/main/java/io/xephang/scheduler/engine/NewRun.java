package io.xephang.scheduler.engine;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.Task;
import io.xephang.scheduler.plan.PlannedRun;
import io.xephang.scheduler.plan.RunType;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.TaskInstance;
import io.xephang.scheduler.store.TaskKey;
import io.xephang.scheduler.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Adds runs, with all their tasks. */
final class NewRun {
  private NewRun() {}

  /** A run that the schedule, or a backfill of it, demands. */
  static DagRun planned(
      Dag dag,
      PlannedRun planned,
      RunType type,
      Instant now,
      String conf,
      Optional<Long> backfill,
      int ordinal) {
    return new DagRun(
        dag.id(),
        type.runId(planned.runAfter()),
        type,
        RunState.QUEUED,
        Optional.of(planned.logicalDate()),
        Optional.of(planned.interval()),
        planned.runAfter(),
        now,
        Optional.empty(),
        Optional.empty(),
        conf,
        Optional.empty(),
        backfill,
        ordinal);
  }

  static void insert(Transaction rows, Dag dag, DagRun run) throws SQLException {
    rows.runs().insert(run);
    for (Task task : dag.tasks()) {
      rows.tasks()
          .insert(
              TaskInstance.untouched(
                  new TaskKey(run.dagId(), run.runId(), task.id()), task.retries().count()));
    }
  }
}

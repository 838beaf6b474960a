package io.xephang.scheduler.state;

import java.util.Optional;

/**
 * What a task with {@code depends_on_past} asks of the past, as Airflow 3 decides it in {@code
 * ti_deps/deps/prev_dagrun_dep.py}.
 *
 * @param catchup whether its dag makes up for what was missed
 * @param firstOfBackfill whether its run is the first one of a backfill, which begins anew
 * @param before the run before; empty if there is none
 */
public record PastOfTask(boolean catchup, boolean firstOfBackfill, Optional<Before> before) {
  /**
   * The run before.
   *
   * @param state of the same task in it; empty if it had no such task
   * @param beforeStart whether its date, that of a backfill perhaps, is before the dag's start
   */
  public record Before(Optional<TaskState> state, boolean beforeStart) {}

  /** Whether the task may run. */
  public boolean allows() {
    if (firstOfBackfill || before.isEmpty() || (catchup && before.get().beforeStart())) {
      return true;
    }
    // A task that is new to the dag waits too: nobody can say that its past went well.
    return before
        .get()
        .state()
        .filter(state -> state == TaskState.SUCCESS || state == TaskState.SKIPPED)
        .isPresent();
  }
}

package io.xephang.scheduler.engine;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.Task;
import io.xephang.scheduler.plan.Backfill;
import io.xephang.scheduler.plan.PlannedRun;
import io.xephang.scheduler.plan.RunOrder;
import io.xephang.scheduler.state.ReprocessBehavior;
import java.time.Instant;
import java.util.List;

/**
 * Runs of the past that somebody wants.
 *
 * @param from first date, included
 * @param to last date, included
 * @param order in which they run
 * @param maxActiveRuns how many at once
 * @param conf JSON object for each of them
 */
public record BackfillOrder(
    String dagId,
    Instant from,
    Instant to,
    ReprocessBehavior reprocess,
    RunOrder order,
    int maxActiveRuns,
    String conf) {

  /**
   * Checks what Airflow 3 checks in {@code _validate_backfill_params} of {@code
   * models/backfill.py}.
   *
   * @throws OperationRefused if the dag cannot be backfilled so
   */
  void check(Dag dag, Instant now) throws OperationRefused {
    if (!dag.timetable().periodic()) {
      throw refused(dag, "không có lịch lặp lại / its schedule does not recur");
    }
    if (to.isBefore(from)) {
      throw refused(
          dag,
          "ngày đầu phải trước ngày cuối / from_date must not be after to_date: "
              + from
              + ", "
              + to);
    }
    if (!from.isBefore(now)) {
      throw refused(
          dag,
          "không chạy bù cho tương lai / a backfill is not for the future: from_date "
              + from
              + ", bây giờ là / it is now "
              + now);
    }
    if (maxActiveRuns < 1) {
      throw refused(
          dag, "max_active_runs: cần ít nhất / expected at least 1; có / found " + maxActiveRuns);
    }
    List<String> chained = dag.tasks().stream().filter(Task::dependsOnPast).map(Task::id).toList();
    if (!chained.isEmpty() && order == RunOrder.NEWEST_FIRST) {
      throw refused(
          dag,
          chained
              + " có / have depends_on_past: không chạy ngược được / it cannot be run backwards");
    }
    if (!chained.isEmpty() && reprocess == ReprocessBehavior.NONE) {
      throw refused(
          dag,
          chained
              + " có / have depends_on_past: cần / expected --reprocess-behavior failed hoặc / or"
              + " completed");
    }
  }

  /** The runs that it is about, in its order. */
  List<PlannedRun> runs(Dag dag, Instant now) throws OperationRefused {
    try {
      return Backfill.runs(dag.timetable(), from, to, now, order);
    } catch (IllegalArgumentException e) {
      throw refused(dag, e.getMessage());
    }
  }

  private static OperationRefused refused(Dag dag, String why) {
    return new OperationRefused(OperationRefused.Kind.INVALID, dag.id() + ": " + why);
  }
}

package io.xephang.scheduler.engine;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.plan.DataInterval;
import io.xephang.scheduler.plan.PlannedRun;
import io.xephang.scheduler.plan.RunBounds;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.DagStanding;
import io.xephang.scheduler.store.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Tells of runs that their schedule demanded and that have not succeeded in time, above all of
 * those that never began: the dag was paused, or no scheduler was at work. In time means within the
 * dag's {@code dagrun_timeout} of the moment that its schedule names. A dag that has never run is
 * not late.
 */
final class LateRuns {
  private final DagCatalog catalog;
  private final Transaction rows;
  private final Instant now;

  LateRuns(DagCatalog catalog, Transaction rows, Instant now) {
    this.catalog = catalog;
    this.rows = rows;
    this.now = now;
  }

  /**
   * Stores a message for each dag whose latest run is late; of a run it is told once. To be called
   * before due runs are added: then it is still to be seen which have been missed.
   */
  void tell(Map<String, DagStanding> standings) throws SQLException {
    for (Dag dag : catalog.dags().values()) {
      DagStanding standing = standings.getOrDefault(dag.id(), DagStanding.unknown(dag.id()));
      if (dag.timeout().isPresent() && standing.planned().isPresent()) {
        tell(dag, standing, standing.planned().get(), dag.timeout().get());
      }
    }
  }

  private void tell(Dag dag, DagStanding standing, DataInterval planned, Duration most)
      throws SQLException {
    Optional<PlannedRun> missed =
        dag.timetable()
            .next(Optional.of(planned), withoutCatchup(dag.bounds()), now.minus(most))
            .filter(run -> !run.runAfter().plus(most).isAfter(now));
    if (missed.isPresent()) {
      Optional<DagRun> byHand = rows.runs().of(dag.id(), missed.get().logicalDate());
      if (byHand.map(DagRun::state).filter(RunState.SUCCESS::equals).isEmpty()) {
        rows.alerts()
            .insert(LateAlert.of(dag, missed.get().runAfter(), most, whyMissing(standing), now));
      }
      return;
    }
    Optional<DagRun> last = rows.runs().of(dag.id(), planned.end());
    if (last.isPresent() && isLate(last.get(), most)) {
      rows.alerts()
          .insert(
              LateAlert.of(
                  dag, last.get().runAfter(), most, whyUnfinished(last.get(), standing), now));
    }
  }

  /** The latest one that was missed counts, not all of them. */
  private static RunBounds withoutCatchup(RunBounds bounds) {
    return new RunBounds(bounds.earliest(), bounds.latest(), false);
  }

  /** Of one that was made too late it was told before; of one that failed, when it did. */
  private boolean isLate(DagRun run, Duration most) {
    Instant deadline = run.runAfter().plus(most);
    return !run.state().finished() && !deadline.isAfter(now) && run.queuedAt().isBefore(deadline);
  }

  private static String whyMissing(DagStanding standing) {
    return standing.paused()
        ? "dag đang tạm dừng / the dag is paused: xephang dags unpause " + standing.dagId()
        : "bộ lập lịch không chạy, hoặc lần trước chưa xong / no scheduler was at work, or the run"
            + " before is not finished";
  }

  private static String whyUnfinished(DagRun run, DagStanding standing) {
    if (standing.paused()) {
      return whyMissing(standing);
    }
    return run.state() == RunState.QUEUED
        ? "đang chờ các lần chạy khác / it waits for other runs"
        : "vẫn đang chạy, từ / it is still at work, since " + run.startedAt().orElseThrow();
  }
}

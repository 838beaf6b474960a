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
 * not late, nor is a run of a moment that had passed when its schedule was written.
 */
final class LateRuns {
  private static final Duration ON_TIME = Duration.ofMinutes(1);

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
    SchedulesInForce inForce = new SchedulesInForce(rows, now);
    for (Dag dag : catalog.dags().values()) {
      DagStanding standing = standings.getOrDefault(dag.id(), DagStanding.unknown(dag.id()));
      Instant since = inForce.since(dag, standing);
      if (dag.timeout().isPresent() && standing.planned().isPresent()) {
        tell(dag, standing, since, standing.planned().get(), dag.timeout().get());
      }
    }
  }

  private void tell(
      Dag dag, DagStanding standing, Instant since, DataInterval planned, Duration most)
      throws SQLException {
    Optional<PlannedRun> missed =
        dag.timetable()
            .next(Optional.of(planned), withoutCatchup(dag.bounds()), now.minus(most))
            .filter(run -> !run.runAfter().plus(most).isAfter(now))
            .filter(run -> !run.runAfter().isBefore(since));
    if (missed.isPresent()) {
      Optional<DagRun> byHand = rows.runs().of(dag.id(), missed.get().logicalDate());
      if (byHand.map(DagRun::state).filter(RunState.SUCCESS::equals).isEmpty()) {
        rows.alerts()
            .insert(
                new LateAlert(dag, missed.get().logicalDate(), missed.get().runAfter(), most)
                    .because(whyMissing(standing), now));
      }
      return;
    }
    // Not the moment of the row: of a run that somebody has started by hand it is another one.
    Instant due = planned.end();
    Optional<DagRun> last = rows.runs().of(dag.id(), planned.start());
    if (last.isPresent() && isLate(last.get(), standing, since, due, most)) {
      rows.alerts()
          .insert(
              new LateAlert(dag, planned.start(), due, most)
                  .because(whyUnfinished(last.get(), standing), now));
    }
  }

  /** The latest one that was missed counts, not all of them. */
  private static RunBounds withoutCatchup(RunBounds bounds) {
    return new RunBounds(bounds.earliest(), bounds.latest(), false);
  }

  /** Of one that was made too late it was told before; of one that failed, when it did. */
  private boolean isLate(
      DagRun run, DagStanding standing, Instant since, Instant due, Duration most) {
    Instant deadline = due.plus(most);
    boolean demandedAfterwards = due.isBefore(since) && !run.queuedAt().isBefore(since);
    return !run.state().finished()
        && !deadline.isAfter(now)
        && run.queuedAt().isBefore(deadline)
        && !demandedAfterwards
        && !failsByItself(run, standing, due);
  }

  /** One that began on time fails now, by the same timeout, and is told of for that. */
  private static boolean failsByItself(DagRun run, DagStanding standing, Instant due) {
    return !standing.paused()
        && run.startedAt().filter(began -> began.isBefore(due.plus(ON_TIME))).isPresent();
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

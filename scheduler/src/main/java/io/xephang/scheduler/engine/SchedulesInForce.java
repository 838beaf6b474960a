package io.xephang.scheduler.engine;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.plan.DataInterval;
import io.xephang.scheduler.store.DagStanding;
import io.xephang.scheduler.store.KnownSchedule;
import io.xephang.scheduler.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/**
 * Since when each dag has had the schedule of its file: a schedule demands nothing of the time
 * before anybody had written it.
 */
final class SchedulesInForce {
  private final Transaction rows;
  private final Instant now;
  private final Map<String, KnownSchedule> known;

  SchedulesInForce(Transaction rows, Instant now) throws SQLException {
    this.rows = rows;
    this.now = now;
    this.known = rows.schedules().all();
  }

  /** The moment; from now on, if the schedule is another one than it was when last seen. */
  Instant since(Dag dag, DagStanding standing) throws SQLException {
    KnownSchedule before = known.get(dag.id());
    String schedule = schedule(dag);
    if (before != null && before.schedule().equals(schedule)) {
      return before.since();
    }
    // Databases of earlier versions say nothing: there, it is the one that made the latest run.
    Instant since = before == null ? standing.planned().map(DataInterval::end).orElse(now) : now;
    rows.schedules().save(new KnownSchedule(dag.id(), schedule, since));
    return since;
  }

  private static String schedule(Dag dag) {
    return dag.timetable().identity()
        + " from "
        + dag.bounds().earliest().map(Instant::toString).orElse("ever")
        + " to "
        + dag.bounds().latest().map(Instant::toString).orElse("ever");
  }
}

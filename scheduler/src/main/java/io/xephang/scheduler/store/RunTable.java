package io.xephang.scheduler.store;

import io.xephang.scheduler.plan.DataInterval;
import io.xephang.scheduler.plan.RunType;
import io.xephang.scheduler.state.RunState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs. The database refuses a second one for the same dag and logical date. */
public final class RunTable {
  private static final Statements SQL = Statements.of(RunTable.class);

  private final Connection connection;

  RunTable(Connection connection) {
    this.connection = connection;
  }

  /** Runs that share a limit: those of a backfill, or all others of a dag. */
  public record Group(String dagId, Optional<Long> backfill) {}

  public void insert(DagRun run) throws SQLException {
    new Query(
            connection,
            SQL.named("insert"),
            run.dagId(),
            run.runId(),
            run.type().id(),
            run.state().id(),
            run.logicalDate(),
            run.interval().map(DataInterval::start),
            run.interval().map(DataInterval::end),
            run.runAfter(),
            run.queuedAt(),
            run.startedAt(),
            run.endedAt(),
            run.conf(),
            run.note(),
            run.backfill(),
            run.ordinal())
        .update();
  }

  public void update(DagRun run) throws SQLException {
    new Query(
            connection,
            SQL.named("update"),
            run.type().id(),
            run.state().id(),
            run.queuedAt(),
            run.startedAt(),
            run.endedAt(),
            run.conf(),
            run.note(),
            run.backfill(),
            run.ordinal(),
            run.dagId(),
            run.runId())
        .update();
  }

  public Optional<DagRun> find(String dagId, String runId) throws SQLException {
    return new Query(connection, SQL.named("find"), dagId, runId).first(RunTable::run);
  }

  /** The only run of a date. */
  public Optional<DagRun> of(String dagId, Instant logicalDate) throws SQLException {
    return new Query(connection, SQL.named("of-date"), dagId, logicalDate).first(RunTable::run);
  }

  /** The run of the latest date before this one. */
  public Optional<DagRun> before(String dagId, Instant logicalDate) throws SQLException {
    return new Query(connection, SQL.named("before"), dagId, logicalDate).first(RunTable::run);
  }

  /** The run of the latest date before this one that nobody started by hand. */
  public Optional<DagRun> scheduledBefore(String dagId, Instant logicalDate) throws SQLException {
    return new Query(connection, SQL.named("scheduled-before"), dagId, logicalDate)
        .first(RunTable::run);
  }

  public List<DagRun> running() throws SQLException {
    return new Query(connection, SQL.named("in-state"), RunState.RUNNING.id()).list(RunTable::run);
  }

  /** Groups that have runs whose time has come. */
  public List<Group> waitingGroups(Instant now) throws SQLException {
    return new Query(connection, SQL.named("waiting-groups"), now)
        .list(row -> new Group(row.getString("dag_id"), Query.number(row, "group_id")));
  }

  /** Runs of a group whose time has come, in the order in which they are to start. */
  public List<DagRun> waiting(Group group, Instant now, int most) throws SQLException {
    return new Query(connection, SQL.named("waiting"), now, group.dagId(), group.backfill(), most)
        .list(RunTable::run);
  }

  /** When the time of the next waiting run comes. */
  public Optional<Instant> nextWaiting(Instant now) throws SQLException {
    return new Query(connection, SQL.named("next-waiting"), now)
        .first(row -> Query.instant(row, "run_after"))
        .flatMap(moment -> moment);
  }

  /** How many runs of each dag are waiting or at work, those of backfills left out. */
  public Map<String, Integer> unfinished() throws SQLException {
    Map<String, Integer> unfinished = new HashMap<>();
    new Query(connection, SQL.named("unfinished-by-dag"))
        .list(row -> unfinished.put(row.getString("dag_id"), row.getInt("runs")));
    return unfinished;
  }

  /** How many runs of each group are at work. */
  public Map<Group, Integer> runningByGroup() throws SQLException {
    Map<Group, Integer> running = new HashMap<>();
    new Query(connection, SQL.named("running-by-group"))
        .list(
            row ->
                running.put(
                    new Group(row.getString("dag_id"), Query.number(row, "group_id")),
                    row.getInt("runs")));
    return running;
  }

  public int unfinishedOf(long backfill) throws SQLException {
    return new Query(connection, SQL.named("unfinished-of-backfill"), backfill)
        .first(row -> row.getInt("runs"))
        .orElse(0);
  }

  /** All runs of a dag, latest first. */
  public List<DagRun> of(String dagId) throws SQLException {
    return new Query(connection, SQL.named("of-dag"), dagId).list(RunTable::run);
  }

  /** All runs, in the order in which they were made. */
  public List<DagRun> made() throws SQLException {
    return new Query(connection, SQL.named("made")).list(RunTable::run);
  }

  /** All runs of a dag, in the order in which they were made. */
  public List<DagRun> made(String dagId) throws SQLException {
    return new Query(connection, SQL.named("made-of-dag"), dagId).list(RunTable::run);
  }

  /** The run of each dag that was made last, by dag. */
  public Map<String, DagRun> latestMade() throws SQLException {
    Map<String, DagRun> latest = new HashMap<>();
    for (DagRun run : new Query(connection, SQL.named("latest-made")).list(RunTable::run)) {
      latest.put(run.dagId(), run);
    }
    return latest;
  }

  /**
   * Finished runs that ended before this moment, of which no process is left and that nothing needs
   * any more: neither the newest of a dag, nor one whose date its schedule has not reached, nor one
   * that a run which is open or still to come may ask how it ended.
   *
   * @param scheduled ids of the dags that have a schedule
   */
  public List<DagRun> expired(Instant before, Set<String> scheduled, int most) throws SQLException {
    String[] ids = scheduled.toArray(String[]::new);
    return new Query(connection, SQL.named("expired"), ids, before, most).list(RunTable::run);
  }

  /** Deletes a run; its tasks have to be gone before. */
  public void delete(String dagId, String runId) throws SQLException {
    new Query(connection, SQL.named("delete"), dagId, runId).update();
  }

  private static DagRun run(ResultSet row) throws SQLException {
    return new DagRun(
        row.getString("dag_id"),
        row.getString("run_id"),
        RunType.valueOf(row.getString("run_type").toUpperCase(Locale.ROOT)),
        RunState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Query.instant(row, "logical_date"),
        DagTable.interval(row, "interval_start", "interval_end"),
        Query.instant(row, "run_after").orElseThrow(),
        Query.instant(row, "queued_at").orElseThrow(),
        Query.instant(row, "started_at"),
        Query.instant(row, "ended_at"),
        row.getString("conf"),
        Query.text(row, "note"),
        Query.number(row, "backfill_id"),
        row.getInt("ordinal"));
  }
}

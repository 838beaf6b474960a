package io.xephang.scheduler.store;

import io.xephang.scheduler.plan.DataInterval;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is kept of dags. */
public final class DagTable {
  private static final Statements SQL = Statements.of(DagTable.class);

  private final Connection connection;

  DagTable(Connection connection) {
    this.connection = connection;
  }

  /** How a dag stands; paused if nothing is known of it. */
  public DagStanding standing(String dagId) throws SQLException {
    return new Query(connection, SQL.named("find"), dagId)
        .first(DagTable::standing)
        .orElse(DagStanding.unknown(dagId));
  }

  /** All of which something is known, by id. */
  public Map<String, DagStanding> all() throws SQLException {
    Map<String, DagStanding> all = new TreeMap<>();
    new Query(connection, SQL.named("all"))
        .list(DagTable::standing)
        .forEach(standing -> all.put(standing.dagId(), standing));
    return all;
  }

  public void save(DagStanding standing) throws SQLException {
    new Query(
            connection,
            SQL.named("save"),
            standing.dagId(),
            standing.paused(),
            standing.planned().map(DataInterval::start),
            standing.planned().map(DataInterval::end))
        .update();
  }

  private static DagStanding standing(ResultSet row) throws SQLException {
    return new DagStanding(
        row.getString("dag_id"),
        row.getBoolean("paused"),
        interval(row, "planned_start", "planned_end"));
  }

  static Optional<DataInterval> interval(ResultSet row, String start, String end)
      throws SQLException {
    Optional<Instant> from = Query.instant(row, start);
    Optional<Instant> to = Query.instant(row, end);
    return from.map(moment -> new DataInterval(moment, to.orElseThrow()));
  }
}

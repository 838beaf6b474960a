package io.xephang.scheduler.store;

import io.xephang.scheduler.state.ReprocessBehavior;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Backfills that were asked for. */
public final class BackfillTable {
  private static final Statements SQL = Statements.of(BackfillTable.class);

  private final Connection connection;

  BackfillTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * Adds a backfill.
   *
   * @return its number
   */
  public long insert(Backfilling backfill) throws SQLException {
    new Query(
            connection,
            SQL.named("insert"),
            backfill.dagId(),
            backfill.from(),
            backfill.to(),
            backfill.reprocess().id(),
            backfill.maxActiveRuns(),
            backfill.conf(),
            backfill.createdAt())
        .update();
    return new Query(connection, SQL.named("last"))
        .first(row -> row.getLong("backfill_id"))
        .orElseThrow();
  }

  public void complete(long id, Instant now) throws SQLException {
    new Query(connection, SQL.named("complete"), now, id).update();
  }

  /** Those whose runs are not all finished. */
  public List<Backfilling> open() throws SQLException {
    return new Query(connection, SQL.named("open")).list(BackfillTable::backfill);
  }

  /** Deletes those that were completed before this moment and have no runs any more. */
  public void deleteEmpty(Instant before) throws SQLException {
    new Query(connection, SQL.named("delete-empty"), before).update();
  }

  /** All, latest first. */
  public List<Backfilling> all() throws SQLException {
    return new Query(connection, SQL.named("all")).list(BackfillTable::backfill);
  }

  private static Backfilling backfill(ResultSet row) throws SQLException {
    return new Backfilling(
        row.getLong("backfill_id"),
        row.getString("dag_id"),
        Query.instant(row, "from_date").orElseThrow(),
        Query.instant(row, "to_date").orElseThrow(),
        ReprocessBehavior.of(row.getString("reprocess_behavior")).orElseThrow(),
        row.getInt("max_active_runs"),
        row.getString("conf"),
        Query.instant(row, "created_at").orElseThrow(),
        Query.instant(row, "completed_at"));
  }
}

package io.xephang.scheduler.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Messages; they are kept until somebody has got them. */
public final class AlertTable {
  private static final Statements SQL = Statements.of(AlertTable.class);

  private final Connection connection;

  AlertTable(Connection connection) {
    this.connection = connection;
  }

  /** Adds a message, unless there has been one about the same. */
  public void insert(Alert alert) throws SQLException {
    new Query(
            connection,
            SQL.named("insert"),
            alert.key(),
            alert.key(),
            alert.subject(),
            alert.text(),
            alert.createdAt())
        .update();
  }

  /** The messages that are still to be sent. */
  public List<Alert> unsent() throws SQLException {
    return new Query(connection, SQL.named("unsent"))
        .list(
            row ->
                new Alert(
                    row.getLong("alert_id"),
                    row.getString("subject_key"),
                    row.getString("subject"),
                    row.getString("text"),
                    Query.instant(row, "created_at").orElseThrow()));
  }

  /** Deletes those that are older than this moment, whether anybody has got them or not. */
  public void delete(Instant before) throws SQLException {
    new Query(connection, SQL.named("delete"), before).update();
  }

  public void sent(long id, Instant now) throws SQLException {
    new Query(connection, SQL.named("sent"), now, id).update();
  }
}

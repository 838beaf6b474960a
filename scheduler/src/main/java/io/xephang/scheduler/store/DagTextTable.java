package io.xephang.scheduler.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The files of dags as they were when they could last be used. */
public final class DagTextTable {
  private static final Statements SQL = Statements.of(DagTextTable.class);

  private final Connection connection;

  DagTextTable(Connection connection) {
    this.connection = connection;
  }

  /** All, by id of the dag. */
  public List<DagText> all() throws SQLException {
    return new Query(connection, SQL.named("all"))
        .list(
            row ->
                new DagText(row.getString("dag_id"), row.getString("file"), row.getString("text")));
  }

  public void save(DagText text) throws SQLException {
    new Query(connection, SQL.named("save"), text.dagId(), text.file(), text.text()).update();
  }

  public void delete(String dagId) throws SQLException {
    new Query(connection, SQL.named("delete"), dagId).update();
  }
}

package io.xephang.scheduler.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The schedules that dags were last seen with. */
public final class ScheduleTable {
  private static final Statements SQL = Statements.of(ScheduleTable.class);

  private final Connection connection;

  ScheduleTable(Connection connection) {
    this.connection = connection;
  }

  /** All, by id of the dag. */
  public Map<String, KnownSchedule> all() throws SQLException {
    Map<String, KnownSchedule> all = new HashMap<>();
    new Query(connection, SQL.named("all"))
        .list(
            row ->
                new KnownSchedule(
                    row.getString("dag_id"),
                    row.getString("schedule"),
                    Query.instant(row, "since").orElseThrow()))
        .forEach(known -> all.put(known.dagId(), known));
    return all;
  }

  public void save(KnownSchedule known) throws SQLException {
    new Query(connection, SQL.named("save"), known.dagId(), known.schedule(), known.since())
        .update();
  }
}

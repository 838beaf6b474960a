package io.xephang.scheduler.store;

import java.sql.Connection;

/** The tables, within a transaction. */
public final class Transaction {
  private final DagTable dags;
  private final RunTable runs;
  private final TaskTable tasks;
  private final BackfillTable backfills;
  private final AlertTable alerts;
  private final DagTextTable texts;
  private final ScheduleTable schedules;

  Transaction(Connection connection) {
    dags = new DagTable(connection);
    runs = new RunTable(connection);
    tasks = new TaskTable(connection);
    backfills = new BackfillTable(connection);
    alerts = new AlertTable(connection);
    texts = new DagTextTable(connection);
    schedules = new ScheduleTable(connection);
  }

  public DagTable dags() {
    return dags;
  }

  public RunTable runs() {
    return runs;
  }

  public TaskTable tasks() {
    return tasks;
  }

  public BackfillTable backfills() {
    return backfills;
  }

  public AlertTable alerts() {
    return alerts;
  }

  public DagTextTable texts() {
    return texts;
  }

  public ScheduleTable schedules() {
    return schedules;
  }
}

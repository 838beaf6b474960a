package io.xephang.jobs;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that several steps use. */
public final class KeptRows {
  private KeptRows() {}

  /**
   * Has rows computed once, by whoever needs them first, and kept in memory or on disk as long as
   * anybody refers to them. A plan that goes on from here does not contain what led to them: long
   * plans cost more than the rows of a night.
   */
  public static Dataset<Row> of(Dataset<Row> rows) {
    return rows.localCheckpoint(false);
  }
}

package io.xephang.jobs.lake;

import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Where a row of a table stands.
 *
 * @param file location of its data file, as Iceberg names it
 * @param position counts from 0 in the file
 */
public record RowPlace(String file, long position) {
  /** Iceberg's names of the two. */
  public static final List<String> COLUMNS = List.of("_file", "_pos");

  /** That of a row with these columns. */
  public static RowPlace of(Row row) {
    return new RowPlace(row.getAs("_file"), row.getAs("_pos"));
  }
}

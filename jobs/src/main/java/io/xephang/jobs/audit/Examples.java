package io.xephang.jobs.audit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A few of the rows that a check found, for people. */
final class Examples {
  private static final int SHOWN = 5;

  private Examples() {}

  /** Each row as {@code column value, column value}, smallest first. */
  static List<String> of(Dataset<Row> found) {
    String[] columns = found.columns();
    List<String> examples = new ArrayList<>();
    for (Row row : found.limit(SHOWN).collectAsList()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < columns.length; i++) {
        cells.add(columns[i] + " " + row.get(i));
      }
      examples.add(String.join(", ", cells));
    }
    examples.sort(String::compareTo);
    return examples;
  }
}

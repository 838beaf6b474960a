package io.xephang.cli.result;

import io.xephang.warehouse.Measure;
import io.xephang.warehouse.Select;
import io.xephang.warehouse.Warehouse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * What a command asks, and what it knows of the answer.
 *
 * @param title of a saved query, in both languages; empty if somebody wrote the SELECT
 * @param measures what columns count in, beside those of the data dictionary
 */
public record Question(String title, Select select, Map<String, Measure> measures) {
  public Question {
    measures = Map.copyOf(measures);
  }

  /** A SELECT that somebody wrote. */
  public static Question of(String sql) {
    return new Question("", Select.of(sql), Map.of());
  }

  /** Whether the product asks it; whoever writes a SELECT gets numbers as they are. */
  public boolean isSaved() {
    return !title.isEmpty();
  }

  /** What columns count in, by name: what it says itself, else the data dictionary. */
  public Map<String, Measure> measuresOn(Warehouse warehouse) throws SQLException {
    Map<String, Measure> all = new HashMap<>(warehouse.measures());
    all.putAll(measures);
    return all;
  }
}

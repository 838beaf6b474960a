package io.xephang.cli.result;

import io.xephang.warehouse.Measure;
import io.xephang.warehouse.Select;
import io.xephang.warehouse.Warehouse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a command asks, and what it knows of the answer.
 *
 * @param title of a saved query, in both languages; empty if somebody wrote the SELECT
 * @param measures what columns count in, beside those of the data dictionary
 * @param exact columns of which tables show every digit
 */
public record Question(
    String title, Select select, Map<String, Measure> measures, Set<String> exact) {
  public Question {
    measures = Map.copyOf(measures);
    exact = Set.copyOf(exact);
  }

  /** A SELECT that somebody wrote. */
  public static Question of(String sql) {
    return new Question("", Select.of(sql), Map.of(), Set.of());
  }

  /** What columns count in, by name: what it says itself, else the data dictionary. */
  public Map<String, Measure> measuresOn(Warehouse warehouse) throws SQLException {
    Map<String, Measure> all = new HashMap<>(warehouse.measures());
    all.putAll(measures);
    return all;
  }

  /**
   * By what the numbers of a table are shown, by the names of columns; others exactly. Whoever
   * writes a SELECT gets numbers as they are.
   */
  public Map<String, Measure> shownIn(Warehouse warehouse) throws SQLException {
    if (title.isEmpty()) {
      return Map.of();
    }
    Map<String, Measure> shown = measuresOn(warehouse);
    shown.keySet().removeAll(exact);
    return shown;
  }
}

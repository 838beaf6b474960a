package io.xephang.notebooks;

import io.xephang.warehouse.Measure;
import io.xephang.warehouse.ResultColumn;
import io.xephang.warehouse.RowSink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Keeps a result in memory; a value may be null. */
final class HeldRows implements RowSink {
  private final List<String> columns = new ArrayList<>();
  private final List<List<Object>> rows = new ArrayList<>();

  @Override
  public void columns(List<ResultColumn> described) {
    described.forEach(column -> columns.add(column.name()));
  }

  @Override
  public void row(List<Object> values) {
    rows.add(Collections.unmodifiableList(new ArrayList<>(values)));
  }

  @Override
  public void end() {
    // Everything is there.
  }

  ResultTable table(Map<String, Measure> measures) {
    return new ResultTable("", columns, columns, measures, rows);
  }
}

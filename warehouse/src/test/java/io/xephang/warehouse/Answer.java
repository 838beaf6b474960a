package io.xephang.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A whole result as text: one line a row, fields parted by {@code |}, null as nothing. */
final class Answer implements RowSink {
  private final List<String> names = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();

  static List<String> rows(Warehouse warehouse, String sql) throws Exception {
    return of(warehouse, sql).rows;
  }

  static Answer of(Warehouse warehouse, String sql) throws Exception {
    Answer answer = new Answer();
    warehouse.select(sql, answer);
    return answer;
  }

  List<String> names() {
    return names;
  }

  List<String> types() {
    return types;
  }

  List<String> rows() {
    return rows;
  }

  @Override
  public void columns(List<ResultColumn> columns) {
    for (ResultColumn column : columns) {
      names.add(column.name());
      types.add(column.type());
    }
  }

  @Override
  public void row(List<Object> values) {
    rows.add(
        values.stream()
            .map(value -> value == null ? "" : value.toString())
            .collect(Collectors.joining("|")));
  }

  @Override
  public void end() {}
}

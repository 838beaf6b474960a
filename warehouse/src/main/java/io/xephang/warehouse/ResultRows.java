package io.xephang.warehouse;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Hands the rows of a result out, one by one. */
final class ResultRows {
  private ResultRows() {}

  /** Looks before every row whether it shall still be handed out. */
  interface Going {
    void require() throws QueryStopped;
  }

  /** Hands out all rows. */
  static void handOut(ResultSet result, RowSink sink) throws SQLException, IOException {
    try {
      handOut(result, sink, Long.MAX_VALUE, () -> {});
    } catch (QueryStopped e) {
      throw new IllegalStateException("nobody stops a question of the product", e);
    }
  }

  /** Hands out rows up to a number, as long as it goes on. */
  static Answered handOut(ResultSet result, RowSink sink, long most, Going going)
      throws SQLException, QueryStopped, IOException {
    ResultSetMetaData described = result.getMetaData();
    int width = described.getColumnCount();
    List<ResultColumn> columns = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      columns.add(new ResultColumn(described.getColumnLabel(i), described.getColumnTypeName(i)));
    }
    sink.columns(columns);
    long rows = 0;
    boolean cut = false;
    while (!cut && result.next()) {
      going.require();
      cut = rows == most;
      if (!cut) {
        List<Object> values = new ArrayList<>(width);
        for (int i = 1; i <= width; i++) {
          values.add(ResultValue.of(result.getObject(i)));
        }
        sink.row(values);
        rows++;
      }
    }
    sink.end();
    return new Answered(rows, cut);
  }
}

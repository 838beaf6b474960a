package io.xephang.warehouse;

import java.io.IOException;
import java.util.List;

/** Takes a result row by row: first the columns, then every row. */
public interface RowSink {
  void columns(List<ResultColumn> columns) throws IOException;

  /**
   * Takes the next row.
   *
   * @param values one for each column: null, String, Boolean, a Number, a java.time value, a List
   *     or a Map of such
   */
  void row(List<Object> values) throws IOException;

  /** After the last row. */
  void end() throws IOException;
}

package io.xephang.warehouse;

import java.sql.SQLException;
import java.util.List;

/** A SELECT that could not be answered; the message says why, without a stack trace. */
public final class QueryFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private QueryFailed(String message, SQLException cause) {
    super(message, cause);
  }

  /**
   * What DuckDB said, in a form for people.
   *
   * @param surface what there is to select from
   */
  static QueryFailed because(SQLException cause, List<String> surface) {
    String text = message(cause);
    String message = "Truy vấn không chạy được / The query failed: " + text;
    // DuckDB's own proposal is a system table as often as not.
    return new QueryFailed(
        text.startsWith("Catalog Error: Table ")
            ? message + "\nCó thể chọn từ / You can select from: " + String.join(", ", surface)
            : message,
        cause);
  }

  /** What DuckDB said, without its stack trace. */
  static String message(SQLException cause) {
    String text = String.valueOf(cause.getMessage());
    int trace = text.indexOf("\n\nStack Trace");
    return (trace < 0 ? text : text.substring(0, trace)).strip();
  }
}

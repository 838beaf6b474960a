package io.xephang.warehouse;

import java.sql.SQLException;

/** A SELECT that could not be answered; the message says why, without a stack trace. */
public sealed class QueryFailed extends Exception permits QueryStopped {
  private static final long serialVersionUID = 1L;

  QueryFailed(String message, Throwable cause) {
    super(message, cause);
  }

  /** What DuckDB said, in a form for people, with the place in the query. */
  static QueryFailed because(SQLException cause, String sql) {
    EngineError error = EngineError.of(cause);
    return new QueryFailed(
        "Truy vấn không chạy được / The query failed: "
            + lead(error.kind())
            + error.message()
            + error.place(sql).map(at -> "\n" + at.shown()).orElse(""),
        cause);
  }

  private static String lead(String kind) {
    return switch (kind) {
      case "Binder" -> "sai tên cột hay kiểu / a column or a type does not fit: ";
      case "Catalog" -> "không có tên này / there is no such name: ";
      case "Conversion" -> "có giá trị không đổi kiểu được / a value cannot be converted: ";
      case "Out of Range" -> "số quá lớn / a number is too large: ";
      case "Out of Memory" -> "cần quá nhiều bộ nhớ hoặc đĩa / it needs too much memory or disk: ";
      case "Permission" -> "không được phép / not allowed: ";
      default -> "";
    };
  }

  /** What DuckDB said, without its stack trace. */
  static String message(SQLException cause) {
    return EngineError.of(cause).message();
  }
}

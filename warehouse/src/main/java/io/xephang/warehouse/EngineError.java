package io.xephang.warehouse;

import io.xephang.warehouse.JsonTree.TooDeep;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * What DuckDB says of an error. With the setting {@code errors_as_json} it tells the place in the
 * query apart from the words.
 *
 * @param kind such as {@code Binder}; empty if it did not say
 * @param message in its own words, without its advice about settings that nobody can change here
 * @param offset of the byte in the query; negative if there is none
 */
record EngineError(String kind, String message, long offset) {
  private static final int DEEPEST = 10;

  static EngineError of(SQLException error) {
    String text = String.valueOf(error.getMessage());
    int json = text.indexOf('{');
    if (json >= 0 && text.contains("\"exception_type\"")) {
      try {
        return of(JsonTree.object(text.substring(json), DEEPEST));
      } catch (IOException | TooDeep e) {
        return new EngineError("", plain(text), -1);
      }
    }
    return new EngineError("", plain(text), -1);
  }

  private static EngineError of(Map<String, Object> error) {
    return new EngineError(
        JsonTree.text(error.get("exception_type")),
        plain(JsonTree.text(error.get("exception_message"))),
        offset(JsonTree.text(error.get("position")), JsonTree.text(error.get("location"))));
  }

  /** A place in a macro or a view has no length: it is none in the query. */
  private static long offset(String position, String location) {
    return position.isEmpty() || location.endsWith(",0]") ? -1 : Long.parseLong(position);
  }

  private static String plain(String text) {
    int end = text.length();
    for (String after : new String[] {"\n\nStack Trace", "\n\nPossible solutions"}) {
      int found = text.indexOf(after);
      end = found >= 0 ? Math.min(end, found) : end;
    }
    return text.substring(0, end).strip();
  }

  Optional<QueryPlace> place(String sql) {
    return QueryPlace.of(sql, offset);
  }
}

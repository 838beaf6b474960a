package io.xephang.warehouse;

import io.xephang.warehouse.JsonTree.TooDeep;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets exactly one SELECT through, judged by DuckDB's own parser: {@code json_serialize_sql} gives
 * the tree of what DuckDB would run, and refuses everything but SELECT. {@link TreeInspection} then
 * goes through the tree.
 */
final class StatementGate {
  static final String ONLY_SELECT =
      "Chỉ nhận đúng một câu lệnh SELECT. / Exactly one SELECT statement is accepted";

  /** Characters of a query. Longer ones take DuckDB long to parse, which nothing stops. */
  private static final int LONGEST = 100_000;

  /**
   * How deep the tree may be. An expression takes some three levels for each bracket; DuckDB itself
   * goes through a tree by recursion, and does not always see the end of its stack.
   */
  private static final int DEEPEST = 1_500;

  private static final String TOO_DEEP =
      "Câu lệnh lồng quá nhiều tầng / The statement is nested too deeply.";

  private StatementGate() {}

  /**
   * Judges a text.
   *
   * @param parameters those that have values
   * @throws QueryRefused if it is anything but one SELECT over the public surface
   */
  static JudgedQuery check(Connection connection, String sql, Set<String> parameters)
      throws QueryRefused, SQLException {
    if (sql.length() > LONGEST) {
      throw new QueryRefused(
          "Câu lệnh dài "
              + sql.length()
              + " ký tự, nhiều nhất "
              + LONGEST
              + " / The statement has "
              + sql.length()
              + " characters, at most "
              + LONGEST
              + " are accepted.");
    }
    Map<String, Object> tree = parse(connection, sql);
    if (Boolean.TRUE.equals(tree.get("error"))) {
      throw notParsed(sql, tree);
    }
    List<Object> statements = JsonTree.elements(tree.get("statements"));
    if (statements.size() != 1) {
      throw new QueryRefused(ONLY_SELECT + "; found " + statements.size() + ".");
    }
    return new TreeInspection(connection, sql, parameters).of(statements.get(0));
  }

  private static Map<String, Object> parse(Connection connection, String sql)
      throws QueryRefused, SQLException {
    try (PreparedStatement serialize =
        connection.prepareStatement("SELECT CAST(json_serialize_sql(?) AS VARCHAR)")) {
      serialize.setString(1, sql);
      try (ResultSet result = serialize.executeQuery()) {
        result.next();
        return JsonTree.object(result.getString(1), DEEPEST);
      }
    } catch (TooDeep e) {
      throw new QueryRefused(TOO_DEEP);
    } catch (IOException e) {
      throw new IllegalStateException("DuckDB's parser gave no JSON", e);
    }
  }

  private static QueryRefused notParsed(String sql, Map<String, Object> error) {
    if (!JsonTree.text(error.get("error_type")).equals("parser")) {
      return new QueryRefused(
          ONLY_SELECT
              + "; found a statement of another kind."
              + (sql.stripLeading().regionMatches(true, 0, "PIVOT", 0, 5)
                  ? "\nPIVOT cần liệt kê giá trị / PIVOT needs its values: PIVOT … ON x IN ('a', 'b') …"
                  : ""));
    }
    String position = JsonTree.text(error.get("position"));
    Optional<QueryPlace> place =
        position.isEmpty() ? Optional.empty() : QueryPlace.of(sql, Long.parseLong(position));
    return new QueryRefused(
        "Câu lệnh sai cú pháp / Syntax error: "
            + JsonTree.text(error.get("error_message"))
            + place.map(at -> ", " + at.shown()).orElse("."));
  }
}

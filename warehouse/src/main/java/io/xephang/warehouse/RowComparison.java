package io.xephang.warehouse;

import io.xephang.warehouse.Difference.Field;
import io.xephang.warehouse.Difference.Kind;
import io.xephang.warehouse.TableCheck.Against;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares two tables row by row, to the last digit, rows that stand twice included.
 *
 * @param found the table in question, such as {@code internal.service}
 * @param expected what it should be
 * @param key columns that tell rows apart, to pair a wrong row with the right one
 * @param columns all columns that are compared, those of the key among them
 */
record RowComparison(String found, String expected, List<String> key, List<String> columns) {
  RowComparison {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
  }

  TableCheck run(Connection connection, String table, Against against, int examples)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          SqlText.of("verify/uneven.sql")
              .replace("${columns}", String.join(", ", columns))
              .replace("${found}", found)
              .replace("${expected}", expected));
      return new TableCheck(
          table,
          against,
          number(statement, "SELECT count(*) FROM " + found),
          number(statement, "SELECT count(*) FROM (" + pairs() + ")"),
          examples(statement, examples));
    }
  }

  private String pairs() {
    return SqlText.of("verify/pairs.sql")
        .replace("${same_key}", each(key, "found.%1$s IS NOT DISTINCT FROM expected.%1$s", " AND "))
        .replace("${key}", each(key, "coalesce(found.%1$s, expected.%1$s) AS key_%1$s", ", "))
        .replace("${found}", each(columns, "found.%1$s AS found_%1$s", ", "))
        .replace("${expected}", each(columns, "expected.%1$s AS expected_%1$s", ", "));
  }

  private List<Difference> examples(Statement statement, int most) throws SQLException {
    List<Difference> examples = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            pairs() + " ORDER BY " + each(key, "key_%1$s NULLS FIRST", ", ") + " LIMIT " + most)) {
      while (row.next()) {
        examples.add(difference(row));
      }
    }
    return examples;
  }

  private Difference difference(ResultSet row) throws SQLException {
    boolean isFound = row.getBoolean("is_found");
    boolean isExpected = row.getBoolean("is_expected");
    Map<String, String> where = new LinkedHashMap<>();
    for (String column : key) {
      where.put(column, text(row, "key_" + column));
    }
    List<Field> fields = new ArrayList<>();
    for (String column : columns) {
      String one = isFound ? text(row, "found_" + column) : null;
      String other = isExpected ? text(row, "expected_" + column) : null;
      if (!key.contains(column) && (one == null || !one.equals(other))) {
        fields.add(new Field(column, one, other));
      }
    }
    Kind kind = isFound && isExpected ? Kind.DIFFERENT : isFound ? Kind.UNEXPECTED : Kind.MISSING;
    return new Difference(kind, where, fields);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return PlainText.of(ResultValue.of(row.getObject(column)));
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static String each(List<String> names, String form, String separator) {
    return names.stream().map(form::formatted).collect(Collectors.joining(separator));
  }
}

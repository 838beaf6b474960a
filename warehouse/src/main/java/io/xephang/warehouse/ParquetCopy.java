package io.xephang.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes rows to a Parquet file with the types they have.
 *
 * @param rows what stands after FROM
 * @param values of the parameters {@code $1} … in it
 * @param file absolute
 */
record ParquetCopy(String rows, List<Object> values, Path file) {
  /**
   * What Parquet knows only as a binary fraction, which has 53 bits: a sum of counts has this type,
   * and its digits must stay.
   */
  private static final Pattern WHOLE_NUMBER_WITHOUT_LIMIT = Pattern.compile("\\bU?HUGEINT\\b");

  private static final String EXACT = "DECIMAL(38,0)";

  /**
   * The rows of a SELECT that the gate has judged. Its text never becomes part of ours: without
   * parameters {@code query()} parses it by itself, as one SELECT; with parameters, which do not
   * reach into a text, it is DuckDB's own rendering of the tree that was judged.
   */
  static ParquetCopy of(Connection connection, Select select, Path file) throws SQLException {
    NumberedSelect numbered = NumberedSelect.of(connection, select);
    return numbered.values().isEmpty()
        ? new ParquetCopy("query(" + SqlText.literal(select.sql()) + ")", List.of(), file)
        : new ParquetCopy(
            "(" + rendered(connection, numbered.sql()) + ")", numbered.values(), file);
  }

  void run(Connection connection) throws SQLException {
    String columns = columns(connection);
    // DuckDB's own temporary file would be another one that has to be allowed.
    try (PreparedStatement copy =
        NumberedSelect.prepared(
            connection,
            "COPY (SELECT "
                + columns
                + " FROM "
                + rows
                + ") TO "
                + SqlText.literal(file.toString())
                + " (FORMAT parquet, USE_TMP_FILE false)",
            values)) {
      copy.execute();
    }
  }

  private String columns(Connection connection) throws SQLException {
    List<String> casts = new ArrayList<>();
    try (PreparedStatement describe =
            NumberedSelect.prepared(connection, "DESCRIBE FROM " + rows, values);
        ResultSet column = describe.executeQuery()) {
      while (column.next()) {
        String type = column.getString("column_type");
        String exact = WHOLE_NUMBER_WITHOUT_LIMIT.matcher(type).replaceAll(EXACT);
        if (!exact.equals(type)) {
          String name = "\"" + column.getString("column_name").replace("\"", "\"\"") + "\"";
          casts.add("CAST(" + name + " AS " + exact + ") AS " + name);
        }
      }
    }
    return casts.isEmpty() ? "*" : "* REPLACE (" + String.join(", ", casts) + ")";
  }

  private static String rendered(Connection connection, String sql) throws SQLException {
    try (PreparedStatement render =
        connection.prepareStatement("SELECT json_deserialize_sql(json_serialize_sql(?))")) {
      render.setString(1, sql);
      try (ResultSet result = render.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }
}

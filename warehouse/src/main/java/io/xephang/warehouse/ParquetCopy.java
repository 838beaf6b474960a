package io.xephang.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes rows to a Parquet file with the types they have.
 *
 * @param rows a table function
 * @param file absolute
 */
record ParquetCopy(String rows, Path file) {
  /**
   * What Parquet knows only as a binary fraction, which has 53 bits: a sum of counts has this type,
   * and its digits must stay.
   */
  private static final Pattern WHOLE_NUMBER_WITHOUT_LIMIT = Pattern.compile("\\bU?HUGEINT\\b");

  private static final String EXACT = "DECIMAL(38,0)";

  void run(Connection connection) throws SQLException {
    String columns = columns(connection);
    try (Statement statement = connection.createStatement()) {
      // DuckDB's own temporary file would be another one that has to be allowed.
      statement.execute(
          "COPY (SELECT "
              + columns
              + " FROM "
              + rows
              + ") TO "
              + SqlText.literal(file.toString())
              + " (FORMAT parquet, USE_TMP_FILE false)");
    }
  }

  private String columns(Connection connection) throws SQLException {
    List<String> casts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet column = statement.executeQuery("DESCRIBE FROM " + rows)) {
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
}

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/**
 * Runs the statements of a SQL file in DuckDB and prints what the last ones select. Statements end in
 * a semicolon at the end of a line.
 *
 * <p>Arguments: the file, threads, memory limit, folder for what does not fit in memory, then {@code
 * name=value} for each variable.
 */
public final class DuckDbScript {
  public static void main(String[] arguments) throws Exception {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET threads = " + Integer.parseInt(arguments[1]));
      statement.execute("SET memory_limit = " + quoted(arguments[2]));
      statement.execute("SET temp_directory = " + quoted(arguments[3]));
      for (int i = 4; i < arguments.length; i++) {
        String[] variable = arguments[i].split("=", 2);
        statement.execute("SET VARIABLE " + variable[0] + " = " + quoted(variable[1]));
      }
      for (String sql : Files.readString(Path.of(arguments[0])).split(";\\s*(\\n|$)")) {
        long start = System.nanoTime();
        boolean selects = statement.execute(sql);
        System.err.printf(
            "%.1f s: %s%n",
            (System.nanoTime() - start) / 1e9,
            sql.replaceAll("(?m)^--.*$", "").strip().lines().findFirst().orElse(""));
        if (selects) {
          try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
              System.out.println(rows.getString(1));
            }
          }
        }
      }
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

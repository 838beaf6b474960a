package io.xephang.trials;

import io.xephang.home.DeploymentHome;
import io.xephang.home.Publication;
import io.xephang.home.Publication.PublishedTable;
import io.xephang.schemas.Definitions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All rows of all tables of a publication, read from its Parquet files alone. What must differ from
 * run to run is left out: names of runs and times of reading; a statement is named by its file and
 * by which statement of that file it is, as they landed.
 */
final class PublishedState {
  private PublishedState() {}

  /** Rows as text, sorted, by table. */
  static SortedMap<String, List<String>> of(DeploymentHome home, Publication publication)
      throws SQLException {
    SortedMap<String, List<String>> state = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE named AS SELECT statement_id, file || '#' || row_number() OVER"
              + " (PARTITION BY file ORDER BY landed_modified, ingested_at) AS name FROM "
              + files(home, publication, "ingest_file"));
      for (String table : Definitions.shipped().tables().keySet()) {
        if (publication.tables().get(table).files().isEmpty()) {
          state.put(table, List.of());
          continue;
        }
        List<String> columns = new ArrayList<>();
        Definitions.shipped().table(table).columns().stream()
            .map(column -> column.name())
            .filter(name -> !name.equals("run_id") && !name.equals("ingested_at"))
            .forEach(
                name ->
                    columns.add(
                        name.equals("statement_id")
                            ? "(SELECT name FROM named WHERE named.statement_id = t.statement_id)"
                            : "t." + name));
        state.put(
            table,
            rows(
                statement,
                "SELECT "
                    + String.join(", ", columns)
                    + " FROM "
                    + files(home, publication, table)
                    + " AS t"));
      }
    }
    return Collections.unmodifiableSortedMap(state);
  }

  private static List<String> rows(Statement statement, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          cells.add(result.getString(i));
        }
        rows.add(String.join("|", cells));
      }
    }
    rows.sort(String::compareTo);
    return rows;
  }

  /** The rows of a table but those that its deletes name. */
  private static String files(DeploymentHome home, Publication publication, String table) {
    PublishedTable published = publication.tables().get(table);
    String rows = parquet(home, published.files(), ", filename = true, file_row_number = true");
    return published.deletes().isEmpty()
        ? rows
        : "(FROM "
            + rows
            + " AS r ANTI JOIN "
            + parquet(home, published.deletes(), "")
            + " AS d ON parse_filename(d.file_path) = parse_filename(r.filename)"
            + " AND d.pos = r.file_row_number)";
  }

  private static String parquet(DeploymentHome home, List<String> files, String options) {
    return files.stream()
        .map(file -> home.lake().resolve(Path.of(file)).toString().replace("'", "''"))
        .collect(Collectors.joining("', '", "read_parquet(['", "']" + options + ")"));
  }
}

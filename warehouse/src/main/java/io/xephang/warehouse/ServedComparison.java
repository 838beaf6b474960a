package io.xephang.warehouse;

import io.xephang.schemas.Definitions;
import io.xephang.schemas.table.Table;
import io.xephang.warehouse.TableCheck.Against;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the database that readers see holds what a new one of the same publication would: every
 * table but the records of runs, which go on after it was built, and every view and macro. The
 * files that its views name are part of their text.
 */
final class ServedComparison {
  private final Connection connection;
  private final Definitions definitions;
  private final ServingFolder folder;
  private final int examples;

  /**
   * A comparison.
   *
   * @param connection of a database that was filled as a served one is
   */
  ServedComparison(
      Connection connection, Definitions definitions, ServingFolder folder, int examples) {
    this.connection = connection;
    this.definitions = definitions;
    this.folder = folder;
    this.examples = examples;
  }

  List<TableCheck> run() throws SQLException, IOException {
    Optional<String> current = folder.current();
    if (current.isEmpty()) {
      return List.of(unreadable("serving", "there is no served database"));
    }
    Path database = folder.database(current.get());
    List<TableCheck> checks = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try {
        statement.execute(
            "ATTACH " + SqlText.literal(database.toString()) + " AS served (READ_ONLY)");
      } catch (SQLException e) {
        return List.of(unreadable(database.getFileName().toString(), QueryFailed.message(e)));
      }
      for (String table : list("verify/served_tables.sql")) {
        List<String> columns = list("verify/served_columns.sql", table);
        Table known = definitions.tables().get(table);
        checks.add(
            compare(
                table,
                "served.internal." + table,
                "internal." + table,
                known == null ? columns : known.key(),
                columns));
      }
      String surface = SqlText.of("verify/served_surface.sql");
      checks.add(
          compare(
              "surface",
              surface.replace("${database}", "served"),
              surface.replace("${database}", "memory"),
              List.of("name"),
              List.of("name", "text")));
      statement.execute("DETACH served");
    }
    return checks;
  }

  private TableCheck compare(
      String table, String found, String expected, List<String> key, List<String> columns) {
    try {
      return new RowComparison(found, expected, key, columns)
          .run(connection, table, Against.PUBLISHED, examples);
    } catch (SQLException e) {
      return unreadable(table, QueryFailed.message(e));
    }
  }

  private static TableCheck unreadable(String table, String message) {
    return TableCheck.unreadable(
        table, Against.PUBLISHED, List.of(Difference.unreadable("table", table, message)));
  }

  private List<String> list(String path, String... parameters) throws SQLException {
    List<String> names = new ArrayList<>();
    try (var statement = connection.prepareStatement(SqlText.of(path))) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet name = statement.executeQuery()) {
        while (name.next()) {
          names.add(name.getString(1));
        }
      }
    }
    return names;
  }
}

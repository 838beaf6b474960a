package io.xephang.cli;

import io.xephang.home.DeploymentHome;
import io.xephang.home.Publication.PublishedTable;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes tables of a lake as a job would, a Parquet file for each. */
final class LakeWriter {
  private static final Definitions DEFINITIONS = Definitions.shipped();

  private final DeploymentHome home;
  private final TreeMap<String, PublishedTable> tables = new TreeMap<>();

  LakeWriter(DeploymentHome home) throws IOException {
    this.home = home;
    home.create();
  }

  /** What was written, for a publication. */
  SortedMap<String, PublishedTable> tables() {
    return tables;
  }

  /**
   * Writes all rows of a table.
   *
   * @param columns the given ones, separated by commas; the others are null
   * @param rows SQL tuples
   */
  void write(String name, String columns, String... rows) throws SQLException, IOException {
    Table table = DEFINITIONS.table(name);
    List<String> given = Arrays.asList(columns.split(", "));
    String select =
        table.columns().stream()
            .map(
                column ->
                    "CAST("
                        + (given.contains(column.name()) ? column.name() : "NULL")
                        + " AS "
                        + switch (column.type()) {
                          case STRING -> "VARCHAR";
                          case LONG -> "BIGINT";
                          default -> column.type().name();
                        }
                        + ") AS "
                        + column.name())
            .collect(Collectors.joining(", "));
    Path file = home.lake().resolve(name + ".parquet");
    Files.deleteIfExists(file);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT "
              + select
              + " FROM (VALUES "
              + String.join(", ", rows)
              + ") AS given("
              + columns
              + ")) TO '"
              + file
              + "' (FORMAT parquet)");
    }
    tables.put(name, new PublishedTable(1L, List.of(name + ".parquet")));
  }
}

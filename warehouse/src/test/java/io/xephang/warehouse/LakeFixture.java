package io.xephang.warehouse;

import io.xephang.home.CheckFinding;
import io.xephang.home.DeploymentHome;
import io.xephang.home.Publication;
import io.xephang.home.Publication.PublishedTable;
import io.xephang.home.PublicationLog;
import io.xephang.home.RunRecord;
import io.xephang.home.RunRecords;
import io.xephang.home.RunStatus;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.table.Column;
import io.xephang.schemas.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A home folder with a small lake, written by DuckDB where Spark would, and its publication. */
final class LakeFixture {
  private static final CheckFinding FINDING =
      CheckFinding.of(
          "indicator_interval.rate_jumped",
          CheckFinding.Outcome.WARNED,
          1,
          "30 points at most",
          List.of("unit_code H47"));

  static final Definitions DEFINITIONS = Definitions.shipped();

  private final DeploymentHome home;
  private final TreeMap<String, List<String>> files = new TreeMap<>();
  private final TreeMap<String, List<String>> deletes = new TreeMap<>();
  private long publication;

  LakeFixture(Path folder) throws IOException {
    home = new DeploymentHome(folder);
    home.create();
  }

  DeploymentHome home() {
    return home;
  }

  /**
   * Writes a Parquet file of a table.
   *
   * @param columns the given ones, separated by commas; the others are null
   * @param rows SQL tuples
   */
  LakeFixture with(String table, String columns, String... rows) throws SQLException, IOException {
    Table definition = DEFINITIONS.table(table);
    List<String> given = Arrays.asList(columns.split(",\\s*"));
    String select =
        definition.columns().stream()
            .map(column -> value(column, given) + " AS " + column.name())
            .collect(Collectors.joining(", "));
    List<String> written = files.computeIfAbsent(table, name -> new ArrayList<>());
    String name = table + "/data/part=VN/" + publication + "-" + written.size() + ".parquet";
    Path file = home.lake().resolve(name);
    Files.createDirectories(file.getParent());
    run(
        "COPY (SELECT "
            + select
            + " FROM (VALUES "
            + String.join(", ", rows)
            + ") AS given("
            + String.join(", ", given)
            + ")) TO "
            + SqlText.literal(file.toString())
            + " (FORMAT parquet)");
    written.add(name);
    return this;
  }

  /**
   * Deletes rows of the file that was written last, as Iceberg does.
   *
   * @param folder where the lake was when it did
   * @param positions count from 0
   */
  LakeFixture deleting(String table, Path folder, int... positions)
      throws SQLException, IOException {
    List<String> written = files.get(table);
    String from = written.get(written.size() - 1);
    List<String> names = deletes.computeIfAbsent(table, unused -> new ArrayList<>());
    String name = from.replace(".parquet", "-deletes-" + names.size() + ".parquet");
    run(
        "COPY (SELECT "
            + SqlText.literal("file:" + folder.resolve(from))
            + " AS file_path, CAST(unnest("
            + Arrays.toString(positions)
            + ") AS BIGINT) AS pos) TO "
            + SqlText.literal(home.lake().resolve(name).toString())
            + " (FORMAT parquet)");
    names.add(name);
    return this;
  }

  /** Forgets a table's files, so that the next publication has others. */
  LakeFixture without(String table) {
    files.remove(table);
    return this;
  }

  /** Publishes what was written, and has it served. */
  LakeFixture publish(String asOf) throws SQLException, IOException {
    Publication next = append(asOf);
    new ServedDatabase(home, DEFINITIONS).build(next, new RunRecords(home).all());
    return this;
  }

  /** Publishes what was written without serving it. */
  Publication append(String asOf) throws SQLException, IOException {
    publication++;
    LocalDate day = LocalDate.parse(asOf);
    String runId = "run-" + publication;
    TreeMap<String, PublishedTable> tables = new TreeMap<>();
    files.forEach(
        (table, names) ->
            tables.put(
                table,
                new PublishedTable(publication, names, deletes.getOrDefault(table, List.of()))));
    Publication next =
        new Publication(
            publication, runId, day.plusDays(1).atTime(1, 30), day, DEFINITIONS.digest(), tables);
    new PublicationLog(home).append(next);
    new RunRecords(home)
        .save(
            new RunRecord(
                runId,
                day.plusDays(1).atTime(1, 0),
                day.plusDays(1).atTime(1, 30),
                RunStatus.PUBLISHED,
                "run",
                "/landing",
                day,
                publication,
                2,
                10,
                7,
                1,
                2,
                null,
                List.of("catalogs/2030-01-01: later than today"),
                List.of(),
                List.of(FINDING),
                null));
    return next;
  }

  Warehouse open() throws Exception {
    return Warehouse.open(home);
  }

  private static String value(Column column, List<String> given) {
    String type =
        switch (column.type()) {
          case STRING -> "VARCHAR";
          case BOOLEAN -> "BOOLEAN";
          case INTEGER -> "INTEGER";
          case LONG -> "BIGINT";
          case DOUBLE -> "DOUBLE";
          case DATE -> "DATE";
          case TIMESTAMP -> "TIMESTAMP";
        };
    return "CAST(" + (given.contains(column.name()) ? column.name() : "NULL") + " AS " + type + ")";
  }

  static void run(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

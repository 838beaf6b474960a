package io.xephang.warehouse;

import io.xephang.home.DeploymentHome;
import io.xephang.home.Publication;
import io.xephang.home.Publication.PublishedTable;
import io.xephang.home.PublicationLog;
import io.xephang.home.WriterLock;
import io.xephang.home.WriterLock.LockTaken;
import io.xephang.schemas.Definitions;
import io.xephang.warehouse.TableCheck.Against;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Proves a publication: recomputes it from the rows that were kept and the definitions, without
 * Spark, and compares what is published and what is served with that. It changes nothing, and works
 * in a database of its own in memory, which spills to a temporary folder.
 */
public final class Verification {
  /** How many of a table's differences are told. */
  private static final int EXAMPLES = 10;

  private static final List<String> KEPT_TABLES =
      List.of(
          "unit_row",
          "report_row",
          "catalog_row",
          "dossier_message",
          "progress_step",
          "quarantine");

  /** Derived tables: what is published of them has to be what is recomputed. */
  private static final List<String> DERIVED_TABLES =
      List.of(
          "unit",
          "catalog_snapshot",
          "service",
          "indicator_interval",
          "ranking_interval",
          "dossier",
          "dossier_count",
          "procedure_month",
          "period_value",
          "period_ranking");

  /** Derived tables that are not served. */
  private static final List<String> UNSERVED_TABLES = List.of("dossier_count");

  /** The schema of what is not served. */
  private static final String KEPT = "kept";

  /** By which Spark finds dossiers: DuckDB knows no such hash, and nothing follows from it. */
  private static final String DOSSIER_KEY = "dossier_key";

  /** Of the ledger and of reports only this follows from the rows. */
  private static final List<String> LEDGER_COUNTS =
      List.of("statement_id", "file", "rows_read", "accepted", "duplicates", "quarantined");

  private static final List<String> REPORTED =
      List.of("statement_id", "position", "file", "indicator", "unit_code", "as_of", "value");

  private final DeploymentHome home;
  private final Definitions definitions;
  private final Consumer<String> progress;

  public Verification(DeploymentHome home, Definitions definitions) {
    this(home, definitions, step -> {});
  }

  /**
   * A verification that says where it is.
   *
   * @param progress is told what comes next
   */
  public Verification(DeploymentHome home, Definitions definitions, Consumer<String> progress) {
    this.home = home;
    this.definitions = definitions;
    this.progress = progress;
  }

  /**
   * Verifies the newest publication.
   *
   * @throws LockTaken if a run is at work: one process at a time can open the catalog
   * @throws NoServedDatabase if nothing was published yet
   * @throws SQLException if the catalog cannot be opened or DuckDB fails; published files that
   *     cannot be read are differences
   */
  public VerificationReport run() throws LockTaken, NoServedDatabase, SQLException, IOException {
    return run(newest());
  }

  /** Verifies a publication. */
  public VerificationReport run(Publication publication) throws SQLException, IOException {
    progress.accept("publication " + publication.id());
    List<TableCheck> checks = new ArrayList<>(missingFiles(publication));
    if (checks.isEmpty()) {
      Properties settings = ResourceLimits.ofOneDatabase();
      // Order is said where it matters; keeping another one costs memory.
      settings.setProperty("preserve_insertion_order", "false");
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings)) {
        checks.addAll(compare(connection, publication));
      }
    }
    return new VerificationReport(
        publication.id(),
        publication.asOf(),
        !publication.definitions().equals(definitions.digest()),
        checks);
  }

  /** The locks of both writers are held only while the row is read: files never change again. */
  private Publication newest() throws LockTaken, NoServedDatabase, SQLException, IOException {
    if (!home.hasCatalog()) {
      throw new NoServedDatabase(home);
    }
    String holder = "xephang verify, process " + ProcessHandle.current().pid();
    WriterLock run = WriterLock.take(home.runLock(), holder);
    try {
      WriterLock job = WriterLock.take(home.jobLock(), holder);
      try {
        return new PublicationLog(home).latest().orElseThrow(() -> new NoServedDatabase(home));
      } finally {
        job.close();
      }
    } finally {
      run.close();
    }
  }

  private List<TableCheck> missingFiles(Publication publication) {
    List<TableCheck> checks = new ArrayList<>();
    for (Map.Entry<String, PublishedTable> table : publication.tables().entrySet()) {
      List<Difference> missing =
          Stream.concat(table.getValue().files().stream(), table.getValue().deletes().stream())
              .filter(file -> !Files.isReadable(home.lake().resolve(file)))
              .map(file -> Difference.unreadable("file", file, "there is no such file"))
              .toList();
      if (!missing.isEmpty()) {
        checks.add(TableCheck.unreadable(table.getKey(), Against.FILES, missing));
      }
    }
    return checks;
  }

  private List<TableCheck> compare(Connection connection, Publication publication)
      throws SQLException, IOException {
    List<TableCheck> unreadable = load(connection, publication);
    if (!unreadable.isEmpty()) {
      return unreadable;
    }
    progress.accept("recomputing");
    new Recomputation(connection, definitions).run();
    List<TableCheck> checks = new ArrayList<>();
    checks.add(compare(connection, "ingest_file", LEDGER_COUNTS, "recomputed.ingest_file"));
    checks.add(compare(connection, "report_row", REPORTED, "recomputed.report"));
    for (String table : DERIVED_TABLES) {
      List<String> columns = new ArrayList<>(definitions.table(table).columnNames());
      columns.remove(DOSSIER_KEY);
      checks.add(compare(connection, table, columns, "recomputed." + table));
    }
    progress.accept("comparing the served database");
    checks.addAll(
        new ServedComparison(connection, definitions, new ServingFolder(home), EXAMPLES).run());
    return checks;
  }

  private TableCheck compare(
      Connection connection, String table, List<String> columns, String expected)
      throws SQLException {
    progress.accept("comparing " + table);
    return new RowComparison(
            (UNSERVED_TABLES.contains(table) ? KEPT : LakeTable.COPIES) + "." + table,
            expected,
            definitions.table(table).key(),
            columns)
        .run(connection, table, Against.RECOMPUTED, EXAMPLES);
  }

  /**
   * Loads the publication as it would be served, and the kept rows.
   *
   * @return what cannot be read
   */
  private List<TableCheck> load(Connection connection, Publication publication)
      throws SQLException {
    progress.accept("reading the published files");
    List<TableCheck> unreadable = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + LakeTable.COPIES);
      statement.execute(ServedSchema.definitionTables());
      statement.execute(SqlText.of("verify/schemas.sql"));
    }
    DefinitionRows rows = new DefinitionRows(connection);
    rows.insert(publication);
    rows.insert(definitions);
    for (String name : ServedSchema.COPIED_TABLES) {
      LakeTable table = LakeTable.of(publication, definitions, home, name);
      read(name, unreadable, () -> table.copyInto(connection));
    }
    for (String name : ServedSchema.LINKED_TABLES) {
      LakeTable table = LakeTable.of(publication, definitions, home, name);
      read(name, unreadable, () -> table.linkAndRead(connection, LakeTable.COPIES));
    }
    for (String name : Stream.concat(KEPT_TABLES.stream(), UNSERVED_TABLES.stream()).toList()) {
      LakeTable table = LakeTable.of(publication, definitions, home, name);
      read(name, unreadable, () -> table.linkAndRead(connection, KEPT));
    }
    if (unreadable.isEmpty()) {
      ServedSchema.derive(connection);
      ServedSchema.createSurface(connection);
    }
    return unreadable;
  }

  private interface Reading {
    void run() throws SQLException;
  }

  private static void read(String table, List<TableCheck> unreadable, Reading reading) {
    try {
      reading.run();
    } catch (SQLException e) {
      unreadable.add(
          TableCheck.unreadable(
              table,
              Against.FILES,
              List.of(Difference.unreadable("table", table, QueryFailed.message(e)))));
    }
  }
}

package io.xephang.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Which SQL makes the schema of a served database, in the order in which it has to run. */
final class ServedSchema {
  /** Views of the contract, section 4; a file each. */
  static final List<String> VIEWS =
      List.of(
          "unit",
          "service",
          "dossier",
          "progress",
          "idle_service",
          "timeliness",
          "reported_rate",
          "reconciliation",
          "indicator",
          "indicator_value",
          "ranking",
          "coverage",
          "ingest_file",
          "quarantine",
          "rejection_reason",
          "run",
          "audit_finding",
          "publication",
          "target",
          "dictionary");

  static final List<String> MACROS = List.of("ranking_at", "trend", "headline");

  /**
   * Tables of the lake that are copied, the ledger first: it says whose rows are in force. They are
   * small; the rows of catalogs, dossiers and periods stay in their Parquet files.
   */
  static final List<String> COPIED_TABLES =
      List.of(
          "ingest_file",
          "quarantine",
          "report_row",
          "unit_row",
          "unit",
          "catalog_snapshot",
          "indicator_interval",
          "ranking_interval");

  static final List<String> LINKED_TABLES =
      List.of(
          "service",
          "dossier",
          "progress_step",
          "procedure_month",
          "period_value",
          "period_ranking");

  private ServedSchema() {}

  static String definitionTables() {
    return SqlText.of("internal/definitions.sql");
  }

  private static String derivedTables() {
    return SqlText.of("internal/derived.sql")
        + SqlText.of("internal/print.sql")
        + SqlText.of("internal/held.sql")
        + SqlText.of("internal/asked.sql");
  }

  private static String senders() {
    return SqlText.of("internal/senders.sql");
  }

  /** Makes what follows from the tables of the lake and of the definitions. */
  static void derive(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(derivedTables());
      new DefinitionRows(connection).insertRejectedNames(new RejectedNames(connection).senders());
      statement.execute(senders());
    }
  }

  /**
   * Makes the views and macros that people select from, with what the data dictionary says of them.
   */
  static void createSurface(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String path : surface(".sql")) {
        statement.execute(SqlText.of(path));
      }
    }
    DataDictionary.shipped().describe(connection);
  }

  /** The files of the data dictionary, beside those of the SQL; views before macros. */
  static List<String> descriptions() {
    return surface(".yaml");
  }

  /** All texts that a served database follows from, beside those of the definitions. */
  static List<String> texts() {
    return Stream.concat(
            Stream.of(
                definitionTables(),
                derivedTables(),
                senders(),
                RejectedNames.names(),
                RejectedNames.spellings()),
            Stream.concat(surface(".sql").stream(), descriptions().stream()).map(SqlText::of))
        .toList();
  }

  private static List<String> surface(String ending) {
    return Stream.concat(
            VIEWS.stream().map(view -> "views/" + view + ending),
            MACROS.stream().map(macro -> "macros/" + macro + ending))
        .toList();
  }
}

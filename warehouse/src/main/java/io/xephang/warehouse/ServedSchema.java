package io.xephang.warehouse;

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
          "target");

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

  static String derivedTables() {
    return SqlText.of("internal/derived.sql")
        + SqlText.of("internal/print.sql")
        + SqlText.of("internal/held.sql")
        + SqlText.of("internal/asked.sql");
  }

  static List<String> surface() {
    return Stream.concat(
            VIEWS.stream().map(view -> SqlText.of("views/" + view + ".sql")),
            MACROS.stream().map(macro -> SqlText.of("macros/" + macro + ".sql")))
        .toList();
  }
}

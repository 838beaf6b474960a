package io.xephang.trials;

import io.xephang.home.DeploymentHome;
import io.xephang.warehouse.ResultColumn;
import io.xephang.warehouse.RowSink;
import io.xephang.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a reader is answered: every view but those of runs ({@code run}, {@code audit_finding}),
 * without names of runs and times.
 *
 * @param publication the one that the answers say they belong to
 * @param rows as text, each after the name of its view, sorted
 */
record ServedState(long publication, List<String> rows) {
  private static final List<String> VIEWS =
      List.of(
          "unit",
          "service",
          "reported_rate",
          "indicator",
          "indicator_value",
          "ranking",
          "coverage",
          "ingest_file EXCLUDE (run_id, ingested_at, statement_id)",
          "quarantine EXCLUDE (run_id, statement_id)",
          "publication EXCLUDE (run_id, published_at)",
          "target",
          "dossier",
          "progress",
          "timeliness",
          "idle_service",
          "reconciliation",
          "rejection_reason");

  ServedState {
    rows = List.copyOf(rows);
  }

  /** Asks every view, as any reader does: without a lock, on the database that is current now. */
  static ServedState of(DeploymentHome home) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Warehouse warehouse = Warehouse.open(home)) {
      long publication = warehouse.standing().publication().id();
      for (String view : VIEWS) {
        String name = view.split(" ", 2)[0];
        String columns = view.substring(name.length());
        warehouse.select("SELECT *" + columns + " FROM " + name, new Lines(name, rows));
      }
      rows.sort(String::compareTo);
      return new ServedState(publication, rows);
    }
  }

  private record Lines(String view, List<String> rows) implements RowSink {
    @Override
    public void columns(List<ResultColumn> columns) {}

    @Override
    public void row(List<Object> values) {
      rows.add(view + ": " + values.stream().map(String::valueOf).collect(Collectors.joining("|")));
    }

    @Override
    public void end() {}
  }
}

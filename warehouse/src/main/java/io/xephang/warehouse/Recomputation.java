package io.xephang.warehouse;

import io.xephang.schemas.Definitions;
import io.xephang.schemas.unit.Unit;
import io.xephang.schemas.unit.UnitName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that follows from the kept rows and the definitions, from nothing, in the schema
 * {@code recomputed}. It goes another way than the jobs: it asks on every day on which an answer
 * may change what holds on that day, and knows no intervals until it has the answers.
 */
final class Recomputation {
  private static final List<String> STEPS =
      List.of(
          "ingest_file",
          "in_force",
          "service",
          "described_unit",
          "dossier_state",
          "unit",
          "own_catalog",
          "catalog",
          "unit_value",
          "national_value",
          "reported_value",
          "indicator_interval",
          "dossier",
          "dossier_count",
          "period_value",
          "ranking_interval");

  private final Connection connection;
  private final Definitions definitions;

  Recomputation(Connection connection, Definitions definitions) {
    this.connection = connection;
    this.definitions = definitions;
  }

  /** Computes; {@code verify/schemas.sql} has run, and the tables it speaks of are there. */
  void run() throws SQLException {
    insertShippedUnits();
    ComputationSql counts = new ComputationSql(definitions);
    try (Statement statement = connection.createStatement()) {
      for (String step : STEPS) {
        if (step.equals("dossier_state")) {
          insertSpellings();
        }
        statement.execute(
            SqlText.of("verify/" + step + ".sql")
                .replace("${counts}", counts.ofCatalogs())
                .replace("${service_counts}", counts.ofServicesOfAPeriod())
                .replace("${dossier_counts}", counts.ofDossiersOfAPeriod())
                .replace("${on_received}", counts.onReceived())
                .replace("${on_finished}", counts.onFinished())
                .replace("${on_overdue}", counts.onOverdue()));
      }
    }
  }

  /** SQL cannot fold names; what a name means is decided there all the same. */
  private void insertSpellings() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet described =
            statement.executeQuery(
                "SELECT DISTINCT unit_code, unit_name, aliases FROM recomputed.described_unit"
                    + " WHERE length(unit_code) > 3");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO recomputed.spelling VALUES (?, ?)")) {
      while (described.next()) {
        String aliases = described.getString("aliases");
        List<String> names = new ArrayList<>(List.of(described.getString("unit_name")));
        names.addAll(aliases == null ? List.of() : List.of(aliases.split("\\|")));
        for (String name : names) {
          if (!name.isBlank()) {
            insert.setString(1, described.getString("unit_code"));
            insert.setString(2, UnitName.of(name).hash());
            insert.addBatch();
          }
        }
      }
      insert.executeBatch();
    }
  }

  private void insertShippedUnits() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO recomputed.shipped_unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Unit unit : definitions.units().units()) {
        Object[] fields = {
          unit.code(),
          unit.name(),
          unit.fullName(),
          unit.kind() == null ? null : unit.kind().id(),
          unit.parentCode(),
          unit.scopeCode(),
          unit.region(),
          unit.validity().from(),
          unit.validity().to(),
          unit.successorCode(),
          unit.listed()
        };
        for (int i = 0; i < fields.length; i++) {
          insert.setObject(i + 1, fields[i]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}

package io.xephang.warehouse;

import io.xephang.schemas.Definitions;
import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.Indicator;
import io.xephang.schemas.unit.Unit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

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
          "unit",
          "own_catalog",
          "catalog",
          "unit_value",
          "national_value",
          "reported_value",
          "indicator_interval",
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
    try (Statement statement = connection.createStatement()) {
      for (String step : STEPS) {
        statement.execute(SqlText.of("verify/" + step + ".sql").replace("${counts}", counts()));
      }
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

  /** A row counts in the numerator only if it counts in the denominator. */
  private String counts() {
    return definitions.indicators().values().stream()
        .filter(indicator -> indicator.computation().isPresent())
        .map(Recomputation::counts)
        .collect(Collectors.joining(", "));
  }

  private static String counts(Indicator indicator) {
    Computation computation = indicator.computation().orElseThrow();
    return "{indicator: %s, numerator: count(*) FILTER ((%s) AND (%s)), denominator: count(*) FILTER (%s)}"
        .formatted(
            SqlText.literal(indicator.id()),
            computation.denominator(),
            computation.numerator(),
            computation.denominator());
  }
}

package io.xephang.warehouse;

import io.xephang.home.Publication;
import io.xephang.home.RunRecord;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.Indicator;
import io.xephang.schemas.unit.Unit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Fills the tables of {@code internal/definitions.sql}. */
final class DefinitionRows {
  private static final int ROWS_OF_A_STATEMENT = 100;

  private final Connection connection;

  DefinitionRows(Connection connection) {
    this.connection = connection;
  }

  void insert(Publication publication) throws SQLException {
    insert(
        "publication",
        List.of(publication),
        row -> new Object[] {row.id(), row.runId(), row.publishedAt(), row.asOf()});
  }

  void insert(List<RunRecord> runs) throws SQLException {
    insert(
        "run",
        runs,
        run ->
            new Object[] {
              run.runId(),
              run.startedAt(),
              run.finishedAt(),
              run.status().id(),
              run.task(),
              run.landing(),
              run.asOf(),
              run.publication(),
              run.filesRead(),
              run.rowsRead(),
              run.accepted(),
              run.duplicates(),
              run.quarantined(),
              run.message(),
              connection.createArrayOf("VARCHAR", run.leftAlone().toArray())
            });
    for (RunRecord run : runs) {
      insert(
          "audit_finding",
          run.findings(),
          finding ->
              new Object[] {
                run.runId(),
                finding.check(),
                finding.outcome().id(),
                finding.rows(),
                finding.rule(),
                connection.createArrayOf("VARCHAR", finding.examples().toArray()),
                finding.acceptedBecause()
              });
    }
  }

  void insertRejectedNames(Map<String, String> senders) throws SQLException {
    insert(
        "rejected_name",
        senders.entrySet(),
        sender -> new Object[] {sender.getKey(), sender.getValue()});
  }

  void insertDictionary(List<DictionaryEntry> entries) throws SQLException {
    insert(
        "dictionary_entry",
        entries,
        entry ->
            new Object[] {
              entry.relation(),
              entry.place(),
              entry.part(),
              entry.name(),
              entry.type(),
              entry.defaultValue(),
              entry.measure().map(Measure::id).orElse(null),
              entry.description().vi(),
              entry.description().en()
            });
  }

  void insert(Definitions definitions) throws SQLException {
    for (Indicator indicator : definitions.indicators().values()) {
      insert(indicator);
    }
    for (Unit unit : definitions.units().units()) {
      insert("unit_alias", unit.aliases(), alias -> new Object[] {unit.code(), alias});
    }
    insert(
        "target",
        definitions.targets(),
        target ->
            new Object[] {
              target.indicator(), target.value().doubleValue(), target.due(), target.legalBasis()
            });
    insert(
        "rejection_reason",
        definitions.reasons(),
        reason ->
            new Object[] {
              reason.id(),
              reason.name().vi(),
              reason.name().en(),
              reason.remedy().vi(),
              reason.remedy().en()
            });
    insert(
        "expectation",
        definitions.feeds().values().stream().filter(feed -> feed.expected().isPresent()).toList(),
        feed ->
            new Object[] {
              feed.id(),
              feed.expected().orElseThrow().beforeDayOfMonth().orElse(null),
              feed.expected().orElseThrow().withinDays().orElse(null)
            });
  }

  private void insert(Indicator indicator) throws SQLException {
    insert(
        "indicator",
        List.of(indicator),
        row ->
            new Object[] {
              row.id(),
              row.kind().id(),
              row.kind().defaultPeriodType().id(),
              row.direction().id(),
              row.name().vi(),
              row.name().en(),
              row.numerator().vi(),
              row.numerator().en(),
              row.denominator().vi(),
              row.denominator().en(),
              row.computation().map(counted -> counted.rows().id()).orElse(null),
              row.computation().map(Computation::numerator).orElse(null),
              row.computation().map(Computation::denominator).orElse(null)
            });
    insert(
        "legal_basis",
        indicator.legalBasis(),
        basis -> new Object[] {indicator.id(), basis.text(), basis.validFrom(), basis.validTo()});
    insert(
        "definition_change",
        indicator.definitionChanges(),
        change -> new Object[] {indicator.id(), change.date(), change.vi(), change.en()});
  }

  private interface Values<T> {
    Object[] of(T row) throws SQLException;
  }

  /** Many rows with one statement: each takes as long to plan as a hundred rows to write. */
  private <T> void insert(String table, Collection<T> rows, Values<T> values) throws SQLException {
    List<Object[]> chunk = new ArrayList<>();
    for (T row : rows) {
      chunk.add(values.of(row));
      if (chunk.size() == ROWS_OF_A_STATEMENT) {
        insert(table, chunk);
        chunk.clear();
      }
    }
    if (!chunk.isEmpty()) {
      insert(table, chunk);
    }
  }

  private void insert(String table, List<Object[]> rows) throws SQLException {
    String marks = "(" + String.join(", ", Collections.nCopies(rows.get(0).length, "?")) + ")";
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO internal."
                + table
                + " VALUES "
                + String.join(", ", Collections.nCopies(rows.size(), marks)))) {
      int place = 0;
      for (Object[] fields : rows) {
        for (Object field : fields) {
          place++;
          insert.setObject(place, field);
        }
      }
      insert.executeUpdate();
    }
  }
}

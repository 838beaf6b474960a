package io.xephang.jobs.audit;

import static org.apache.spark.sql.functions.count_if;

import io.xephang.home.CheckFinding;
import io.xephang.home.CheckFinding.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Conditions that no row may fulfil, counted in one pass. */
final class Predicates {
  private final String table;
  private final Dataset<Row> rows;
  private final Column[] shown;
  private final List<Rule> rules = new ArrayList<>();

  /**
   * Nothing is asked yet.
   *
   * @param shown what names a row in an example
   */
  Predicates(String table, Dataset<Row> rows, Column... shown) {
    this.table = table;
    this.rows = rows;
    this.shown = shown.clone();
  }

  private record Rule(String name, Outcome outcome, String description, Column broken) {}

  /**
   * What the pass has shown.
   *
   * @param more a row with the further measures, from the column {@code firstMore} on
   */
  record Measured(List<CheckFinding> findings, Row more, int firstMore) {}

  void add(String name, Outcome outcome, String description, Column broken) {
    rules.add(new Rule(name, outcome, description, broken));
  }

  /** Counts, and takes further measures on the way. */
  Measured measure(List<Column> more) {
    List<Column> measures = new ArrayList<>();
    rules.forEach(rule -> measures.add(count_if(rule.broken())));
    measures.addAll(more);
    Row measured =
        rows.agg(measures.get(0), measures.subList(1, measures.size()).toArray(Column[]::new))
            .first();
    List<CheckFinding> findings = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (measured.getLong(i) > 0) {
        Rule rule = rules.get(i);
        findings.add(
            CheckFinding.of(
                table + "." + rule.name(),
                rule.outcome(),
                measured.getLong(i),
                rule.description(),
                Examples.of(rows.where(rule.broken()).select(shown))));
      }
    }
    return new Measured(findings, measured, rules.size());
  }
}

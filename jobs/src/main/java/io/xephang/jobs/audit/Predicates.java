package io.xephang.jobs.audit;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import io.xephang.home.CheckFinding;
import io.xephang.home.CheckFinding.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Conditions that no row of some rows may fulfil, and columns whose values are wanted. */
final class Predicates {
  private final String table;
  private final Dataset<Row> rows;
  private final Column[] shown;
  private final List<Rule> rules = new ArrayList<>();
  private final List<Column> collected = new ArrayList<>();

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

  private record Rule(String name, Outcome outcome, String says, Column broken) {}

  /**
   * What the pass has shown.
   *
   * @param values those of each collected column
   */
  record Measured(List<CheckFinding> findings, List<List<String>> values) {}

  void add(String name, Outcome outcome, String says, Column broken) {
    rules.add(new Rule(name, outcome, says, broken));
  }

  /** Has the values of a text column collected on the way. */
  void collect(Column column) {
    collected.add(column);
  }

  /**
   * Counts, in one query for all: planning a query of each takes longer than counting a night. For
   * each rule that is broken its rows are read once more.
   *
   * @return what each has shown, in the same order
   */
  static List<Measured> measure(List<Predicates> all) {
    Measured[] measured = new Measured[all.size()];
    List<Dataset<Row>> counts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      counts.add(all.get(i).counts(i));
    }
    counts.stream()
        .reduce(Dataset::union)
        .ifPresent(
            union -> {
              for (Row row : union.collectAsList()) {
                int place = row.getInt(0);
                measured[place] = all.get(place).told(row.getList(1), row.getList(2));
              }
            });
    return List.of(measured);
  }

  private Dataset<Row> counts(int place) {
    return rows.agg(
        lit(place),
        array(rules.stream().map(rule -> count_if(rule.broken())).toArray(Column[]::new))
            .cast("array<bigint>"),
        array(collected.stream().map(column -> collect_set(column)).toArray(Column[]::new))
            .cast("array<array<string>>"));
  }

  private Measured told(List<Long> broken, List<Seq<String>> values) {
    List<CheckFinding> findings = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (broken.get(i) > 0) {
        Rule rule = rules.get(i);
        findings.add(
            CheckFinding.of(
                table + "." + rule.name(),
                rule.outcome(),
                broken.get(i),
                rule.says(),
                Examples.of(rows.where(rule.broken()).select(shown))));
      }
    }
    return new Measured(
        findings, values.stream().map(CollectionConverters::asJava).map(List::copyOf).toList());
  }
}

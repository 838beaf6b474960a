package io.xephang.jobs.audit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.xephang.schemas.table.Check;
import io.xephang.schemas.table.Comparison;
import io.xephang.schemas.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What has changed too much since the last publication. */
final class ComparisonAudit {
  private final LocalDate day;
  private final LocalDate publishedDay;

  /**
   * What holds on a day beside what held before.
   *
   * @param day as-of date of the publication in the making
   * @param publishedDay that of the last one
   */
  ComparisonAudit(LocalDate day, LocalDate publishedDay) {
    this.day = day;
    // Whoever goes back to an earlier date compares what held on it.
    this.publishedDay = day.isBefore(publishedDay) ? day : publishedDay;
  }

  /**
   * The rules of a table that compares itself with what was before.
   *
   * @param written partitions of the table that the run has written
   * @param published the same partitions as they were published before
   */
  Optional<Predicates> of(Table table, Dataset<Row> written, Dataset<Row> published) {
    return table.comparison().map(comparison -> of(table, comparison, written, published));
  }

  private Predicates of(
      Table table, Comparison comparison, Dataset<Row> written, Dataset<Row> published) {
    Dataset<Row> after = written.where(holdsOn(day)).as("after");
    Dataset<Row> before = published.where(holdsOn(publishedDay)).as("before");
    Column same =
        comparison.by().stream()
            .map(column -> col("after." + column).equalTo(col("before." + column)))
            .reduce(Column::and)
            .orElseThrow();
    Predicates predicates =
        new Predicates(table.name(), after.join(before, same), shown(table, comparison));
    for (Check check : comparison.checks()) {
      predicates.add(
          check.name(),
          Outcomes.ofComparison(check.otherwise()),
          check.rule(),
          not(expr(check.that())));
    }
    return predicates;
  }

  private static Column holdsOn(LocalDate day) {
    return col("valid_from")
        .leq(lit(day))
        .and(col("valid_to").isNull().or(col("valid_to").gt(lit(day))));
  }

  /** What a row is found by, and the numbers before and after. */
  private static Column[] shown(Table table, Comparison comparison) {
    Set<String> numbers = new LinkedHashSet<>();
    for (var column : table.columns()) {
      switch (column.type()) {
        case INTEGER, LONG, DOUBLE -> numbers.add(column.name());
        default -> {
          // Says nothing about how much has changed.
        }
      }
    }
    List<Column> shown = new ArrayList<>();
    comparison.by().forEach(column -> shown.add(col("after." + column).as(column)));
    numbers.forEach(column -> shown.add(col("before." + column).as(column + " before")));
    numbers.forEach(column -> shown.add(col("after." + column).as(column + " after")));
    return shown.toArray(Column[]::new);
  }
}

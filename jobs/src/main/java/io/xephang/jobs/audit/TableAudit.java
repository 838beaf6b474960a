package io.xephang.jobs.audit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.xephang.home.CheckFinding;
import io.xephang.home.CheckFinding.Outcome;
import io.xephang.schemas.table.Check;
import io.xephang.schemas.table.Reference;
import io.xephang.schemas.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What must hold of the rows of a table by themselves: key, required columns, predicates. */
final class TableAudit {
  private TableAudit() {}

  /**
   * What one pass over the rows has shown.
   *
   * @param referred what the rows refer to, to be looked up
   */
  record Result(List<CheckFinding> findings, List<Referred> referred) {}

  /** The values of a column that refers to another table. */
  record Referred(Table table, Reference reference, List<String> values) {}

  /** Reads the rows once, and once more for each rule that is broken. */
  static Result of(Table table, Dataset<Row> rows) {
    Column[] key = table.key().stream().map(name -> col(name)).toArray(Column[]::new);
    Predicates predicates = new Predicates(table.name(), rows, key);
    for (var column : table.columns()) {
      if (column.required()) {
        predicates.add(
            "required_" + column.name(),
            Outcome.BROKEN,
            column.name() + " is never empty",
            col(column.name()).isNull());
      }
    }
    for (Check check : table.checks()) {
      predicates.add(
          check.name(),
          Outcomes.ofRule(check.otherwise()),
          check.description(),
          not(expr(check.that())));
    }
    List<Column> measures = new ArrayList<>();
    // Hashes are told apart sooner than keys; where two are equal the keys themselves are compared.
    measures.add(count(lit(1)).minus(countDistinct(xxhash64(key))));
    table.references().forEach(reference -> measures.add(collect_set(col(reference.column()))));
    Predicates.Measured measured = predicates.measure(measures);

    List<CheckFinding> findings = new ArrayList<>(measured.findings());
    if (measured.more().getLong(measured.firstMore()) > 0) {
      repeated(table, rows.groupBy(key).count().where(col("count").gt(1))).ifPresent(findings::add);
    }
    List<Referred> referred = new ArrayList<>();
    for (int i = 0; i < table.references().size(); i++) {
      referred.add(
          new Referred(
              table,
              table.references().get(i),
              measured.more().getList(measured.firstMore() + 1 + i)));
    }
    return new Result(findings, referred);
  }

  private static Optional<CheckFinding> repeated(Table table, Dataset<Row> repeated) {
    Row surplus = repeated.agg(sum(col("count").minus(1))).first();
    return surplus.isNullAt(0)
        ? Optional.empty()
        : Optional.of(
            CheckFinding.of(
                table.name() + ".key_unique",
                Outcome.BROKEN,
                surplus.getLong(0),
                table.key() + " stands once",
                Examples.of(repeated)));
  }
}

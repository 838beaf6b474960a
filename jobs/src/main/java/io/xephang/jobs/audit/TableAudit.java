package io.xephang.jobs.audit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;

import io.xephang.home.CheckFinding.Outcome;
import io.xephang.schemas.table.Check;
import io.xephang.schemas.table.Reference;
import io.xephang.schemas.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What must hold of each row of a table by itself: required columns, predicates. */
final class TableAudit {
  private TableAudit() {}

  /** The rules; collected are the columns that refer to other tables, in the table's order. */
  static Predicates of(Table table, Dataset<Row> rows) {
    Column[] key = table.key().stream().map(name -> col(name)).toArray(Column[]::new);
    Predicates predicates = new Predicates(table.name(), rows, key);
    for (var column : table.columns()) {
      if (column.required()) {
        predicates.add(
            "required_" + column.name(),
            Outcome.BROKEN,
            column.name() + " không bao giờ trống / is never empty",
            col(column.name()).isNull());
      }
    }
    for (Check check : table.checks()) {
      predicates.add(
          check.name(), Outcomes.ofRule(check.otherwise()), check.rule(), not(expr(check.that())));
    }
    for (Reference reference : table.references()) {
      predicates.collect(col(reference.column()));
    }
    return predicates;
  }
}

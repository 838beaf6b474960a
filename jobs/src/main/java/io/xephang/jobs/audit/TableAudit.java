package io.xephang.jobs.audit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import io.xephang.schemas.table.Check;
import io.xephang.schemas.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The checks that stand beside a table's definition: key, required columns, predicates. */
public final class TableAudit {
  private TableAudit() {}

  /** Everything that does not hold of the rows, found in one pass. */
  public static List<Finding> of(Table table, Dataset<Row> rows) {
    List<Column> measures = new ArrayList<>();
    List<Finding> ifAny = new ArrayList<>();
    for (var column : table.columns()) {
      if (column.required()) {
        measures.add(count_if(col(column.name()).isNull()));
        ifAny.add(
            new Finding(
                table.name(),
                "required",
                Check.Severity.FAIL,
                "rows without " + column.name() + ", expected none"));
      }
    }
    for (Check check : table.checks()) {
      measures.add(count_if(not(expr(check.that()))));
      ifAny.add(
          new Finding(
              table.name(),
              check.name(),
              check.otherwise(),
              "rows against the rule: " + check.description()));
    }
    Column[] key = table.key().stream().map(name -> col(name)).toArray(Column[]::new);
    // A struct with nulls in it counts; a plain countDistinct would pass over such keys.
    measures.add(count(lit(1)).minus(countDistinct(struct(key))));
    ifAny.add(
        new Finding(
            table.name(),
            "key_unique",
            Check.Severity.FAIL,
            "rows say a key again, expected " + table.key() + " once"));
    Row measured =
        rows.agg(measures.get(0), measures.subList(1, measures.size()).toArray(Column[]::new))
            .first();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < ifAny.size(); i++) {
      if (measured.getLong(i) > 0) {
        Finding finding = ifAny.get(i);
        findings.add(
            new Finding(
                finding.table(),
                finding.check(),
                finding.severity(),
                measured.getLong(i) + " " + finding.detail()));
      }
    }
    return findings;
  }
}

package io.xephang.jobs.audit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.xephang.home.CheckFinding;
import io.xephang.home.CheckFinding.Outcome;
import io.xephang.schemas.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether keys stand once. Hashes are told apart sooner than keys; where two are equal the keys
 * themselves are compared. It is a query of its own: beside a distinct count Spark would keep all
 * other measures for every key.
 */
final class KeyAudit {
  private KeyAudit() {}

  /** Asks all tables in one query. */
  static List<CheckFinding> of(Map<Table, Dataset<Row>> tables) {
    Set<String> suspected = new TreeSet<>();
    tables.entrySet().stream()
        .map(
            entry ->
                entry
                    .getValue()
                    .select(
                        lit(entry.getKey().name()).as("name"),
                        xxhash64(key(entry.getKey())).as("hash")))
        .reduce(Dataset::union)
        .ifPresent(
            hashes ->
                moreThanOnce(hashes, col("name"), col("hash"))
                    .select("name")
                    .distinct()
                    .collectAsList()
                    .forEach(row -> suspected.add(row.getString(0))));
    List<CheckFinding> findings = new ArrayList<>();
    tables.forEach(
        (table, rows) -> {
          if (suspected.contains(table.name())) {
            repeated(table, rows).ifPresent(findings::add);
          }
        });
    return findings;
  }

  private static Optional<CheckFinding> repeated(Table table, Dataset<Row> rows) {
    Dataset<Row> repeated = moreThanOnce(rows, key(table));
    Row surplus = repeated.agg(sum(col("count").minus(1))).first();
    return surplus.isNullAt(0)
        ? Optional.empty()
        : Optional.of(
            CheckFinding.of(
                table.name() + ".key_unique",
                Outcome.BROKEN,
                surplus.getLong(0),
                table.key() + " chỉ xuất hiện một lần / stands once",
                Examples.of(repeated)));
  }

  private static Column[] key(Table table) {
    return table.key().stream().map(name -> col(name)).toArray(Column[]::new);
  }

  private static Dataset<Row> moreThanOnce(Dataset<Row> rows, Column... key) {
    return rows.groupBy(key).count().where(col("count").gt(1));
  }
}

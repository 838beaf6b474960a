package io.xephang.jobs.feed;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Which rows of a catalog say a root again. The first row by file name and position is accepted,
 * the others are duplicates; all of them are kept, since the highest level counts.
 */
public final class CatalogDuplicates {
  private static final List<String> KEY = List.of("unit_code", "snapshot_date", "procedure_code");

  private CatalogDuplicates() {}

  /**
   * Adds the column {@code duplicate}.
   *
   * @param accepted rows that were just read
   * @param known rows in force of the same dates, read before
   */
  public static Dataset<Row> mark(Dataset<Row> accepted, Dataset<Row> known) {
    Column[] columns = columns(accepted);
    Dataset<Row> all =
        accepted
            .withColumn("is_new", lit(true))
            .unionByName(known.select(columns).withColumn("is_new", lit(false)));
    var inOrder =
        Window.partitionBy(KEY.stream().map(key -> col(key)).toArray(Column[]::new))
            .orderBy(col("file"), col("position"));
    return all.withColumn("duplicate", row_number().over(inOrder).gt(1))
        .where(col("is_new"))
        .drop("is_new");
  }

  private static Column[] columns(Dataset<Row> rows) {
    return List.of(rows.columns()).stream().map(name -> col(name)).toArray(Column[]::new);
  }
}

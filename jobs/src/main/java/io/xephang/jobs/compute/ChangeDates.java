package io.xephang.jobs.compute;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.xephang.jobs.Days;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The days on which something that is made of spans may change: where a span begins or ends. A span
 * has valid_from and valid_to (exclusive, null = open).
 */
final class ChangeDates {
  private ChangeDates() {}

  /**
   * All change dates of each key, as spans from one to the next.
   *
   * @return the key, valid_from, valid_to
   */
  static Dataset<Row> of(Dataset<Row> spans, List<String> key) {
    Dataset<Row> begins = spans.select(columns(key, col("valid_from")));
    Dataset<Row> ends =
        spans
            .where(col("valid_to").isNotNull())
            .select(columns(key, col("valid_to").as("valid_from")));
    Column next =
        lead("valid_from", 1)
            .over(
                Window.partitionBy(key.stream().map(name -> col(name)).toArray(Column[]::new))
                    .orderBy("valid_from"));
    return begins.union(ends).distinct().withColumn("valid_to", next);
  }

  /**
   * The change dates from which on values have to be computed anew: those since {@code
   * changed_from}, and the last one before it, because what holds then may hold on. Going back to a
   * true change date keeps the result free of traces of how it was reached.
   *
   * @param dates as of {@link #of}, with a column changed_from
   */
  static Dataset<Row> toRecompute(Dataset<Row> dates, List<String> key) {
    Column lastBefore =
        max(when(col("valid_from").leq(col("changed_from")), col("valid_from")))
            .over(Window.partitionBy(key.stream().map(name -> col(name)).toArray(Column[]::new)));
    return dates
        .withColumn("recompute_from", coalesce(lastBefore, lit(Days.BEGINNING)))
        .where(col("valid_from").geq(col("recompute_from")))
        .drop("changed_from");
  }

  /**
   * What of the old values stays: those before the first recomputed day of their key, cut off
   * there. Keys that have no change date any more keep nothing.
   *
   * @param old spans with values
   * @param recomputed as of {@link #toRecompute}
   */
  static Dataset<Row> kept(Dataset<Row> old, Dataset<Row> recomputed, List<String> key) {
    Dataset<Row> starts =
        recomputed
            .groupBy(key.stream().map(name -> col(name)).toArray(Column[]::new))
            .agg(min("recompute_from").as("recompute_from"));
    return old.join(starts, names(key), "inner")
        .where(col("valid_from").lt(col("recompute_from")))
        .withColumn(
            "valid_to",
            when(col("valid_to").leq(col("recompute_from")), col("valid_to"))
                .otherwise(col("recompute_from")))
        .drop("recompute_from");
  }

  /** Whether a span, if there is one, holds on a day. */
  static Column holdsOn(Column validFrom, Column validTo, Column day) {
    return validFrom.leq(day).and(validTo.isNull().or(validTo.gt(day)));
  }

  private static Column[] columns(List<String> key, Column last) {
    Column[] columns = new Column[key.size() + 1];
    for (int i = 0; i < key.size(); i++) {
      columns[i] = col(key.get(i));
    }
    columns[key.size()] = last;
    return columns;
  }

  private static Seq<String> names(List<String> key) {
    return CollectionConverters.asScala(key).toSeq();
  }
}

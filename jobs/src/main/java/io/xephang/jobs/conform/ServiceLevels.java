package io.xephang.jobs.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.xephang.jobs.KeptRows;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The service level of a dossier: that of its root in the rolled-up catalog of its province or
 * ministry in force on the day received.
 */
public final class ServiceLevels {
  /** So many levels are sent to every task rather than sorted. */
  private static final long FEW = 500_000;

  private ServiceLevels() {}

  /**
   * The same rows with service_level.
   *
   * @param dossiers with province_code, procedure_code, received_at
   * @param rolledUp as of {@link CatalogIntervals#rolledUp}: which snapshots make up the catalog of
   *     each province and ministry
   * @param services rows of the table service
   */
  public static Dataset<Row> resolve(
      Dataset<Row> dossiers, Dataset<Row> rolledUp, Dataset<Row> services) {
    Dataset<Row> asked =
        dossiers
            .select(
                col("province_code").as("asked_scope"),
                col("procedure_code").as("asked_root"),
                to_date(col("received_at")).as("asked_day"))
            .distinct();
    Dataset<Row> levels =
        KeptRows.of(
            asked
                .join(
                    offers(asked, rolledUp, services),
                    col("asked_scope")
                        .equalTo(col("offer_scope"))
                        .and(col("asked_root").equalTo(col("offer_root")))
                        .and(col("offer_from").leq(col("asked_day")))
                        .and(col("offer_to").isNull().or(col("asked_day").lt(col("offer_to")))))
                .groupBy("asked_scope", "asked_root", "asked_day")
                .agg(max("offer_level").as("service_level")));
    return dossiers
        .join(
            levels.count() < FEW ? broadcast(levels) : levels,
            col("province_code")
                .equalTo(col("asked_scope"))
                .and(col("procedure_code").equalTo(col("asked_root")))
                .and(to_date(col("received_at")).equalTo(col("asked_day"))),
            "left")
        .drop("asked_scope", "asked_root", "asked_day");
  }

  /** Spans of days on which a unit offers a root at one level; unbroken ones are one. */
  private static Dataset<Row> offers(
      Dataset<Row> asked, Dataset<Row> rolledUp, Dataset<Row> services) {
    Dataset<Row> sources =
        rolledUp
            .join(
                broadcast(asked.select(col("asked_scope"), col("asked_day").as("day")).distinct()),
                col("unit_code")
                    .equalTo(col("asked_scope"))
                    .and(col("valid_from").leq(col("day")))
                    .and(col("valid_to").isNull().or(col("day").lt(col("valid_to")))),
                "left_semi")
            .select(
                col("unit_code").as("offer_scope"),
                col("source_unit"),
                col("snapshot_date").as("source_date"),
                col("valid_from").as("offer_from"),
                col("valid_to").as("offer_to"));
    Object[] dates =
        sources.select("source_date").distinct().collectAsList().stream()
            .map(row -> row.getLocalDate(0))
            .toArray();
    Dataset<Row> offered =
        services
            .where(col("snapshot_date").isin(dates).and(col("service_level").isNotNull()))
            .select(
                col("unit_code"),
                col("snapshot_date"),
                col("procedure_code").as("offer_root"),
                col("service_level").as("offer_level"))
            .join(
                broadcast(sources),
                col("unit_code")
                    .equalTo(col("source_unit"))
                    .and(col("snapshot_date").equalTo(col("source_date"))));
    WindowSpec inTime =
        Window.partitionBy("offer_scope", "source_unit", "offer_root", "offer_level")
            .orderBy("offer_from");
    Column begins =
        coalesce(lag("offer_to", 1).over(inTime).notEqual(col("offer_from")), lit(true));
    return offered
        .withColumn("begins", when(begins, 1).otherwise(0))
        .withColumn("span", sum("begins").over(inTime))
        .groupBy("offer_scope", "source_unit", "offer_root", "offer_level", "span")
        .agg(
            min("offer_from").as("offer_from"),
            // An open end is the last one, and max passes over nulls.
            when(max(col("offer_to").isNull()), lit(null).cast("date"))
                .otherwise(max("offer_to"))
                .as("offer_to"))
        .select("offer_scope", "offer_root", "offer_level", "offer_from", "offer_to");
  }
}

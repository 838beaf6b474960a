package io.xephang.jobs.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Snapshots to the days on which they are the catalog in force. */
public final class CatalogIntervals {
  private CatalogIntervals() {}

  /**
   * A snapshot is in force from its date to the next one of the unit, on days on which the unit
   * exists. A snapshot that is in force on no day has an empty span, so that it is not forgotten:
   * the unit may turn out to exist on other days.
   *
   * @param snapshots unit_code, scope_code, snapshot_date; each once
   * @param calendar as of {@link UnitCalendar#of}
   * @return rows of the table catalog_snapshot
   */
  public static Dataset<Row> of(Dataset<Row> snapshots, Dataset<Row> calendar) {
    Column next =
        lead("snapshot_date", 1).over(Window.partitionBy("unit_code").orderBy("snapshot_date"));
    Dataset<Row> spans =
        snapshots.withColumn("valid_from", col("snapshot_date")).withColumn("valid_to", next);
    Dataset<Row> inForce = clip(spans, calendar, "unit_code");
    Dataset<Row> never =
        spans
            .join(
                inForce.select(
                    col("unit_code").as("in_force_unit"), col("snapshot_date").as("in_force_date")),
                col("unit_code")
                    .equalTo(col("in_force_unit"))
                    .and(col("snapshot_date").equalTo(col("in_force_date"))),
                "left_anti")
            .withColumn("valid_to", col("valid_from"));
    return inForce
        .unionByName(never)
        .select("unit_code", "scope_code", "snapshot_date", "valid_from", "valid_to");
  }

  /**
   * Which snapshots make up the catalogs of provinces and ministries: their own and those of all
   * units below, on days on which the province or ministry exists.
   *
   * @param catalogs rows of catalog_snapshot that are in force on some day
   * @return unit_code of the province or ministry, source_unit, snapshot_date, valid_from, valid_to
   */
  public static Dataset<Row> rolledUp(Dataset<Row> catalogs, Dataset<Row> calendar) {
    return clip(
        catalogs
            .withColumn("source_unit", col("unit_code"))
            .withColumn("unit_code", col("scope_code")),
        calendar,
        "unit_code");
  }

  /** Whether a snapshot is in force on any day. */
  public static Column isEverInForce() {
    return col("valid_to").isNull().or(col("valid_from").lt(col("valid_to")));
  }

  /**
   * The parts of spans that fall on days on which a unit exists.
   *
   * @param spans with valid_from and valid_to (exclusive, null = open)
   * @param unitColumn the column of {@code spans} that names the unit
   */
  public static Dataset<Row> clip(Dataset<Row> spans, Dataset<Row> calendar, String unitColumn) {
    Dataset<Row> existence = calendar.withColumnRenamed("unit_code", "existing_unit");
    return spans
        .join(existence, col(unitColumn).equalTo(col("existing_unit")))
        .withColumn("valid_from", greatest(col("valid_from"), col("exists_from")))
        // least() passes over nulls: an open end is the later one.
        .withColumn("valid_to", least(col("valid_to"), col("exists_until")))
        .where(coalesce(col("valid_from").lt(col("valid_to")), lit(true)))
        .drop("existing_unit", "exists_from", "exists_until");
  }
}

package io.xephang.jobs.compute;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.xephang.jobs.conform.CatalogIntervals;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Reported rates as values: per unit and date the report of the greatest file name, then position.
 */
public final class ReportedValues {
  private ReportedValues() {}

  /**
   * An as-of report holds until the next one, on days on which the unit exists; a report of a
   * period holds for that period.
   *
   * @param reports rows of report_row in force
   * @param calendar as of {@link io.xephang.jobs.conform.UnitCalendar}
   * @return rows of the table indicator_interval
   */
  public static Dataset<Row> of(Dataset<Row> reports, Dataset<Row> calendar) {
    WindowSpec latest =
        Window.partitionBy("indicator", "unit_code", "period_type", "as_of")
            .orderBy(col("file").desc(), col("position").desc());
    Dataset<Row> counting =
        reports.withColumn("place", row_number().over(latest)).where(col("place").equalTo(1));
    WindowSpec inTime = Window.partitionBy("indicator", "unit_code").orderBy("as_of");
    Dataset<Row> asOf =
        CatalogIntervals.clip(
            counting
                .where(col("period_type").equalTo("as_of"))
                .withColumn("valid_from", col("as_of"))
                .withColumn("valid_to", lead("as_of", 1).over(inTime)),
            calendar,
            "unit_code");
    Column dayAfter = date_add(col("as_of"), 1);
    Dataset<Row> ofPeriods =
        counting
            .where(col("period_type").notEqual("as_of"))
            .withColumn("valid_to", dayAfter)
            .withColumn(
                "valid_from",
                add_months(
                    dayAfter,
                    when(col("period_type").equalTo("month"), lit(-1))
                        .when(col("period_type").equalTo("quarter"), lit(-3))
                        .otherwise(lit(-12))));
    return asOf.unionByName(ofPeriods)
        .select(
            col("indicator"),
            lit("reported").as("basis"),
            col("unit_code"),
            Touched.partOf(col("unit_code")).as("part"),
            col("period_type"),
            col("valid_from"),
            col("valid_to"),
            col("numerator"),
            col("denominator"),
            col("value"),
            col("printed_value"),
            col("as_of").as("data_date"));
  }
}

package io.xephang.jobs.compute;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.xephang.jobs.KeptRows;
import io.xephang.jobs.conform.CatalogIntervals;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The nation's as-of indicators: VN.province sums over the provinces, VN.ministry over the
 * ministries, VN over both, without those that the annex leaves out. Numerators and denominators
 * are added, never rates.
 */
public final class NationalSums {
  private static final List<String> UNIT = List.of("unit_code");

  private NationalSums() {}

  /** The values, and the days of {@link ChangeDates#toRecompute} by unit_code. */
  public record Sums(Dataset<Row> values, Dataset<Row> recomputed) {}

  /**
   * Adds up.
   *
   * @param values computed as-of rows of indicator_interval of all ministries and provinces
   * @param members sum_code, unit_code, exists_from, exists_until: which unit counts for which sum,
   *     and when
   * @param touched part, changed_from
   * @return rows of the table indicator_interval
   */
  public static Sums of(Dataset<Row> values, Dataset<Row> members, Dataset<Row> touched) {
    Dataset<Row> summands =
        CatalogIntervals.clip(values, members, "unit_code")
            .select(
                col("sum_code").as("unit_code"),
                col("indicator"),
                col("valid_from"),
                col("valid_to"),
                col("numerator"),
                col("denominator"),
                col("data_date"));
    Dataset<Row> changedFrom =
        touched.where(col("part").equalTo(Touched.NATIONAL_PART)).select("changed_from");
    Dataset<Row> dates =
        KeptRows.of(
            ChangeDates.toRecompute(ChangeDates.of(summands, UNIT).crossJoin(changedFrom), UNIT));
    Dataset<Row> days =
        dates.select(
            col("unit_code").as("sum_code"),
            col("valid_from").as("day"),
            col("valid_to").as("next_day"));
    Dataset<Row> sums =
        days.join(
                summands,
                col("sum_code")
                    .equalTo(col("unit_code"))
                    .and(ChangeDates.holdsOn(col("valid_from"), col("valid_to"), col("day"))))
            .groupBy("indicator", "sum_code", "day", "next_day")
            .agg(
                sum("numerator").as("numerator"),
                sum("denominator").as("denominator"),
                max("data_date").as("data_date"))
            .select(
                col("indicator"),
                lit("computed").as("basis"),
                col("sum_code").as("unit_code"),
                lit(Touched.NATIONAL_PART).as("part"),
                lit("as_of").as("period_type"),
                col("day").as("valid_from"),
                col("next_day").as("valid_to"),
                col("numerator"),
                col("denominator"),
                AsOfIndicators.rate(col("numerator"), col("denominator")).as("value"),
                lit(null).cast("string").as("printed_value"),
                col("data_date"));
    return new Sums(sums, dates);
  }
}

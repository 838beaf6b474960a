package io.xephang.jobs.compute;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many counted dossiers of each root a unit received in each month, units below included. */
final class ProcedureMonths {
  private ProcedureMonths() {}

  /**
   * Counts.
   *
   * @param dossiers rows of the table dossier with a column weight, as for {@link DossierCounts}
   * @param asOf what was received later does not count yet
   * @return rows of the table procedure_month, or what has to be added to them
   */
  static Dataset<Row> of(Dataset<Row> dossiers, LocalDate asOf) {
    return added(
        dossiers
            .where(
                col("status")
                    .isin(1, 3)
                    .equalTo(false)
                    .and(col("received_at").lt(lit(asOf.plusDays(1).atStartOfDay()))))
            .groupBy(
                col("unit_code"),
                trunc(col("received_at"), "month").as("month"),
                col("procedure_code"))
            .agg(
                sum("weight").as("dossiers"),
                sum(when(col("channel").equalTo("online"), col("weight")).otherwise(lit(0L)))
                    .as("online_dossiers"))
            .withColumn("unit_code", explode(UnitPath.upToRoot("unit_code"))));
  }

  /** Adds up rows of one key; those that come to nothing are dropped. */
  static Dataset<Row> added(Dataset<Row> counts) {
    return counts
        .groupBy("unit_code", "month", "procedure_code")
        .agg(sum("dossiers").as("dossiers"), sum("online_dossiers").as("online_dossiers"))
        .where(col("dossiers").notEqual(0).or(col("online_dossiers").notEqual(0)));
  }
}

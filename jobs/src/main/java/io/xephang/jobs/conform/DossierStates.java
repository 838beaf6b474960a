package io.xephang.jobs.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Messages that count to rows of the table dossier, but for units and service levels. */
public final class DossierStates {
  /** Status 9 and 10: processed, result returned. */
  private static final int PROCESSED = 9;

  /** Refused, withdrawn, stopped, result returned. */
  private static final Integer[] SETTLED = {3, 7, 8, 10};

  private DossierStates() {}

  /**
   * What a message says of its dossier.
   *
   * @param messages rows of dossier_message, one a dossier
   * @return as the table dossier, unit_code being that of a code, else the province's
   */
  public static Dataset<Row> of(Dataset<Row> messages) {
    Column finished =
        coalesce(col("processed_at"), when(col("status").geq(PROCESSED), col("returned_at")));
    Column finishedByDay =
        when(col("processed_at").isNotNull(), col("processed_by_day"))
            .otherwise(col("returned_by_day"));
    Column finishedDay = to_date(col("finished_at"));
    Column dueDay = to_date(col("due_at"));
    Column isPunctual = col("finished_at").isNotNull().and(col("due_at").isNotNull());
    return messages
        .withColumn("finished_at", finished)
        .withColumn("finished_by_day", finishedByDay)
        .withColumn("dossier_key", key())
        .withColumn("settled", col("status").isin((Object[]) SETTLED))
        .withColumn("unit_code", coalesce(col("handling_code"), col("province_code")))
        // Two times are compared by day when either was written without a time.
        .withColumn(
            "on_time",
            when(
                isPunctual,
                when(col("due_by_day").or(col("finished_by_day")), finishedDay.leq(dueDay))
                    .otherwise(col("finished_at").leq(col("due_at")))))
        .withColumn("early", when(isPunctual, finishedDay.lt(dueDay)))
        .select(
            "dossier_key",
            "dossier_code",
            "procedure_code",
            "unit_code",
            "province_code",
            "channel",
            "applicant_kind",
            "status",
            "settled",
            "received_at",
            "due_at",
            "finished_at",
            "returned_at",
            "fee",
            "paid_online",
            "digitised",
            "on_time",
            "early",
            "delivery_date",
            "file",
            "position",
            "statement_id",
            "content_hash",
            "handling_name_hash");
  }

  /** By which a night finds the dossiers that it touches. */
  static Column key() {
    return xxhash64(col("dossier_code"));
  }
}

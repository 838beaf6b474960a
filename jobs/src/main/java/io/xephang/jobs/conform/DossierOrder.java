package io.xephang.jobs.conform;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Which of a dossier's messages counts: that of the greatest delivery date, then file name, then
 * position (contract, section 1). The column file begins with the feed and the date folder, so that
 * it sorts by both.
 */
public final class DossierOrder {
  /** Codes begin alike, and hashes do not: by them rows are sorted several times as fast. */
  private static final WindowSpec IN_ORDER =
      Window.partitionBy("dossier_key", "dossier_code").orderBy("file", "position");

  private static final WindowSpec IN_FILE =
      Window.partitionBy("dossier_key", "dossier_code", "file").orderBy("position");

  private DossierOrder() {}

  /** The last message of each dossier. */
  public static Dataset<Row> last(Dataset<Row> messages) {
    return messages
        .withColumn("dossier_key", DossierStates.key())
        .withColumn("is_last", lead("file", 1).over(IN_ORDER).isNull())
        .where(col("is_last"))
        .drop("is_last", "dossier_key");
  }

  /** Whether a message comes after another one, which may be missing. */
  static Column isAfter(Column file, Column position, Column otherFile, Column otherPosition) {
    return otherFile
        .isNull()
        .or(file.gt(otherFile))
        .or(file.equalTo(otherFile).and(position.gt(otherPosition)));
  }

  /**
   * Marks messages that say what an earlier one of their file says, or what the message said that
   * was in force for their dossier before their file.
   *
   * @param messages of the statements that a run reads
   * @param before dossier_code, file, content_hash: what was in force before the run, without what
   *     the run takes back
   * @return statement_id, duplicate
   */
  public static Dataset<Row> duplicates(Dataset<Row> messages, Dataset<Row> before) {
    Column beginsFile = coalesce(lag("file", 1).over(IN_ORDER).notEqual(col("file")), lit(true));
    Dataset<Row> placed =
        messages
            .select("statement_id", "dossier_code", "file", "position", "content_hash")
            .withColumn("dossier_key", DossierStates.key())
            .withColumn("run_file", when(beginsFile, lag("file", 1).over(IN_ORDER)))
            .withColumn("run_hash", when(beginsFile, lag("content_hash", 1).over(IN_ORDER)))
            .withColumn("run_file", first("run_file").over(IN_FILE))
            .withColumn("run_hash", first("run_hash").over(IN_FILE))
            .withColumn(
                "said_in_file",
                collect_set("content_hash")
                    .over(IN_FILE.rowsBetween(Window.unboundedPreceding(), -1)));
    Dataset<Row> known =
        before.select(
            col("dossier_code").as("known_code"),
            DossierStates.key().as("known_key"),
            col("file").as("known_file"),
            col("content_hash").as("known_hash"));
    Column fromRun =
        col("run_file")
            .isNotNull()
            .and(col("known_file").isNull().or(col("run_file").gt(col("known_file"))));
    return placed
        .join(
            known,
            col("dossier_key")
                .equalTo(col("known_key"))
                .and(col("dossier_code").equalTo(col("known_code"))),
            "left")
        .select(
            col("statement_id"),
            coalesce(array_contains(col("said_in_file"), col("content_hash")), lit(false))
                .or(
                    coalesce(
                        col("content_hash")
                            .equalTo(when(fromRun, col("run_hash")).otherwise(col("known_hash"))),
                        lit(false)))
                .as("duplicate"));
  }
}

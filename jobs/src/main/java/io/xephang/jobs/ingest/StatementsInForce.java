package io.xephang.jobs.ingest;

import io.xephang.jobs.landing.LedgerLine;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The statements whose rows count; those that were replaced keep their rows, but unread. */
public record StatementsInForce(Dataset<Row> statementIds) {

  public static StatementsInForce of(SparkSession spark, List<LedgerLine> ledger) {
    return new StatementsInForce(
        spark
            .createDataset(
                ledger.stream().filter(LedgerLine::isInForce).map(LedgerLine::statementId).toList(),
                Encoders.STRING())
            .toDF("statement_id"));
  }

  /** The rows of these statements. */
  public Dataset<Row> only(Dataset<Row> rows) {
    return rows.join(
        functions.broadcast(statementIds),
        rows.col("statement_id").equalTo(statementIds.col("statement_id")),
        "left_semi");
  }
}

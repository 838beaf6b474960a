package io.xephang.jobs.audit;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.xephang.home.CheckFinding;
import io.xephang.home.CheckFinding.Outcome;
import io.xephang.jobs.landing.LedgerLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows read = accepted + duplicates + quarantined, for every statement of a run, where the rows are
 * counted again in the tables that they were written to.
 */
final class CountIdentity {
  private CountIdentity() {}

  /**
   * Compares.
   *
   * @param lines ledger lines of the statements that the run has read
   * @param kept statement_id of every row in the feeds' tables, of these statements at least
   * @param quarantined statement_id of every row in quarantine, likewise
   */
  static List<CheckFinding> of(
      List<LedgerLine> lines, Dataset<Row> kept, Dataset<Row> quarantined) {
    Map<String, long[]> stored = new HashMap<>();
    Dataset<Row> both =
        kept.groupBy("statement_id")
            .agg(count(lit(1)).as("kept"))
            .join(
                quarantined.groupBy("statement_id").agg(count(lit(1)).as("quarantined")),
                CollectionConverters.asScala(List.of("statement_id")).toSeq(),
                "full")
            .select(
                col("statement_id"),
                coalesce(col("kept"), lit(0L)),
                coalesce(col("quarantined"), lit(0L)));
    for (Row row : both.collectAsList()) {
      stored.put(row.getString(0), new long[] {row.getLong(1), row.getLong(2)});
    }
    List<String> wrong = new ArrayList<>();
    for (LedgerLine line : lines) {
      long[] found = stored.getOrDefault(line.statementId(), new long[2]);
      if (line.accepted() + line.duplicates() != found[0]
          || line.quarantined() != found[1]
          || line.rowsRead() != found[0] + found[1]) {
        wrong.add(
            line.file()
                + ": "
                + line.rowsRead()
                + " dòng đọc / rows read, "
                + line.accepted()
                + " nhận / accepted, "
                + line.duplicates()
                + " trùng / duplicates, "
                + line.quarantined()
                + " bị loại / quarantined; trong kho có / the lake has "
                + found[0]
                + " nhận / kept, "
                + found[1]
                + " bị loại / in quarantine");
      }
    }
    return wrong.isEmpty()
        ? List.of()
        : List.of(
            CheckFinding.of(
                "ingest_file.count_identity",
                Outcome.BROKEN,
                wrong.size(),
                "với mọi tệp, số dòng đọc = nhận + trùng + bị loại / of every file, rows read = accepted +"
                    + " duplicates + quarantined",
                wrong));
  }
}

package io.xephang.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.xephang.jobs.feed.CatalogDuplicates;
import io.xephang.jobs.feed.JudgedFeed;
import io.xephang.jobs.lake.RunBranch;
import io.xephang.jobs.landing.IngestPlan;
import io.xephang.jobs.landing.LedgerLine;
import io.xephang.jobs.landing.Statement;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.unit.UnitRegister;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Reads the statements of a plan into the lake, feed by feed, and counts. */
public final class Ingest {
  private final SparkSession spark;
  private final Definitions definitions;
  private final RunBranch lake;
  private final IngestPlan plan;
  private final String runId;
  private final StatementsInForce inForce;
  private final List<Dataset<Row>> rejected = new ArrayList<>();
  private final List<Dataset<Row>> cached = new ArrayList<>();
  private final Map<String, StatementCounts> counts = new HashMap<>();

  public Ingest(
      SparkSession spark, Definitions definitions, RunBranch lake, IngestPlan plan, String runId) {
    this.spark = spark;
    this.definitions = definitions;
    this.lake = lake;
    this.plan = plan;
    this.runId = runId;
    this.inForce = StatementsInForce.of(spark, plan.ledger());
  }

  /**
   * Writes accepted and rejected rows.
   *
   * @return the units that are known afterwards, by the feed as it is in force now
   */
  public UnitRegister run() {
    readFeed("units", definitions.units()).ifPresent(rows -> lake.append("unit_row", rows));
    UnitRegister register =
        definitions.units().with(UnitRows.described(inForce.only(lake.read("unit_row"))));
    readFeed("reports", register).ifPresent(rows -> lake.append("report_row", rows));
    readFeed("catalogs", register).ifPresent(rows -> lake.append("catalog_row", rows));
    readFeed("dossiers", register).ifPresent(rows -> lake.append("dossier_message", rows));
    readFeed("progress", register).ifPresent(rows -> lake.append("progress_step", rows));
    rejected.stream()
        .reduce(Dataset::unionByName)
        .ifPresent(rows -> lake.append("quarantine", rows));
    cached.forEach(rows -> rows.unpersist());
    return register;
  }

  /**
   * The plan's ledger with the counts of what {@link #run} has read.
   *
   * @param duplicates how many of a statement's kept rows turned out to be duplicates
   */
  public List<LedgerLine> ledger(Map<String, Long> duplicates) {
    return plan.ledger().stream()
        .map(
            line -> {
              StatementCounts count = counts.get(line.statementId());
              long more = duplicates.getOrDefault(line.statementId(), 0L);
              return count == null
                  ? line
                  : line.counted(
                      count.read(),
                      count.accepted() - more,
                      count.duplicates() + more,
                      count.quarantined());
            })
        .toList();
  }

  private Optional<Dataset<Row>> readFeed(String feed, UnitRegister register) {
    List<Statement> statements =
        plan.toRead().stream().filter(statement -> statement.landed().feed().equals(feed)).toList();
    if (statements.isEmpty()) {
      return Optional.empty();
    }
    JudgedFeed judged =
        JudgedFeed.read(spark, definitions, feed, register, statements)
            .cached(StorageLevel.MEMORY_AND_DISK());
    cached.add(judged.rows());
    rejected.add(judged.rejected(runId));
    Dataset<Row> accepted = judged.accepted();
    if (feed.equals("catalogs")) {
      accepted = CatalogDuplicates.mark(accepted, knownCatalogRows(statements));
      accepted = accepted.persist(StorageLevel.MEMORY_AND_DISK());
      cached.add(accepted);
      count(judged, accepted, col("duplicate"));
    } else {
      count(judged, accepted, lit(false));
    }
    return Optional.of(accepted);
  }

  private Dataset<Row> knownCatalogRows(List<Statement> statements) {
    Object[] dates =
        statements.stream().map(statement -> statement.landed().date()).distinct().toArray();
    return inForce.only(lake.read("catalog_row").where(col("snapshot_date").isin(dates)));
  }

  private void count(JudgedFeed judged, Dataset<Row> accepted, Column isDuplicate) {
    Map<String, Row> acceptedCounts = new HashMap<>();
    for (Row row :
        accepted
            .groupBy("statement_id")
            .agg(count_if(isDuplicate.equalTo(false)), count_if(isDuplicate))
            .collectAsList()) {
      acceptedCounts.put(row.getString(0), row);
    }
    for (Row row :
        judged
            .rows()
            .groupBy("statement_id")
            .agg(max("rows_read"), count_if(col("reason").isNotNull()))
            .collectAsList()) {
      Row found = acceptedCounts.get(row.getString(0));
      counts.put(
          row.getString(0),
          new StatementCounts(
              row.getLong(1),
              found == null ? 0 : found.getLong(1),
              found == null ? 0 : found.getLong(2),
              row.getLong(2)));
    }
  }
}

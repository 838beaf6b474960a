package io.xephang.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;

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
    readFeed("units", "unit_row", definitions.units());
    UnitRegister register =
        definitions.units().with(UnitRows.described(inForce.only(lake.read("unit_row"))));
    readFeed("reports", "report_row", register);
    readFeed("catalogs", "catalog_row", register);
    readFeed("dossiers", "dossier_message", register);
    readFeed("progress", "progress_step", register);
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
              if (count == null) {
                return line;
              }
              StatementCounts all =
                  count.withDuplicates(duplicates.getOrDefault(line.statementId(), 0L));
              return line.counted(all.read(), all.accepted(), all.duplicates(), all.quarantined());
            })
        .toList();
  }

  private void readFeed(String feed, String table, UnitRegister register) {
    List<Statement> statements =
        plan.toRead().stream().filter(statement -> statement.landed().feed().equals(feed)).toList();
    if (statements.isEmpty()) {
      return;
    }
    JudgedFeed judged = JudgedFeed.read(spark, definitions, feed, register, statements);
    Map<String, Long> duplicates = Map.of();
    if (feed.equals("catalogs")) {
      Dataset<Row> marked =
          CatalogDuplicates.mark(judged.accepted(), knownCatalogRows(statements))
              .persist(StorageLevel.MEMORY_AND_DISK());
      cached.add(marked);
      lake.append(table, marked);
      duplicates = duplicatesOf(marked);
    } else {
      lake.append(table, judged.accepted());
    }
    boolean anyRejected = false;
    for (JudgedFeed.Outcome outcome : judged.outcomes()) {
      anyRejected |= outcome.rejected() > 0;
      counts.put(
          outcome.statementId(),
          new StatementCounts(
              outcome.rowsRead(),
              duplicates.getOrDefault(outcome.statementId(), 0L),
              outcome.rejected()));
    }
    if (anyRejected) {
      rejected.add(judged.rejected(runId));
    }
  }

  private Dataset<Row> knownCatalogRows(List<Statement> statements) {
    Object[] dates =
        statements.stream().map(statement -> statement.landed().date()).distinct().toArray();
    return inForce.only(lake.read("catalog_row").where(col("snapshot_date").isin(dates)));
  }

  private static Map<String, Long> duplicatesOf(Dataset<Row> marked) {
    Map<String, Long> duplicates = new HashMap<>();
    marked
        .groupBy("statement_id")
        .agg(count_if(col("duplicate")))
        .collectAsList()
        .forEach(row -> duplicates.put(row.getString(0), row.getLong(1)));
    return duplicates;
  }
}

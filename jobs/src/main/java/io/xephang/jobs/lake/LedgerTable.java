package io.xephang.jobs.lake;

import io.xephang.home.Publication;
import io.xephang.jobs.SparkSchema;
import io.xephang.jobs.landing.LedgerLine;
import io.xephang.jobs.landing.StatementStatus;
import io.xephang.schemas.Definitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The table ingest_file as records, and back. Reading it takes no Spark session. */
public final class LedgerTable {
  public static final String NAME = "ingest_file";

  private LedgerTable() {}

  /** The lines of a publication, oldest first; none before the first publication. */
  public static List<LedgerLine> read(Lake lake, Optional<Publication> publication) {
    Long snapshot =
        publication
            .map(p -> p.tables().get(NAME))
            .map(Publication.PublishedTable::snapshotId)
            .orElse(null);
    if (snapshot == null) {
      return List.of();
    }
    List<LedgerLine> lines = new ArrayList<>();
    try (CloseableIterable<Record> records =
        IcebergGenerics.read(lake.table(NAME)).useSnapshot(snapshot).build()) {
      records.forEach(record -> lines.add(line(record)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.sort(Comparator.comparing(LedgerLine::ingestedAt).thenComparing(LedgerLine::statementId));
    return lines;
  }

  private static LedgerLine line(Record record) {
    return new LedgerLine(
        (String) record.getField("statement_id"),
        (String) record.getField("file"),
        (String) record.getField("feed"),
        (LocalDate) record.getField("statement_date"),
        (String) record.getField("content_sha256"),
        (String) record.getField("landed_name"),
        (Long) record.getField("landed_bytes"),
        (Long) record.getField("landed_modified"),
        (Long) record.getField("rows_read"),
        (Long) record.getField("accepted"),
        (Long) record.getField("duplicates"),
        (Long) record.getField("quarantined"),
        StatementStatus.of((String) record.getField("status")),
        (String) record.getField("run_id"),
        (LocalDateTime) record.getField("ingested_at"));
  }

  /** The lines as rows of the table. */
  public static Dataset<Row> rows(
      SparkSession spark, Definitions definitions, List<LedgerLine> lines) {
    return spark.createDataFrame(
        lines.stream().map(LedgerTable::row).toList(), SparkSchema.of(definitions.table(NAME)));
  }

  private static Row row(LedgerLine line) {
    return RowFactory.create(
        line.statementId(),
        line.file(),
        line.feed(),
        line.statementDate(),
        line.contentSha256(),
        line.landedName(),
        line.landedBytes(),
        line.landedModified(),
        line.rowsRead(),
        line.accepted(),
        line.duplicates(),
        line.quarantined(),
        line.status().id(),
        line.runId(),
        line.ingestedAt());
  }
}

package io.xephang.warehouse;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * A lake whose n-th publication says n wherever it is asked: in its own table, in a table that is
 * copied into the served database, and in as many rows of Parquet files that it only links to.
 */
final class NumberedLake {
  private static final LocalDate FIRST = LocalDate.of(2020, 8, 20);

  /** What a reader sees of a publication, in one row: four numbers that are one. */
  static final String SEEN =
      """
      SELECT
        (SELECT publication_id FROM publication),
        (SELECT max(rows_read) FROM ingest_file),
        (SELECT count(*) FROM progress),
        (SELECT max(CAST(dossier_code AS INTEGER)) FROM progress)
      """;

  private final LakeFixture lake;
  private int publication;

  NumberedLake(Path folder) throws IOException {
    this.lake = new LakeFixture(folder);
  }

  LakeFixture lake() {
    return lake;
  }

  /** Publishes the next one and has it served. */
  int publishNext() throws SQLException, IOException {
    publication++;
    int n = publication;
    lake.without("ingest_file")
        .without("progress_step")
        .with(
            "ingest_file",
            "statement_id, file, feed, content_sha256, landed_name, landed_bytes,"
                + " landed_modified, rows_read, accepted, duplicates, quarantined, status, run_id,"
                + " ingested_at",
            "('s', 'progress/a.ndjson', 'progress', 'aa', 'a', 1, 1, "
                + n
                + ", "
                + n
                + ", 0, 0, 'ingested', 'run-1', '2020-08-20')")
        .with(
            "progress_step",
            "statement_id, file, position, dossier_code, status, step_at, delivery_date",
            IntStream.rangeClosed(1, n)
                .mapToObj(
                    i ->
                        "('s', 'progress/a.ndjson', "
                            + i
                            + ", '"
                            + n
                            + "', 4, '2020-08-20 08:00:00', '2020-08-20')")
                .toArray(String[]::new))
        .publish(FIRST.plusDays(n).toString());
    return n;
  }
}

package io.xephang.jobs.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xephang.jobs.landing.Statement;
import io.xephang.schemas.feed.FeedHeader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The rows of one statement with their verdicts, and behind them one row that says how many there
 * were. Columns: those of {@link JudgedFeed#schema}.
 */
final class JudgedRows implements Iterator<Row>, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BUFFER = 1 << 16;

  private final Statement statement;
  private final RowJudge judge;
  private final int width;
  private final Origin origin;
  private final CsvRows rows;
  private long read;
  private boolean counted;

  private JudgedRows(Statement statement, RowJudge judge, CsvRows rows) {
    this.statement = statement;
    this.judge = judge;
    this.width = judge.columns().size();
    this.origin = new Origin(statement.landed().date());
    this.rows = rows;
  }

  /** Opens the statement's file. */
  static JudgedRows open(Statement statement, FeedHeader columns, RowJudge judge) {
    try {
      InputStream bytes =
          new BufferedInputStream(Files.newInputStream(Path.of(statement.landed().path())), BUFFER);
      return new JudgedRows(
          statement,
          judge,
          new CsvRows(statement.landed().isGzipped() ? new LazyGzip(bytes) : bytes, columns));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read " + statement.landed().landedName() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public boolean hasNext() {
    return !counted;
  }

  @Override
  public Row next() {
    if (rows.hasNext()) {
      read++;
      return judged(rows.next());
    }
    if (counted) {
      throw new NoSuchElementException();
    }
    counted = true;
    return row(0, null, null, null, read, new Object[width]);
  }

  private Row judged(RawRow raw) {
    if (raw instanceof RawRow.Malformed malformed) {
      return row(
          malformed.position(),
          Reason.MALFORMED,
          malformed.detail(),
          malformed.fingerprint(),
          null,
          new Object[width]);
    }
    RawRow.Cells cells = (RawRow.Cells) raw;
    RowJudge.Verdict verdict = judge.judge(cells, origin);
    if (verdict instanceof RowJudge.Verdict.Accepted accepted) {
      return row(cells.position(), null, null, null, null, accepted.values().toArray());
    }
    Rejection rejection = ((RowJudge.Verdict.Rejected) verdict).rejection();
    return row(
        cells.position(),
        rejection.reason(),
        rejection.detail(),
        json(cells),
        null,
        new Object[width]);
  }

  private Row row(
      long position, Reason reason, String detail, String raw, Long rowsRead, Object[] values) {
    Object[] common = {
      statement.statementId(),
      statement.landed().file(),
      position,
      reason == null ? null : reason.id(),
      detail,
      raw,
      rowsRead
    };
    Object[] all = Arrays.copyOf(common, common.length + width);
    System.arraycopy(values, 0, all, common.length, width);
    return RowFactory.create(all);
  }

  private static String json(RawRow.Cells cells) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(cells.cells()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens the gzip header on the first read, so that a broken file is a finding of its content. */
  private static final class LazyGzip extends InputStream {
    private final InputStream compressed;
    private InputStream plain;

    LazyGzip(InputStream compressed) {
      this.compressed = compressed;
    }

    @Override
    public int read() throws IOException {
      return plain().read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return plain().read(bytes, offset, length);
    }

    private InputStream plain() throws IOException {
      if (plain == null) {
        plain = new GZIPInputStream(compressed, BUFFER);
      }
      return plain;
    }

    @Override
    public void close() throws IOException {
      compressed.close();
    }
  }
}

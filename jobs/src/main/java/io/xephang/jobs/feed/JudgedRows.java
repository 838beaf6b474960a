package io.xephang.jobs.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xephang.jobs.feed.rows.Fingerprint;
import io.xephang.jobs.feed.rows.RawRow;
import io.xephang.jobs.feed.rows.RawRows;
import io.xephang.jobs.landing.ShownText;
import io.xephang.jobs.landing.Statement;
import io.xephang.schemas.feed.FeedHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The rows of one statement with their verdicts, and behind them one row that says how many there
 * were. Columns: those of {@link JudgedFeed#schema}.
 */
final class JudgedRows implements Iterator<Row>, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Statement statement;
  private final RowJudge judge;
  private final int width;
  private final Origin origin;
  private final RawRows rows;
  private long read;
  private boolean counted;

  private JudgedRows(Statement statement, RowJudge judge, RawRows rows) {
    this.statement = statement;
    this.judge = judge;
    this.width = judge.columns().size();
    this.origin = new Origin(statement.landed().date());
    this.rows = rows;
  }

  /** Opens the statement's file. */
  static JudgedRows open(Statement statement, FeedHeader columns, RowJudge judge) {
    try {
      return new JudgedRows(statement, judge, RawRows.open(statement.landed(), columns));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read the copy of " + statement.landed().landedName() + ": " + e.getMessage(), e);
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
        // What cannot be read may be anything, a person's name among other things.
        rejection.reason() == Reason.MALFORMED ? Fingerprint.of(json(cells)) : json(cells),
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
      detail == null ? null : ShownText.of(detail),
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
}

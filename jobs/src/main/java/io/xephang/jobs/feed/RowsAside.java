package io.xephang.jobs.feed;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import io.xephang.jobs.landing.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/**
 * The accepted rows of one statement. What else its file holds is set aside on the way, in a file
 * beside the statement's copy, so that the copy is taken apart once: each rejected row, and at the
 * end how many rows there were. Reading once more sets the same aside.
 */
final class RowsAside implements Iterator<Row>, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JudgedRows rows;
  private final Path file;
  private final Path part;
  private final SequenceWriter aside;
  private Row next;
  private boolean ended;

  private RowsAside(JudgedRows rows, Path file) throws IOException {
    this.rows = rows;
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + ".part");
    this.aside =
        JSON.writerFor(Aside.class)
            .withRootValueSeparator("\n")
            .writeValues(Files.newBufferedWriter(part));
  }

  /** A rejected row; or, where the reason is null, the number of rows of the file. */
  record Aside(long position, String reason, String detail, String raw, long rowsRead) {}

  static RowsAside of(Statement statement, JudgedRows rows) {
    try {
      return new RowsAside(rows, fileOf(statement));
    } catch (IOException e) {
      rows.close();
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What was set aside of a statement, in the order of its file; to be closed.
   *
   * @throws UncheckedIOException if the statement was not read to its end
   */
  static MappingIterator<Aside> setAside(Statement statement) {
    try {
      return JSON.readerFor(Aside.class).readValues(Files.newBufferedReader(fileOf(statement)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path fileOf(Statement statement) {
    return Path.of(statement.landed().path() + ".aside");
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      if (!rows.hasNext()) {
        ended = true;
        finish();
        return false;
      }
      Row row = rows.next();
      if (JudgedFeed.isAccepted(row)) {
        next = row;
      } else {
        setAside(row);
      }
    }
    return next != null;
  }

  private void setAside(Row row) {
    try {
      aside.write(
          new Aside(
              row.getLong(JudgedFeed.POSITION),
              row.getString(JudgedFeed.REASON),
              row.getString(JudgedFeed.DETAIL),
              row.getString(JudgedFeed.RAW),
              row.isNullAt(JudgedFeed.ROWS_READ) ? 0 : row.getLong(JudgedFeed.ROWS_READ)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void finish() {
    try {
      aside.close();
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }

  @Override
  public void close() {
    rows.close();
    if (!ended) {
      try {
        aside.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

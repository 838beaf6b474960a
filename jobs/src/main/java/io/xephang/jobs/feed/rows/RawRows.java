package io.xephang.jobs.feed.rows;

import io.xephang.jobs.landing.LandedFile;
import io.xephang.jobs.landing.Unpacking;
import io.xephang.schemas.feed.FeedHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The rows of a landed file in the order of their positions. Where a file breaks off, the rows
 * before are given, and one {@link RawRow.Malformed} that stands for the rest. Not thread-safe.
 */
public abstract sealed class RawRows implements Iterator<RawRow>, AutoCloseable
    permits CsvRows, XlsxRows, JsonRows, MessageLines, MessageDocument {
  private RawRow next;
  private boolean ended;
  private long lastPosition;

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be opened; what its content has wrong is a row
   */
  public static RawRows open(LandedFile file, FeedHeader columns) throws IOException {
    Path path = Path.of(file.path());
    return switch (file.format()) {
      case CSV -> new CsvRows(Unpacking.open(path, file.isGzipped()), columns);
      case XLSX -> new XlsxRows(path, file.isGzipped(), columns);
      case JSON ->
          columns.message().isEmpty()
              ? new JsonRows(Unpacking.open(path, file.isGzipped()), columns)
              : new MessageDocument(
                  () -> Unpacking.open(path, file.isGzipped()), MessageText.of(columns));
      case NDJSON ->
          new MessageLines(Unpacking.open(path, file.isGzipped()), MessageText.of(columns));
    };
  }

  /**
   * The next row; null at the end.
   *
   * @throws IOException if the file cannot be read any further
   */
  abstract RawRow read() throws IOException;

  /** What a file of this format should be, for messages. */
  abstract String expected();

  /** No row comes after the one that is given now. */
  final void end() {
    ended = true;
  }

  /** The position was passed, by a row or by what is none. */
  final void passed(long position) {
    lastPosition = Math.max(lastPosition, position);
  }

  /** The position of a row that says {@code written} of itself: positions only rise. */
  final long position(long written) {
    passed(Math.max(written, lastPosition + 1));
    return lastPosition;
  }

  @Override
  public final boolean hasNext() {
    if (next == null && !ended) {
      next = readOrEnd();
      ended |= next == null;
    }
    return next != null;
  }

  private RawRow readOrEnd() {
    try {
      return read();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      ended = true;
      return new RawRow.Malformed(
          position(lastPosition + 1),
          "the file cannot be read "
              + (lastPosition > 1 ? "any further" : "at all")
              + ": "
              + BrokenContent.reason(e)
              + ", expected "
              + expected()
              + "; deliver it again whole",
          "");
    }
  }

  @Override
  public final RawRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RawRow row = next;
    next = null;
    return row;
  }

  @Override
  public abstract void close() throws IOException;
}

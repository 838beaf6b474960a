package io.xephang.jobs.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.xephang.jobs.landing.ContentDigest;
import io.xephang.schemas.feed.FeedColumn;
import io.xephang.schemas.feed.FeedHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rows of a CSV file: comma, double quotes, a header in either language, UTF-8 with or without
 * a byte order mark. It never throws on content; what it cannot take apart is a {@link
 * RawRow.Malformed}. Lines without any character are no rows.
 */
final class CsvRows implements Iterator<RawRow>, AutoCloseable {
  /** What the decoder puts where the bytes are not UTF-8. */
  private static final char NOT_UTF8 = '\uFFFD';

  /** Word and Excel pad with no-break spaces, which {@link String#strip} leaves. */
  private static final Pattern BLANK_ENDS = Pattern.compile("^[\\p{Z}\\s]+|[\\p{Z}\\s]+$");

  private final FeedHeader columns;
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> records;

  /** By place in the line; null where the header is none of the feed's columns. */
  private List<FeedColumn> header;

  private long lastPosition = 1;
  private boolean ended;
  private RawRow next;

  CsvRows(InputStream in, FeedHeader columns) {
    this.columns = columns;
    this.csv =
        CsvReader.builder()
            .ignoreDifferentFieldCount(true)
            .acceptCharsAfterQuotes(true)
            .skipEmptyLines(true)
            .ofCsvRecord(
                new WithoutByteOrderMark(new InputStreamReader(in, StandardCharsets.UTF_8)));
    this.records = csv.iterator();
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = read();
    }
    return next != null;
  }

  @Override
  public RawRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RawRow row = next;
    next = null;
    return row;
  }

  /** The next row, or null at the end. */
  private RawRow read() {
    try {
      if (header == null) {
        Optional<RawRow> problem = readHeader();
        if (problem.isPresent()) {
          ended = true;
          return problem.get();
        }
      }
      if (!records.hasNext()) {
        ended = true;
        return null;
      }
      return row(records.next());
    } catch (CsvParseException | UncheckedIOException e) {
      ended = true;
      return new RawRow.Malformed(
          lastPosition + 1,
          "the file cannot be read any further ("
              + rootMessage(e)
              + "), expected comma-separated lines; deliver it again whole",
          "");
    }
  }

  /** Reads the header; what it gives back stands for the whole file. */
  private Optional<RawRow> readHeader() {
    if (!records.hasNext()) {
      return Optional.of(
          new RawRow.Malformed(1, "the file is empty, expected a header and rows", ""));
    }
    CsvRecord line = records.next();
    lastPosition = line.getStartingLineNumber();
    List<FeedColumn> found = new ArrayList<>();
    Set<FeedColumn> seen = new HashSet<>();
    for (String cell : line.getFields()) {
      FeedColumn column = columns.columnOf(cell).orElse(null);
      if (column != null && !seen.add(column)) {
        return Optional.of(
            malformed(line, "the header names the column " + column.name() + " twice"));
      }
      found.add(column);
    }
    List<String> missing =
        columns.columns().stream()
            .filter(column -> column.required() && !seen.contains(column))
            .map(FeedColumn::name)
            .toList();
    if (!missing.isEmpty() && line.getFieldCount() == 1 && line.getField(0).matches(".*[;\t].*")) {
      return Optional.of(
          malformed(
              line,
              "the columns are separated by semicolons or tabs, expected commas: save the file as"
                  + " \"CSV UTF-8 (comma delimited)\""));
    }
    if (!missing.isEmpty()) {
      return Optional.of(
          malformed(
              line,
              "found the columns "
                  + seen.stream().map(FeedColumn::name).sorted().toList()
                  + " in the header, expected "
                  + missing
                  + " too; accepted spellings stand in schemas, feeds/"
                  + columns.feedId()
                  + ".yaml"));
    }
    header = found;
    return Optional.empty();
  }

  private RawRow row(CsvRecord line) {
    lastPosition = line.getStartingLineNumber();
    if (line.getFieldCount() != header.size()) {
      return malformed(
          line,
          "found "
              + line.getFieldCount()
              + " columns, expected "
              + header.size()
              + " as in the header");
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String written = line.getField(i);
      if (written.indexOf(NOT_UTF8) >= 0) {
        return malformed(line, "found bytes that are not UTF-8, expected UTF-8 text");
      }
      String value =
          BLANK_ENDS.matcher(Normalizer.normalize(written, Normalizer.Form.NFC)).replaceAll("");
      if (header.get(i) != null && !value.isEmpty()) {
        cells.put(header.get(i).name(), value);
      }
    }
    return new RawRow.Cells(lastPosition, cells);
  }

  private static RawRow.Malformed malformed(CsvRecord line, String detail) {
    byte[] text = String.join(",", line.getFields()).getBytes(StandardCharsets.UTF_8);
    return new RawRow.Malformed(
        line.getStartingLineNumber(),
        detail,
        "{\"length\":" + text.length + ",\"sha256\":\"" + ContentDigest.of(text) + "\"}");
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}

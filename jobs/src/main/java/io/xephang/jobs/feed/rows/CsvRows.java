package io.xephang.jobs.feed.rows;

import io.xephang.schemas.feed.FeedHeader;
import io.xephang.schemas.feed.HeaderWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.input.BrokenReader;

/**
 * The rows of a CSV file: double quotes, a header in either language, UTF-8 or marked UTF-16.
 * Commas separate, or the semicolons and tabs that Excel writes in Viet Nam: the separator is the
 * one by which a header can be found. Lines without a value are no rows.
 */
final class CsvRows extends RawRows {
  private static final char[] SEPARATORS = {',', ';', '\t'};

  /** Characters among which the header must be. */
  private static final int SAMPLE = 1 << 16;

  private final InputStream in;
  private final HeaderWords words;
  private CsvLexer lexer;
  private TableHead head;

  CsvRows(InputStream in, FeedHeader columns) {
    this.in = in;
    this.words = columns.words();
  }

  @Override
  RawRow read() throws IOException {
    if (head == null) {
      Optional<RawRow.Malformed> problem = begin();
      if (problem.isPresent()) {
        end();
        passed(problem.get().position());
        return problem.get();
      }
    }
    for (CsvLexer.Line line = lexer.next(); line != null; line = lexer.next()) {
      Optional<RawRow> row = row(line);
      if (row.isPresent()) {
        return row.get();
      }
    }
    return null;
  }

  /** Finds the separator and the header; what it gives back stands for the whole file. */
  private Optional<RawRow.Malformed> begin() throws IOException {
    Reader text = FeedText.of(in);
    char[] sample = new char[SAMPLE];
    int length = 0;
    IOException broken = null;
    try {
      for (int read = text.read(sample, 0, SAMPLE);
          read >= 0 && length < SAMPLE;
          read = text.read(sample, length, SAMPLE - length)) {
        length += read;
      }
    } catch (IOException e) {
      broken = e;
    }
    sample = Arrays.copyOf(sample, length);
    HeaderSearch best = null;
    for (char separator : SEPARATORS) {
      HeaderSearch search = new HeaderSearch(words);
      CsvLexer titles = new CsvLexer(sample, Reader.nullReader(), separator);
      if (findsHeader(titles, search)) {
        lexer = titles;
        lexer.continueWith(broken == null ? text : new BrokenReader((Throwable) broken));
        return Optional.empty();
      }
      if (best == null || search.columnsFound() > best.columnsFound()) {
        best = search;
      }
    }
    if (broken != null) {
      throw broken;
    }
    return Optional.of(best.problem());
  }

  private boolean findsHeader(CsvLexer titles, HeaderSearch search) throws IOException {
    while (!search.isOver()) {
      CsvLexer.Line line = titles.next();
      if (line == null) {
        return false;
      }
      Optional<TableHead> found = search.offer(line.line(), line.fields());
      if (found.isPresent()) {
        head = found.get();
        passed(line.line());
        return true;
      }
    }
    return false;
  }

  /** The row of a line, unless it belongs to the header or says nothing. */
  private Optional<RawRow> row(CsvLexer.Line line) {
    if (line.problem() != null) {
      return Optional.of(
          new RawRow.Malformed(position(line.line()), line.problem(), Fingerprint.of(line.text())));
    }
    List<String> fields = line.fields();
    if (fields.stream().allMatch(CellText::isBlank) || head.takes(fields)) {
      return Optional.empty();
    }
    long position = position(line.line());
    if (fields.size() != head.width()) {
      return Optional.of(
          malformed(
              position,
              fields,
              "found "
                  + fields.size()
                  + " columns, expected "
                  + head.width()
                  + " as in the header"));
    }
    Optional<String> problem = CellText.problem(fields);
    if (problem.isPresent()) {
      return Optional.of(malformed(position, fields, problem.get()));
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      String value = CellText.clean(fields.get(i));
      if (!value.isEmpty()) {
        head.column(i).ifPresent(column -> cells.put(column.name(), value));
      }
    }
    return Optional.of(new RawRow.Cells(position, cells));
  }

  private static RawRow malformed(long position, List<String> fields, String detail) {
    return new RawRow.Malformed(position, detail, Fingerprint.of(String.join(",", fields)));
  }

  @Override
  String expected() {
    return "a CSV file in UTF-8";
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

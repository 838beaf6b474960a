package io.xephang.jobs.feed.rows;

import io.xephang.schemas.feed.FeedColumn;
import io.xephang.schemas.feed.FeedHeader;
import io.xephang.schemas.feed.HeaderWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rows of the first visible sheet of a workbook that has a header. A merged cell speaks for its
 * first row and column, as Excel stores it. Rows without a value in any cell are no rows.
 */
final class XlsxRows extends RawRows {
  private final Path path;
  private final boolean gzipped;
  private final HeaderWords words;
  private Workbook workbook;
  private Sheet sheet;
  private TableHead head;

  XlsxRows(Path path, boolean gzipped, FeedHeader columns) {
    this.path = path;
    this.gzipped = gzipped;
    this.words = columns.words();
  }

  @Override
  RawRow read() throws IOException {
    if (head == null) {
      workbook = Workbook.open(path, gzipped);
      Optional<RawRow.Malformed> problem = begin();
      if (problem.isPresent()) {
        end();
        passed(problem.get().position());
        return problem.get();
      }
    }
    for (Sheet.Line line = sheet.next(); line != null; line = sheet.next()) {
      if (!line.isBlank() && !head.takes(texts(line))) {
        return row(line);
      }
    }
    return null;
  }

  /** Finds the sheet and its header; what it gives back stands for the whole file. */
  private Optional<RawRow.Malformed> begin() throws IOException {
    HeaderSearch best = null;
    Iterator<Workbook.SheetName> names = workbook.visibleSheets().iterator();
    while (names.hasNext() && head == null) {
      HeaderSearch search = new HeaderSearch(words);
      sheet = workbook.open(names.next());
      for (Sheet.Line line = sheet.next();
          line != null && !search.isOver() && head == null;
          line = head == null ? sheet.next() : line) {
        head = search.offer(line.row(), texts(line)).orElse(null);
        if (head != null) {
          passed(line.row());
        }
      }
      if (best == null || search.columnsFound() > best.columnsFound()) {
        best = search;
      }
      if (head == null) {
        sheet.close();
      }
    }
    if (head != null) {
      return Optional.empty();
    }
    return Optional.of(
        best == null
            ? new RawRow.Malformed(
                1, "found no visible sheet, expected one with a header and rows", "")
            : best.problem());
  }

  private RawRow row(Sheet.Line line) {
    long position = position(line.row());
    Map<String, String> cells = new HashMap<>();
    List<String> texts = new ArrayList<>();
    for (Map.Entry<Integer, Sheet.Cell> entry : new TreeMap<>(line.cells()).entrySet()) {
      FeedColumn column = head.column(entry.getKey()).orElse(null);
      if (column == null) {
        continue;
      }
      Sheet.Cell cell = entry.getValue();
      texts.add(cell.text());
      if (cell.problem() != null) {
        return new RawRow.Malformed(
            position,
            "found " + cell.problem() + " in " + column.name() + " (cell " + cell.name() + ")",
            Fingerprint.of(String.join(",", texts)));
      }
      String value = CellText.clean(cell.textFor(column.name()));
      if (!value.isEmpty()) {
        cells.put(column.name(), value);
      }
    }
    return CellText.problem(texts)
        .<RawRow>map(
            detail ->
                new RawRow.Malformed(position, detail, Fingerprint.of(String.join(",", texts))))
        .orElseGet(() -> new RawRow.Cells(position, cells));
  }

  /** The texts by place, up to the last cell that has one. */
  private static List<String> texts(Sheet.Line line) {
    List<String> texts = new ArrayList<>();
    new TreeMap<>(line.cells())
        .forEach(
            (place, cell) -> {
              while (texts.size() < place) {
                texts.add("");
              }
              texts.add(cell.text());
            });
    return texts;
  }

  @Override
  String expected() {
    return "an XLSX workbook without a password";
  }

  @Override
  public void close() throws IOException {
    if (sheet != null) {
      sheet.close();
    }
    if (workbook != null) {
      workbook.close();
    }
  }
}

package io.xephang.jobs.feed.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Rows as a test states them: {@code 2 {procedure_code=1.000001, unit_code=H47}}, or {@code 3:} and
 * what is wrong.
 */
final class ShownRows {
  private ShownRows() {}

  /** All rows to the end; closes them. */
  static List<String> of(RawRows rows) {
    List<String> shown = new ArrayList<>();
    try (rows) {
      while (rows.hasNext()) {
        shown.add(of(rows.next()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shown;
  }

  private static String of(RawRow row) {
    if (row instanceof RawRow.Malformed malformed) {
      return malformed.position() + ": " + malformed.detail();
    }
    RawRow.Cells cells = (RawRow.Cells) row;
    return cells.position() + " " + new TreeMap<>(cells.cells());
  }
}

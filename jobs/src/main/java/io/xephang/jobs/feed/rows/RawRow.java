package io.xephang.jobs.feed.rows;

import java.util.Collections;
import java.util.Map;

/** A row of a file before anybody judged it. */
public sealed interface RawRow {
  /**
   * Where the row stands: in CSV the line on which it begins, the file's first line being 1; in
   * XLSX the sheet's row number; in JSON the ordinal of the object, the first being 1. No two rows
   * of a file have the same.
   */
  long position();

  /**
   * A row with a value for each known column.
   *
   * @param cells by column name; NFC and trimmed; empty cells are absent
   */
  record Cells(long position, Map<String, String> cells) implements RawRow {
    public Cells {
      cells = Collections.unmodifiableMap(cells);
    }
  }

  /**
   * What cannot be taken apart into columns. Its text is not kept: the file has it.
   *
   * @param detail what was found and what was expected
   * @param fingerprint length and hash, to find it again
   */
  record Malformed(long position, String detail, String fingerprint) implements RawRow {}
}

package io.xephang.warehouse;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A place in a query, as people are told of it.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param text the line, or what of a long one lies around the place
 * @param caret how many characters of the text lie before the place
 */
record QueryPlace(int line, int column, String text, int caret) {
  private static final int SHOWN_BEFORE = 60;
  private static final int SHOWN_AFTER = 40;

  /**
   * The place of a byte.
   *
   * @param offset of the byte in UTF-8, as DuckDB counts; nowhere if it lies outside
   */
  static Optional<QueryPlace> of(String sql, long offset) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    if (offset < 0 || offset > bytes.length) {
      return Optional.empty();
    }
    int at = new String(bytes, 0, (int) offset, StandardCharsets.UTF_8).length();
    int start = sql.lastIndexOf('\n', at - 1) + 1;
    int next = sql.indexOf('\n', at);
    int end = next < 0 ? sql.length() : next;
    int from = Math.max(start, at - SHOWN_BEFORE);
    int to = Math.min(end, at + SHOWN_AFTER);
    String left = from > start ? "…" : "";
    return Optional.of(
        new QueryPlace(
            (int) sql.substring(0, start).chars().filter(c -> c == '\n').count() + 1,
            sql.codePointCount(start, at) + 1,
            left + sql.substring(from, to).stripTrailing() + (to < end ? "…" : ""),
            left.length() + sql.codePointCount(from, at)));
  }

  /** Line and column in words, then the line with a caret below the place. */
  String shown() {
    StringBuilder below = new StringBuilder();
    text.codePoints().limit(caret).forEach(c -> below.append(c == '\t' ? '\t' : ' '));
    return "dòng / line "
        + line
        + ", cột / column "
        + column
        + "\n  "
        + text
        + "\n  "
        + below
        + "^";
  }
}

package io.xephang.cli.result;

import io.xephang.warehouse.ResultColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The cells of a table cut to the width of a screen, the longest texts first. Numbers, dates, codes
 * and names of files stay whole, also within a text: half a code is another one. Where even that
 * does not fit, the terminal breaks the lines.
 */
final class FittedText {
  /** So much of a text tells it from others; most names of units are shorter. */
  private static final int LEAST = 20;

  /** What AsciiTable draws around a cell, and once more at the end of a line. */
  private static final int BORDER = 3;

  private static final String SEPARATORS = ",;|\"{}[]";

  private static final Pattern ONE_WORD =
      Pattern.compile("[^\\s" + Pattern.quote(SEPARATORS) + "]{0,80}");

  /** Types of texts, and of lists and the like, which are shown as texts. */
  private static final Pattern TEXT = Pattern.compile("VARCHAR|JSON|.*[\\])]");

  /** Columns whose texts name something, be there blanks in them. */
  private static final Pattern NAMING = Pattern.compile("(.*_)?(file|code|id)");

  private final List<String[]> rows;
  private final boolean cut;

  private FittedText(List<String[]> rows, boolean cut) {
    this.rows = rows;
    this.cut = cut;
  }

  /**
   * Cuts what is too wide.
   *
   * @param columns whose names stay whole
   * @param screen characters of a line
   */
  static FittedText of(List<ResultColumn> columns, List<String[]> rows, int screen) {
    int[] natural = new int[columns.size()];
    int[] least = new int[columns.size()];
    for (int i = 0; i < natural.length; i++) {
      boolean whole = isWhole(columns.get(i));
      natural[i] = columns.get(i).name().length();
      least[i] = natural[i];
      for (String[] row : rows) {
        natural[i] = Math.max(natural[i], row[i].length());
        if (whole || ONE_WORD.matcher(row[i]).matches()) {
          least[i] = Math.max(least[i], row[i].length());
        }
      }
    }
    int most = LEAST;
    for (int width : natural) {
      most = Math.max(most, width);
    }
    while (most > LEAST && width(natural, least, most) > screen) {
      most--;
    }
    return cut(rows, least, most);
  }

  List<String[]> rows() {
    return rows;
  }

  /** Whether any cell lost its end. */
  boolean isCut() {
    return cut;
  }

  private static boolean isWhole(ResultColumn column) {
    return !TEXT.matcher(column.type()).matches() || NAMING.matcher(column.name()).matches();
  }

  private static int width(int[] natural, int[] least, int most) {
    int width = 1;
    for (int i = 0; i < natural.length; i++) {
      width += Math.max(least[i], Math.min(natural[i], most)) + BORDER;
    }
    return width;
  }

  private static FittedText cut(List<String[]> rows, int[] least, int most) {
    boolean cut = false;
    List<String[]> shown = new ArrayList<>(rows.size());
    for (String[] row : rows) {
      String[] cells = row.clone();
      for (int i = 0; i < cells.length; i++) {
        int width = Math.max(least[i], most);
        String text = cells[i];
        int length = text.length() > width ? beginning(text, width - 1) : text.length();
        if (length < text.length()) {
          cells[i] = text.substring(0, length).stripTrailing() + "…";
          cut = true;
        }
      }
      shown.add(cells);
    }
    return new FittedText(shown, cut);
  }

  /** How much of a text is shown: up to a length, without a part of a number or a code. */
  private static int beginning(String text, int length) {
    int start = length;
    while (start > 0 && !separates(text.charAt(start - 1))) {
      start--;
    }
    int end = length;
    while (end < text.length() && !separates(text.charAt(end))) {
      end++;
    }
    boolean within = start < length && length < end;
    if (within && text.substring(start, end).chars().anyMatch(Character::isDigit)) {
      return start > 0 ? start : end;
    }
    // Half of a pair is no letter.
    return Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
  }

  private static boolean separates(char letter) {
    return Character.isWhitespace(letter) || SEPARATORS.indexOf(letter) >= 0;
  }
}

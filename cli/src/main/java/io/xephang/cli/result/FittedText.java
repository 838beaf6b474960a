package io.xephang.cli.result;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The cells of a table cut to the width of a screen, the longest texts first. Numbers, dates, codes
 * and names of files stay whole: half a code is another one. Where even that does not fit, the
 * terminal breaks the lines.
 */
final class FittedText {
  /** So much of a text tells it from others; most names of units are shorter. */
  private static final int LEAST = 20;

  /** What AsciiTable draws around a cell, and once more at the end of a line. */
  private static final int BORDER = 3;

  private static final Pattern ONE_WORD = Pattern.compile("[^\\s,;|\"{}\\[\\]]{0,80}");

  private final List<String[]> rows;
  private final boolean cut;

  private FittedText(List<String[]> rows, boolean cut) {
    this.rows = rows;
    this.cut = cut;
  }

  /**
   * Cuts what is too wide.
   *
   * @param header the names of the columns, which stay whole
   * @param screen characters of a line
   */
  static FittedText of(List<String> header, List<String[]> rows, int screen) {
    int[] natural = new int[header.size()];
    int[] least = new int[header.size()];
    for (int i = 0; i < natural.length; i++) {
      natural[i] = header.get(i).length();
      least[i] = natural[i];
      for (String[] row : rows) {
        natural[i] = Math.max(natural[i], row[i].length());
        if (ONE_WORD.matcher(row[i]).matches()) {
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
        if (cells[i].length() > width) {
          cells[i] = beginning(cells[i], width - 1) + "…";
          cut = true;
        }
      }
      shown.add(cells);
    }
    return new FittedText(shown, cut);
  }

  private static String beginning(String text, int length) {
    // Half of a pair is no letter.
    int whole = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, whole).stripTrailing();
  }
}

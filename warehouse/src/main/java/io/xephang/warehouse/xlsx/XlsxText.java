package io.xephang.warehouse.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as a cell of Excel can hold it (ECMA-376, Part 1, 22.9.2.19: ST_Xstring). */
final class XlsxText {
  /** Excel's limit, in UTF-16 units. */
  static final int LONGEST = 32_767;

  /** What is no character of XML, and text that would be read as the escape of one. */
  private static final Pattern TO_ESCAPE =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0D\\x0E-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)");

  private XlsxText() {}

  static boolean isTooLong(String text) {
    return text.length() > LONGEST;
  }

  /** The first part of a text that is too long, with how long the whole is. */
  static String cut(String text) {
    String mark = "… (cắt bớt, đủ là / cut, in full " + text.length() + " ký tự / characters)";
    int end = LONGEST - mark.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + mark;
  }

  /** The text with what XML cannot hold as Excel writes it: {@code _x0001_}. */
  static String escaped(String text) {
    Matcher found = TO_ESCAPE.matcher(text);
    return found.find()
        ? found.reset().replaceAll(unit -> "_x%04X_".formatted((int) unit.group().charAt(0)))
        : text;
  }

  /** Whether a reader would strip something of it unless it is told not to. */
  static boolean needsItsSpace(String text) {
    return !text.isEmpty()
        && (Character.isWhitespace(text.charAt(0))
            || Character.isWhitespace(text.charAt(text.length() - 1)));
  }
}

package io.xephang.jobs.feed.rows;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a cell, whatever the format. */
public final class CellText {
  /** Word and Excel pad with no-break spaces, which {@link String#strip} leaves. */
  private static final Pattern BLANK_ENDS = Pattern.compile("^[\\p{Z}\\s]+|[\\p{Z}\\s]+$");

  private CellText() {}

  /** Programs that know no whole numbers write 3 as {@code 3.0}. */
  private static final Pattern WHOLE = Pattern.compile("(-?\\d+)\\.0");

  /** Java writes ten million as {@code 1.0E7}. */
  private static final Pattern SCIENTIFIC =
      Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?[eE][+-]?0?\\d{1,2}");

  /** NFC, without blank ends. */
  static String clean(String written) {
    if (isPlain(written)) {
      return written;
    }
    return BLANK_ENDS.matcher(Normalizer.normalize(written, Normalizer.Form.NFC)).replaceAll("");
  }

  /**
   * Whether it is all visible ASCII, as codes, numbers and dates are: then nothing is to be done.
   */
  static boolean isPlain(String written) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c <= ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  /** The text of a JSON number, without an exponent, as a whole number where it is one. */
  public static String ofNumber(String number) {
    // A power that no amount has stays as it is: written out it could fill the memory.
    if (SCIENTIFIC.matcher(number).matches()) {
      return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }
    // No more zeros than one: 2.000000 is a procedure.
    Matcher whole = WHOLE.matcher(number);
    return whole.matches() ? whole.group(1) : number;
  }

  static boolean isBlank(String written) {
    return written
        .codePoints()
        .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  /** What makes a line's text unusable, if anything does. */
  static Optional<String> problem(Iterable<String> cells) {
    boolean stray = false;
    boolean replaced = false;
    boolean nul = false;
    for (String cell : cells) {
      for (int i = 0; i < cell.length(); i++) {
        char c = cell.charAt(i);
        if (Character.isHighSurrogate(c)
            && i + 1 < cell.length()
            && Character.isLowSurrogate(cell.charAt(i + 1))) {
          i++;
        } else if (Character.isSurrogate(c)) {
          stray = true;
        }
        replaced |= c == '\uFFFD';
        nul |= c == 0;
      }
    }
    if (stray) {
      return Optional.of(
          "found bytes that are not UTF-8"
              + LegacyEncoding.guess(StrayBytes.of(String.join(" ", cells)))
                  .map(encoding -> " (they look like " + encoding.shownName() + ")")
                  .orElse("")
              + ", expected UTF-8 text: convert it to Unicode and save it as UTF-8");
    }
    if (replaced) {
      return Optional.of(
          "found replacement characters (\uFFFD) where letters were lost before the file was sent,"
              + " expected UTF-8 text: deliver the original");
    }
    return nul
        ? Optional.of("found NUL bytes, expected text: the file is damaged or no text file")
        : Optional.empty();
  }
}

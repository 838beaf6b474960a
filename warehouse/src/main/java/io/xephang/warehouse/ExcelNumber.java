package io.xephang.warehouse;

import java.math.BigDecimal;

/** What Excel can hold as a number: a binary fraction of which it keeps 15 digits. */
public final class ExcelNumber {
  private static final int DIGITS = 15;

  private ExcelNumber() {}

  /**
   * Whether Excel keeps every digit. A binary fraction it keeps as it is, whatever it shows.
   *
   * @param number with digits: not infinite
   */
  public static boolean isKept(Number number) {
    if (number instanceof Double || number instanceof Float) {
      return true;
    }
    BigDecimal exact = PlainText.exact(number);
    // The zeros at the end of a whole number are digits too.
    int wholeDigits = exact.precision() - exact.scale();
    return exact.signum() == 0
        || Math.max(wholeDigits, exact.stripTrailingZeros().precision()) <= DIGITS;
  }
}

package io.xephang.reports.word;

/** Numbers of a document's sections. */
final class RomanNumeral {
  private static final int[] VALUES = {10, 9, 5, 4, 1};
  private static final String[] LETTERS = {"X", "IX", "V", "IV", "I"};
  private static final int MOST = 39;

  private RomanNumeral() {}

  /**
   * The numeral of a number.
   *
   * @param number from 1 to 39: no document has more sections
   */
  static String of(int number) {
    if (number < 1 || number > MOST) {
      throw new IllegalArgumentException("a document has no section " + number);
    }
    StringBuilder numeral = new StringBuilder();
    int left = number;
    for (int i = 0; i < VALUES.length; i++) {
      while (left >= VALUES[i]) {
        numeral.append(LETTERS[i]);
        left -= VALUES[i];
      }
    }
    return numeral.toString();
  }
}

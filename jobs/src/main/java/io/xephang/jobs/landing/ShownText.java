package io.xephang.jobs.landing;

/**
 * Text of unknown origin as a message shows it: on one line, without control characters or
 * characters that turn the reading direction, and not too long.
 */
public final class ShownText {
  private static final int LONGEST = 600;

  private ShownText() {}

  /** Characters that would break or forge a line are written as {@code \}{@code u000A}. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              if (isPrintable(c)) {
                shown.appendCodePoint(c);
              } else {
                shown.append(String.format("\\u%04X", c));
              }
            });
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
  }

  /** Whether a character shows as itself and leaves those around it alone. */
  static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> codePoint != '\uFFFD';
    };
  }
}

package io.xephang.cli;

import java.util.regex.Pattern;

/** Text of others on a terminal: a line break would break the line, an escape sequence the rest. */
public final class DisplayText {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private DisplayText() {}

  public static String of(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }
}

package io.xephang.scheduler.api;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a name that a list is filtered by: SQL's {@code ILIKE '%part%'}, with a bar between
 * parts of which any will do.
 */
record TextPattern(List<Pattern> parts) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;

  TextPattern {
    parts = List.copyOf(parts);
  }

  /** The pattern of this parameter; any name will do if it is missing. */
  static TextPattern of(ApiRequest request, String parameter) {
    return new TextPattern(
        request.parameter(parameter).stream()
            .flatMap(text -> Arrays.stream(text.split("\\|", -1)))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(TextPattern::compiled)
            .toList());
  }

  private static Pattern compiled(String part) {
    StringBuilder pattern = new StringBuilder();
    part.chars()
        .forEach(
            letter ->
                pattern.append(
                    switch (letter) {
                      case '%' -> ".*";
                      case '_' -> ".";
                      default -> Pattern.quote(Character.toString(letter));
                    }));
    return Pattern.compile(pattern.toString(), FLAGS);
  }

  boolean matches(String name) {
    return parts.isEmpty() || parts.stream().anyMatch(part -> part.matcher(name).find());
  }
}

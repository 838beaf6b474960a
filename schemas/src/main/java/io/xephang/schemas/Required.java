package io.xephang.schemas;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What every definition record checks of its fields; a broken rule is an IllegalArgumentException.
 */
public final class Required {
  private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private Required() {}

  public static String text(String key, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("'" + key + "' is missing");
    }
    return value;
  }

  /** A lower-case name that is safe in SQL, paths and URLs without quoting. */
  public static String identifier(String key, String value) {
    if (!IDENTIFIER.matcher(text(key, value)).matches()) {
      throw new IllegalArgumentException(
          "'" + key + "' is '" + value + "', expected lower-case letters, digits and _");
    }
    return value;
  }

  /** A name that others have chosen, such as a message's {@code MaHoSo}. */
  public static String field(String key, String value) {
    if (!FIELD.matcher(text(key, value)).matches()) {
      throw new IllegalArgumentException(
          "'" + key + "' is '" + value + "', expected letters, digits and _");
    }
    return value;
  }

  public static <T> T present(String key, T value) {
    if (value == null) {
      throw new IllegalArgumentException("'" + key + "' is missing");
    }
    return value;
  }

  public static <T> List<T> nonEmpty(String key, List<T> values) {
    if (values == null || values.isEmpty()) {
      throw new IllegalArgumentException("'" + key + "' is missing or empty");
    }
    return List.copyOf(values);
  }

  public static <T> List<T> orEmpty(List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }
}

package io.xephang.warehouse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A SELECT that is asked, with the values of its parameters.
 *
 * @param sql one SELECT; a parameter stands in it as {@code $name}
 * @param parameters by name, in the order in which they are shown; a value is null, a String, a
 *     Boolean, a Number or a LocalDate. It is bound: no value ever becomes part of the text
 */
public record Select(String sql, Map<String, Object> parameters) {
  public Select {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** A SELECT without parameters. */
  public static Select of(String sql) {
    return new Select(sql, Map.of());
  }

  /**
   * Whether a name, such as that of a view or an indicator, stands in it or is one of its values.
   */
  public boolean names(String name) {
    return parameters.containsValue(name)
        || Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(sql).find();
  }
}

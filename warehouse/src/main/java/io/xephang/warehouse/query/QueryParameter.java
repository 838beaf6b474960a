package io.xephang.warehouse.query;

import io.xephang.schemas.Label;
import io.xephang.schemas.Required;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of a saved query: {@code $name} in its SQL.
 *
 * @param defaultValue as it would be written; absent if it must be given, unless it is optional
 * @param optional whether it may be left out, which the SQL sees as null
 * @param choices the values of a {@link ParameterType#CHOICE}
 */
public record QueryParameter(
    String name,
    ParameterType type,
    Optional<String> defaultValue,
    boolean optional,
    List<String> choices,
    String vi,
    String en) {
  /** The default of a date that is the publication's as-of date. */
  static final String PUBLICATION = "publication";

  public QueryParameter {
    Required.identifier("name", name);
    Required.present("type", type);
    Required.text("vi", vi);
    Required.text("en", en);
    defaultValue = defaultValue == null ? Optional.empty() : defaultValue;
    choices = Required.orEmpty(choices);
    if ((type == ParameterType.CHOICE) == choices.isEmpty()) {
      throw new IllegalArgumentException("'choices' go with the type choice, and it with them");
    }
    if (optional && defaultValue.isPresent()) {
      throw new IllegalArgumentException("expected either 'default_value' or 'optional'");
    }
    if (defaultValue.isPresent() && !fits(type, choices, defaultValue.get())) {
      throw new IllegalArgumentException(
          "'default_value' is '" + defaultValue.get() + "', expected " + type.expected());
    }
  }

  /** What it means. */
  public Label description() {
    return new Label(vi, en);
  }

  /** What can be written for it, in both languages. */
  public String expected() {
    return type == ParameterType.CHOICE ? String.join(", ", choices) : type.expected();
  }

  private static boolean fits(ParameterType type, List<String> choices, String written) {
    return switch (type) {
      case CHOICE -> choices.contains(written);
      case COUNT -> written.matches("\\d{1,9}");
      case DATE -> written.equals(PUBLICATION) || isDate(written);
      case INDICATOR, UNIT, TEXT -> true;
    };
  }

  private static boolean isDate(String written) {
    try {
      LocalDate.parse(written);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}

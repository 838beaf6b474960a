package io.xephang.cli;

import io.xephang.warehouse.query.QueryParameter;
import io.xephang.warehouse.query.SavedQuery;
import java.util.stream.Collectors;

/** A saved query in words. */
final class QueryText {
  private QueryText() {}

  /** Its name, title and parameters. */
  static String summary(SavedQuery query) {
    String parameters =
        query.parameters().stream().map(QueryText::brief).collect(Collectors.joining(" "));
    return query.name()
        + "\n    "
        + query.title().vi()
        + " / "
        + query.title().en()
        + (parameters.isEmpty() ? "" : "\n    " + parameters);
  }

  /** All that its file says. */
  static String whole(SavedQuery query) {
    StringBuilder text =
        new StringBuilder(query.name() + "\n\n" + query.title().vi() + "\n" + query.title().en());
    text.append("\n\n").append(query.description().vi());
    text.append("\n").append(query.description().en());
    text.append("\n\nVăn bản / Asked by: ").append(query.askedBy()).append("\n");
    for (QueryParameter parameter : query.parameters()) {
      text.append("\n--param ").append(brief(parameter)).append("\n    ");
      text.append(parameter.vi()).append(" / ").append(parameter.en());
      text.append("\n    ").append(parameter.expected()).append("\n");
    }
    return text.append("\n").append(query.sql()).append("\n").toString();
  }

  /**
   * {@code unit=…} must be given, {@code [limit=10]} has a default, {@code [feed=…]} needs none.
   */
  private static String brief(QueryParameter parameter) {
    String assigned = parameter.name() + "=" + parameter.defaultValue().orElse("…");
    return parameter.optional() || parameter.defaultValue().isPresent()
        ? "[" + assigned + "]"
        : assigned;
  }
}

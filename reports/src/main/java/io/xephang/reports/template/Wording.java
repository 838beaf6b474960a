package io.xephang.reports.template;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A text with placeholders in braces, such as {@code Số liệu đến ngày {as_of}}. */
public record Wording(List<Part> parts) {
  public Wording {
    parts = List.copyOf(parts);
  }

  /** A piece of the text. */
  public sealed interface Part {}

  /** Text that stands as it is. */
  public record Literal(String text) implements Part {}

  /** The place of a value. */
  public record Value(Placeholder placeholder) implements Part {}

  /**
   * Takes a text apart.
   *
   * @param allowed the placeholders that the document has values for
   * @throws IllegalArgumentException if a brace has no counterpart, or a placeholder is unknown
   */
  static Wording parse(String text, Set<Placeholder> allowed) {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int open = text.indexOf('{', start);
      String literal = text.substring(start, open < 0 ? text.length() : open);
      if (literal.indexOf('}') >= 0) {
        throw new IllegalArgumentException(
            "dấu } không có dấu { đứng trước / a } without a { before it");
      }
      if (!literal.isEmpty()) {
        parts.add(new Literal(literal));
      }
      if (open < 0) {
        break;
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("dấu { không được đóng bằng } / a { that no } closes");
      }
      parts.add(new Value(placeholder(text.substring(open + 1, close), allowed)));
      start = close + 1;
    }
    return new Wording(parts);
  }

  private static Placeholder placeholder(String key, Set<Placeholder> allowed) {
    return Placeholder.of(key)
        .filter(allowed::contains)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "không có giá trị / there is no value {"
                        + key
                        + "}; có / there are "
                        + String.join(
                            ", ",
                            allowed.stream().map(known -> "{" + known.key() + "}").toList())));
  }

  /** The placeholders that occur. */
  public Set<Placeholder> placeholders() {
    Set<Placeholder> found = EnumSet.noneOf(Placeholder.class);
    for (Part part : parts) {
      if (part instanceof Value value) {
        found.add(value.placeholder());
      }
    }
    return found;
  }

  /** The text with its values; a value that the document does not have leaves nothing. */
  public String filled(Map<Placeholder, String> values) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        text.append(literal.text());
      } else if (part instanceof Value value) {
        text.append(values.getOrDefault(value.placeholder(), ""));
      }
    }
    return text.toString();
  }
}

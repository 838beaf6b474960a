package io.xephang.scheduler.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values written as Python writes them. */
final class PythonText {
  private PythonText() {}

  static String str(Object value) {
    return value instanceof String text ? text : repr(value);
  }

  private static String repr(Object value) {
    if (value == null) {
      return "None";
    }
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    if (value instanceof Double number) {
      String plain = new BigDecimal(number.toString()).toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(PythonText::repr).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.toString();
  }

  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    return text.contains("'") && !text.contains("\"")
        ? '"' + escaped + '"'
        : "'" + escaped.replace("'", "\\'") + "'";
  }
}

package io.xephang.warehouse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON that DuckDB wrote, as maps, lists and plain values. Binding it to classes would take a
 * library more at every start of a command.
 */
final class JsonTree {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonTree() {}

  /**
   * The object that a text holds.
   *
   * @param deepest how many objects and lists may lie within each other
   * @throws TooDeep if there are more
   * @throws IOException if the text is no JSON object
   */
  static Map<String, Object> object(String json, int deepest) throws IOException, TooDeep {
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("expected a JSON object, found " + parser.currentToken());
      }
      return object(parser, deepest);
    }
  }

  /** The members of a value that is an object; none if it is anything else. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> members(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** The elements of a value that is a list; none if it is anything else. */
  @SuppressWarnings("unchecked")
  static List<Object> elements(Object value) {
    return value instanceof List<?> list ? (List<Object>) list : List.of();
  }

  /** The text of a value that is one; empty if it is anything else. */
  static String text(Object value) {
    return value instanceof String string ? string : "";
  }

  private static Map<String, Object> object(JsonParser parser, int deepest)
      throws IOException, TooDeep {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser, deepest - 1));
    }
    return members;
  }

  private static Object value(JsonParser parser, int deepest) throws IOException, TooDeep {
    if (deepest < 0) {
      throw new TooDeep();
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, deepest);
      case START_ARRAY -> {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(value(parser, deepest - 1));
        }
        yield elements;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /** More lies within each other than anybody writes. */
  static final class TooDeep extends Exception {
    private static final long serialVersionUID = 1L;
  }
}

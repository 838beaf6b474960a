package io.xephang.scheduler.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which part of a list is asked for.
 *
 * @param limit 1 to {@link #MOST}
 * @param offset from 0
 */
record Page(int limit, int offset) {
  /** What a request for a part of an ordered list may say. */
  static final Set<String> PARAMETERS = Set.of("limit", "offset", "order_by");

  /** The same of a list that has one order. */
  static final Set<String> UNORDERED = Set.of("limit", "offset");

  private static final int USUAL = 50;

  /** Airflow's {@code maximum_page_limit}: a greater limit means this one. */
  private static final int MOST = 100;

  static Page of(ApiRequest request) throws ApiProblem {
    return new Page(Math.min(MOST, number(request, "limit", USUAL)), number(request, "offset", 0));
  }

  private static int number(ApiRequest request, String name, int usual) throws ApiProblem {
    String text = request.parameter(name).orElse(Integer.toString(usual));
    try {
      int number = Integer.parseInt(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw ApiProblem.invalid("query", name, "Input should be greater than or equal to 0", text);
  }

  /** The part, and how many there are in all. */
  <T> JsonNode of(String name, List<T> all, Function<T, JsonNode> shown) {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode items = page.putArray(name);
    all.stream().skip(offset).limit(limit).forEach(item -> items.add(shown.apply(item)));
    page.put("total_entries", all.size());
    return page;
  }
}

package io.xephang.scheduler.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The JSON object of a request, asked for by name and type. */
record Body(JsonNode json) {

  static Body of(ApiRequest request) throws ApiProblem {
    if (!request.body().isObject()) {
      throw ApiProblem.invalid("body", "", "Input should be a valid dictionary", "");
    }
    return new Body(request.body());
  }

  /**
   * Refuses what would be passed over else. A switch that is off, or a value of null, asks for
   * nothing: clients send those of all fields.
   */
  Body only(Set<String> known) throws ApiProblem {
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      JsonNode value = field.getValue();
      boolean asksForNothing = value.isNull() || (value.isBoolean() && !value.booleanValue());
      if (!known.contains(field.getKey()) && !asksForNothing) {
        throw wrong(
            field.getKey(),
            "không hỗ trợ; có / is not supported; there are " + new TreeSet<>(known));
      }
    }
    return this;
  }

  boolean has(String name) {
    return find(name).isPresent();
  }

  private Optional<JsonNode> find(String name) {
    return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
  }

  Optional<String> text(String name) throws ApiProblem {
    Optional<JsonNode> value = find(name);
    if (value.isPresent() && !value.get().isTextual()) {
      throw wrong(name, "Input should be a valid string");
    }
    return value.map(JsonNode::textValue);
  }

  Optional<Boolean> flag(String name) throws ApiProblem {
    Optional<JsonNode> value = find(name);
    if (value.isPresent() && !value.get().isBoolean()) {
      throw wrong(name, "Input should be a valid boolean");
    }
    return value.map(JsonNode::booleanValue);
  }

  Optional<Integer> number(String name) throws ApiProblem {
    Optional<JsonNode> value = find(name);
    if (value.isPresent() && !value.get().canConvertToInt()) {
      throw wrong(name, "Input should be a valid integer");
    }
    return value.map(JsonNode::intValue);
  }

  /** A moment; it has to say its offset. */
  Optional<Instant> moment(String name) throws ApiProblem {
    Optional<String> text = text(name);
    try {
      return text.map(written -> OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeException e) {
      throw wrong(name, "Input should be a valid datetime with an offset");
    }
  }

  Instant requiredMoment(String name) throws ApiProblem {
    return moment(name).orElseThrow(() -> wrong(name, "Field required"));
  }

  String requiredText(String name) throws ApiProblem {
    return text(name).orElseThrow(() -> wrong(name, "Field required"));
  }

  /** A JSON object as text; an empty one if it is missing. */
  String object(String name) throws ApiProblem {
    Optional<JsonNode> value = find(name);
    if (value.isPresent() && !value.get().isObject()) {
      throw wrong(name, "Input should be a valid dictionary");
    }
    return value.map(JsonNode::toString).orElse("{}");
  }

  List<String> texts(String name) throws ApiProblem {
    List<String> texts = new ArrayList<>();
    JsonNode list = find(name).orElse(JsonNodeFactory.instance.arrayNode());
    if (!list.isArray()) {
      throw wrong(name, "Input should be a valid list");
    }
    for (JsonNode item : list) {
      // A task of a mapped group comes as a pair; there are none here.
      if (!item.isTextual()) {
        throw wrong(name, "Input should be a list of strings");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  ApiProblem wrong(String name, String message) {
    return ApiProblem.invalid("body", name, message, json.path(name).toString());
  }
}

package io.xephang.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Parameters of a run on the command line: a JSON object. */
final class ConfText {
  private ConfText() {}

  static JsonNode parsed(String text) throws CommandFailed {
    try {
      JsonNode json =
          text == null ? JsonNodeFactory.instance.objectNode() : new ObjectMapper().readTree(text);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // Told below.
    }
    throw CommandFailed.wrongUsage(
        "--conf " + DisplayText.of(text) + ": cần / expected {\"unit\": \"H47\"}");
  }
}

package io.xephang.scheduler.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.Set;

/**
 * An answer.
 *
 * @param status as HTTP has it
 * @param allow the header of this name: the methods that the path has, if the request's is none
 */
public record ApiResponse(int status, JsonNode body, Optional<String> allow) {
  static final int OK = 200;
  private static final int METHOD_NOT_ALLOWED = 405;

  public ApiResponse(int status, JsonNode body) {
    this(status, body, Optional.empty());
  }

  /**
   * To a request whose path is known, but not with its method.
   *
   * @param methods that the path has
   */
  public static ApiResponse wrongMethod(Set<String> methods) {
    return new ApiResponse(
        METHOD_NOT_ALLOWED,
        JsonNodeFactory.instance.objectNode().put("detail", "Method Not Allowed"),
        Optional.of(String.join(", ", methods)));
  }

  static ApiResponse ok(JsonNode body) {
    return new ApiResponse(OK, body);
  }
}

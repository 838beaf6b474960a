package io.xephang.scheduler.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer.
 *
 * @param status as HTTP has it
 */
public record ApiResponse(int status, JsonNode body) {
  static final int OK = 200;

  static ApiResponse ok(JsonNode body) {
    return new ApiResponse(OK, body);
  }
}

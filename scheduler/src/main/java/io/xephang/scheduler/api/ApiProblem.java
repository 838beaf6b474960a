package io.xephang.scheduler.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xephang.scheduler.engine.OperationRefused;

/** An answer that is an error, in the shapes of Airflow's. */
final class ApiProblem extends Exception {
  private static final long serialVersionUID = 1L;

  static final int BAD_REQUEST = 400;
  static final int NOT_FOUND = 404;
  static final int CONFLICT = 409;
  static final int UNPROCESSABLE = 422;

  private final transient ApiResponse response;

  private ApiProblem(int status, JsonNode detail) {
    super(detail.toString());
    response = new ApiResponse(status, JsonNodeFactory.instance.objectNode().set("detail", detail));
  }

  static ApiProblem of(int status, String detail) {
    return new ApiProblem(status, JsonNodeFactory.instance.textNode(detail));
  }

  /**
   * A value that is wrong.
   *
   * @param place {@code query}, {@code path} or {@code body}
   */
  static ApiProblem invalid(String place, String name, String message, String found) {
    ObjectNode problem = JsonNodeFactory.instance.objectNode();
    problem.put("type", "value_error");
    problem.putArray("loc").add(place).add(name);
    problem.put("msg", message);
    problem.put("input", found);
    return new ApiProblem(UNPROCESSABLE, JsonNodeFactory.instance.arrayNode().add(problem));
  }

  static ApiProblem of(OperationRefused refused) {
    return of(
        switch (refused.kind()) {
          case NOT_FOUND -> NOT_FOUND;
          case CONFLICT -> CONFLICT;
          case INVALID -> UNPROCESSABLE;
        },
        refused.getMessage());
  }

  ApiResponse response() {
    return response;
  }
}

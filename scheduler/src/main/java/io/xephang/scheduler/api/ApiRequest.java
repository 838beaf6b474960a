package io.xephang.scheduler.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request, however it has come.
 *
 * @param method as HTTP has it
 * @param path decoded, by its parts: {@code /api/v2/dags} is {@code [api, v2, dags]}
 * @param query decoded; a name may come several times
 * @param body missing if there is none
 */
public record ApiRequest(
    String method, List<String> path, Map<String, List<String>> query, JsonNode body) {

  public ApiRequest {
    path = List.copyOf(path);
    query = Map.copyOf(query);
  }

  Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  List<String> parameters(String name) {
    return query.getOrDefault(name, List.of());
  }
}

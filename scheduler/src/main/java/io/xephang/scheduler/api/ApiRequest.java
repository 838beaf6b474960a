package io.xephang.scheduler.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
  private static final Set<String> YES = Set.of("true", "1", "yes", "on");
  private static final Set<String> NO = Set.of("false", "0", "no", "off");

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

  /**
   * A parameter that says yes or no.
   *
   * @throws ApiProblem 422 if it says neither
   */
  Optional<Boolean> flag(String name) throws ApiProblem {
    Optional<String> written = parameter(name).map(text -> text.toLowerCase(Locale.ROOT));
    if (written.isPresent() && !YES.contains(written.get()) && !NO.contains(written.get())) {
      throw ApiProblem.invalid("query", name, "Input should be a valid boolean", written.get());
    }
    return written.map(YES::contains);
  }

  /**
   * Refuses what this request does not know: an answer as if it had not been asked for would be a
   * wrong one.
   *
   * @throws ApiProblem 422, naming the parameter
   */
  void onlyParameters(Set<String> known) throws ApiProblem {
    for (Map.Entry<String, List<String>> asked : query.entrySet()) {
      if (!known.contains(asked.getKey())) {
        throw ApiProblem.invalid(
            "query",
            asked.getKey(),
            "không hỗ trợ; có / is not supported; there are " + new TreeSet<>(known),
            String.join(", ", asked.getValue()));
      }
    }
  }
}

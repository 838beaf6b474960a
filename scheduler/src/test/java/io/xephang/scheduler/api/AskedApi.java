package io.xephang.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.dag.DagFolder;
import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.engine.QuartzWorkers;
import io.xephang.scheduler.store.RunStore;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An API to a database in memory, at noon of 15/6/2026; no task runs. */
final class AskedApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  final RunStore store = RunStore.inMemory();
  final Engine engine;
  private final Api api;
  private final QuartzWorkers workers;

  AskedApi(Path folder, String dags) throws Exception {
    Files.createDirectories(folder.resolve("dags"));
    Files.writeString(folder.resolve("dags").resolve("dags.yaml"), dags);
    DagCatalog catalog = new DagFolder(folder.resolve("dags"), Map.of()).read();
    assertThat(catalog.problems()).isEmpty();
    workers = new QuartzWorkers(1, folder.resolve("logs"), Map.of(), line -> {});
    Clock clock = Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);
    engine = new Engine(store, catalog, clock, 0, workers);
    api = new Api(engine, "1", folder.resolve("logs"));
  }

  /**
   * Asks.
   *
   * @param target below {@code /api/v2}, with a query perhaps
   */
  ApiResponse get(String target) {
    return asked("GET", target, JsonNodeFactory.instance.missingNode());
  }

  ApiResponse post(String target, String body) throws Exception {
    return asked("POST", target, JSON.readTree(body));
  }

  ApiResponse patch(String target, String body) throws Exception {
    return asked("PATCH", target, JSON.readTree(body));
  }

  private ApiResponse asked(String method, String target, JsonNode body) {
    String[] parts = target.split("\\?", 2);
    Map<String, List<String>> query = new HashMap<>();
    if (parts.length > 1) {
      for (String pair : parts[1].split("&", -1)) {
        String[] named = pair.split("=", 2);
        query
            .computeIfAbsent(named[0], name -> new ArrayList<>())
            .add(URLDecoder.decode(named[1], StandardCharsets.UTF_8));
      }
    }
    return api.answer(new ApiRequest(method, path(parts[0]), query, body));
  }

  private static List<String> path(String target) {
    List<String> path = new ArrayList<>(List.of("api", "v2"));
    path.addAll(Arrays.asList(target.split("/", -1)));
    return path;
  }

  /** The values of one field of all items of a list. */
  static List<String> values(ApiResponse response, String list, String field) {
    assertThat(response.status()).as(response.body().toString()).isEqualTo(200);
    List<String> values = new ArrayList<>();
    for (JsonNode item : response.body().get(list)) {
      values.add(item.get(field).asText());
    }
    return values;
  }

  @Override
  public void close() throws Exception {
    workers.close();
    store.close();
  }
}

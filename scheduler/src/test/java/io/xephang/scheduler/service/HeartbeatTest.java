package io.xephang.scheduler.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.xephang.scheduler.api.Api;
import io.xephang.scheduler.api.ApiRequest;
import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.engine.SettableClock;
import io.xephang.scheduler.store.RunStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeartbeatTest {
  @TempDir private Path folder;

  @Test
  void aPulseThatHasStoppedIsUnhealthy() throws Exception {
    SettableClock clock = new SettableClock("2026-01-31T06:00:00Z");
    try (RunStore store = RunStore.open(folder.resolve("runs"))) {
      DagCatalog none = new DagCatalog(new TreeMap<>(), List.of());
      Engine engine = new Engine(store, none, clock, 0, new NoWorkers());
      Api api = new Api(engine, "1", folder);
      assertThat(scheduler(api).toString())
          .as("nobody has looked yet")
          .isEqualTo("{\"status\":\"unhealthy\",\"latest_scheduler_heartbeat\":null}");

      engine.tick();
      clock.set("2026-01-31T06:00:29Z");
      assertThat(scheduler(api).toString())
          .isEqualTo(
              "{\"status\":\"healthy\",\"latest_scheduler_heartbeat\":\"2026-01-31T06:00:00Z\"}");

      clock.set("2026-01-31T06:00:30Z");
      assertThat(scheduler(api).toString())
          .isEqualTo(
              "{\"status\":\"unhealthy\",\"latest_scheduler_heartbeat\":\"2026-01-31T06:00:00Z\"}");
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsUnhealthy() throws Exception {
    RunStore store = RunStore.open(folder.resolve("runs"));
    DagCatalog none = new DagCatalog(new TreeMap<>(), List.of());
    Engine engine =
        new Engine(store, none, new SettableClock("2026-01-31T06:00:00Z"), 0, new NoWorkers());
    Api api = new Api(engine, "1", folder);
    assertThat(health(api).get("metadatabase").toString()).isEqualTo("{\"status\":\"healthy\"}");
    store.close();
    assertThat(health(api).get("metadatabase").toString()).isEqualTo("{\"status\":\"unhealthy\"}");
  }

  private static JsonNode scheduler(Api api) {
    return health(api).get("scheduler");
  }

  private static JsonNode health(Api api) {
    return api.answer(
            new ApiRequest(
                "GET",
                List.of("api", "v2", "monitor", "health"),
                Map.of(),
                JsonNodeFactory.instance.missingNode()))
        .body();
  }
}

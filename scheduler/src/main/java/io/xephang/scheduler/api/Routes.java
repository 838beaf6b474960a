package io.xephang.scheduler.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.engine.OperationRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who answers which request. {@link KnownPaths} lists the same paths for those that nobody does.
 */
final class Routes {
  /** Airflow's setting {@code scheduler_health_check_threshold}. */
  private static final Duration BEATS_WITHIN = Duration.ofSeconds(30);

  private final Engine engine;
  private final String version;
  private final DagRequests dags;
  private final RunRequests runs;
  private final TaskRequests tasks;
  private final BackfillRequests backfills;

  Routes(Engine engine, String version, Path logs) {
    this.engine = engine;
    this.version = version;
    this.dags = new DagRequests(engine);
    this.runs = new RunRequests(engine);
    this.tasks = new TaskRequests(engine, logs);
    this.backfills = new BackfillRequests(engine);
  }

  /**
   * Answers; empty if there is nothing at this path for this method.
   *
   * @param below the path below {@code /api/v2}
   */
  Optional<ApiResponse> answer(ApiRequest request, List<String> below)
      throws ApiProblem, OperationRefused {
    return switch (below.get(0)) {
      case "dags" -> ofDags(request, below);
      case "backfills" -> backfills.answer(request, below);
      default -> request.method().equals("GET") ? read(request, below) : Optional.empty();
    };
  }

  private Optional<ApiResponse> read(ApiRequest request, List<String> below) throws ApiProblem {
    return switch (below.get(0)) {
      case "version" -> Optional.of(version());
      case "monitor" -> Optional.of(health());
      case "importErrors" -> dags.importErrors(request, below);
      default -> Optional.empty();
    };
  }

  private Optional<ApiResponse> ofDags(ApiRequest request, List<String> below)
      throws ApiProblem, OperationRefused {
    Optional<ApiResponse> response = dags.answer(request, below);
    if (response.isEmpty()) {
      response = runs.answer(request, below);
    }
    return response.isPresent() ? response : tasks.answer(request, below);
  }

  private ApiResponse version() {
    return ApiResponse.ok(
        JsonNodeFactory.instance.objectNode().put("version", version).putNull("git_version"));
  }

  private ApiResponse health() {
    Optional<Instant> heartbeat = engine.heartbeat();
    boolean beats =
        heartbeat.isPresent() && engine.now().isBefore(heartbeat.get().plus(BEATS_WITHIN));
    ObjectNode health = JsonNodeFactory.instance.objectNode();
    health.putObject("metadatabase").put("status", engine.storeAnswers() ? "healthy" : "unhealthy");
    health
        .putObject("scheduler")
        .put("status", beats ? "healthy" : "unhealthy")
        .put("latest_scheduler_heartbeat", heartbeat.map(Instant::toString).orElse(null));
    health.putObject("triggerer").putNull("status").putNull("latest_triggerer_heartbeat");
    health.putObject("dag_processor").putNull("status").putNull("latest_dag_processor_heartbeat");
    return ApiResponse.ok(health);
  }
}

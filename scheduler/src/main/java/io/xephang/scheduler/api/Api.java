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
import java.util.Set;

/**
 * What each request means. It knows nothing of HTTP: commands ask it in their own process when no
 * scheduler is at work.
 */
public final class Api {
  private static final String V2 = "v2";

  /** Airflow's setting {@code scheduler_health_check_threshold}. */
  private static final Duration BEATS_WITHIN = Duration.ofSeconds(30);

  private final Engine engine;
  private final String version;
  private final DagRequests dags;
  private final RunRequests runs;
  private final TaskRequests tasks;
  private final BackfillRequests backfills;

  /**
   * An API to an engine.
   *
   * @param version of the product
   * @param logs folder of the attempts' files
   */
  public Api(Engine engine, String version, Path logs) {
    this.engine = engine;
    this.version = version;
    this.dags = new DagRequests(engine);
    this.runs = new RunRequests(engine);
    this.tasks = new TaskRequests(engine, logs);
    this.backfills = new BackfillRequests(engine);
  }

  /** Answers a request; whatever is wrong with it is an answer too. */
  public ApiResponse answer(ApiRequest request) {
    try {
      return answered(request);
    } catch (ApiProblem e) {
      return e.response();
    } catch (OperationRefused e) {
      return ApiProblem.of(e).response();
    }
  }

  private ApiResponse answered(ApiRequest request) throws ApiProblem, OperationRefused {
    List<String> path = request.path();
    if (path.size() < 3 || !path.get(0).equals("api") || !path.get(1).equals(V2)) {
      throw unknown(request);
    }
    List<String> below = path.subList(2, path.size());
    Set<String> methods = KnownPaths.methods(below);
    if (methods.isEmpty()) {
      throw unknown(request);
    }
    if (!methods.contains(request.method())) {
      return ApiResponse.wrongMethod(methods);
    }
    Optional<ApiResponse> response =
        switch (below.get(0)) {
          case "version" -> Optional.of(version());
          case "monitor" -> Optional.of(health());
          case "importErrors" -> dags.importErrors(request, below);
          case "dags" -> ofDags(request, below);
          case "backfills" -> backfills.answer(request, below);
          default -> Optional.empty();
        };
    return response.orElseThrow(() -> unknown(request));
  }

  private Optional<ApiResponse> ofDags(ApiRequest request, List<String> below)
      throws ApiProblem, OperationRefused {
    Optional<ApiResponse> response = dags.answer(request, below);
    if (response.isEmpty()) {
      response = runs.answer(request, below);
    }
    return response.isPresent() ? response : tasks.answer(request, below);
  }

  private static ApiProblem unknown(ApiRequest request) {
    return ApiProblem.of(
        ApiProblem.NOT_FOUND,
        "Not Found: " + request.method() + " /" + String.join("/", request.path()));
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
    health.putObject("metadatabase").put("status", "healthy");
    health
        .putObject("scheduler")
        .put("status", beats ? "healthy" : "unhealthy")
        .put("latest_scheduler_heartbeat", heartbeat.map(Instant::toString).orElse(null));
    health.putObject("triggerer").putNull("status").putNull("latest_triggerer_heartbeat");
    health.putObject("dag_processor").putNull("status").putNull("latest_dag_processor_heartbeat");
    return ApiResponse.ok(health);
  }
}

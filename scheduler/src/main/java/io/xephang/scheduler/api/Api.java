package io.xephang.scheduler.api;

import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.engine.OperationRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What each request means. It knows nothing of HTTP: commands ask it in their own process when no
 * scheduler is at work.
 */
public final class Api {
  private static final String V2 = "v2";

  private final Routes routes;

  /**
   * An API to an engine.
   *
   * @param version of the product
   * @param logs folder of the attempts' files
   */
  public Api(Engine engine, String version, Path logs) {
    this.routes = new Routes(engine, version, logs);
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
    KnownParameters.require(request, below);
    return routes.answer(request, below).orElseThrow(() -> unknown(request));
  }

  private static ApiProblem unknown(ApiRequest request) {
    return ApiProblem.of(
        ApiProblem.NOT_FOUND,
        "Not Found: " + request.method() + " /" + String.join("/", request.path()));
  }
}

package io.xephang.scheduler.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.xephang.home.WriterLock;
import io.xephang.home.WriterLock.LockTaken;
import io.xephang.scheduler.api.Api;
import io.xephang.scheduler.api.ApiRequest;
import io.xephang.scheduler.api.ApiResponse;
import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.store.RunStore;
import io.xephang.scheduler.store.StoreUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a command asks the API: the scheduler that is at work, over HTTP, else the database itself,
 * in this process. Then nothing is run; what was ordered waits for the next scheduler.
 */
public final class SchedulerLink implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Sends a request. */
  @FunctionalInterface
  private interface Carrier {
    ApiResponse carry(ApiRequest request) throws IOException, InterruptedException;
  }

  private final Carrier carrier;
  private final boolean served;
  private final Optional<RunStore> store;
  private final Optional<WriterLock> lock;

  private SchedulerLink(
      Carrier carrier, boolean served, Optional<RunStore> store, Optional<WriterLock> lock) {
    this.carrier = carrier;
    this.served = served;
    this.store = store;
    this.lock = lock;
  }

  /**
   * The way to a scheduler.
   *
   * @throws LockTaken if no scheduler answers, but another command has the database open
   */
  public static SchedulerLink open(SchedulerSettings settings, Clock clock)
      throws IOException, LockTaken, StoreUnavailable {
    Optional<Endpoint> endpoint = Endpoint.read(settings.folder().endpoint());
    if (endpoint.isPresent()) {
      Secret secret = Secret.read(settings.folder().token());
      HttpClient http = HttpClient.newHttpClient();
      return new SchedulerLink(
          request -> overHttp(http, endpoint.get(), secret, request),
          true,
          Optional.empty(),
          Optional.empty());
    }
    Files.createDirectories(settings.folder().folder());
    WriterLock lock =
        WriterLock.take(
            settings.folder().lock(), "xephang, process " + ProcessHandle.current().pid());
    RunStore store = null;
    try {
      store = RunStore.open(settings.folder().runs());
      // Without places for tasks it starts none.
      Engine engine =
          new Engine(store, LastGoodDags.look(settings.dags(), store), clock, 0, new NoWorkers());
      Api api = new Api(engine, settings.version(), settings.folder().logs());
      return new SchedulerLink(api::answer, false, Optional.of(store), Optional.of(lock));
    } catch (IOException | StoreUnavailable | RuntimeException e) {
      if (store != null) {
        store.close();
      }
      lock.close();
      throw e;
    }
  }

  private static ApiResponse overHttp(
      HttpClient http, Endpoint endpoint, Secret secret, ApiRequest request)
      throws IOException, InterruptedException {
    HttpRequest sent =
        HttpRequest.newBuilder(uri(endpoint, request))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + secret.revealed())
            .header("Content-Type", "application/json")
            .method(
                request.method(),
                request.body().isMissingNode()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request.body())))
            .build();
    HttpResponse<byte[]> response = http.send(sent, BodyHandlers.ofByteArray());
    return new ApiResponse(response.statusCode(), JSON.readTree(response.body()));
  }

  private static URI uri(Endpoint endpoint, ApiRequest request) {
    String path =
        request.path().stream().map(SchedulerLink::encoded).collect(Collectors.joining("/"));
    String query =
        request.query().entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().stream()
                        .map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
            .collect(Collectors.joining("&"));
    String host =
        endpoint.address().contains(":") ? "[" + endpoint.address() + "]" : endpoint.address();
    return URI.create("http://" + host + ":" + endpoint.port() + "/" + path + "?" + query);
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Whether a scheduler is at work. */
  public boolean served() {
    return served;
  }

  /**
   * Asks for something.
   *
   * @param path below {@code /api/v2}
   */
  public ApiResponse get(List<String> path, Map<String, String> query)
      throws IOException, InterruptedException {
    return send("GET", path, query, JsonNodeFactory.instance.missingNode());
  }

  /**
   * Orders something.
   *
   * @param path below {@code /api/v2}
   */
  public ApiResponse send(String method, List<String> path, JsonNode body)
      throws IOException, InterruptedException {
    return send(method, path, Map.of(), body);
  }

  private ApiResponse send(
      String method, List<String> path, Map<String, String> query, JsonNode body)
      throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(List.of("api", "v2"));
    whole.addAll(path);
    Map<String, List<String>> lists =
        query.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    return carrier.carry(new ApiRequest(method, whole, lists, body));
  }

  @Override
  public void close() throws IOException {
    store.ifPresent(RunStore::close);
    if (lock.isPresent()) {
      lock.get().close();
    }
  }
}

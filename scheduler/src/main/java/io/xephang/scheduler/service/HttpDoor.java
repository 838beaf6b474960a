package io.xephang.scheduler.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.xephang.scheduler.api.Api;
import io.xephang.scheduler.api.ApiRequest;
import io.xephang.scheduler.api.ApiResponse;
import io.xephang.scheduler.store.StoreFailed;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The API over HTTP, by the server that comes with Java. */
final class HttpDoor implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Requests at work, one of which may be of a client that sends a letter a second. */
  private static final int THREADS = 16;

  /** Requests that wait for a thread; who comes after them is turned away. */
  private static final int WAITING = 50;

  private static final Duration IDLE_THREADS = Duration.ofSeconds(30);

  /** How long the server of Java lets a request, or an answer, take; then it hangs up. */
  private static final Map<String, Duration> PATIENCE =
      Map.of(
          "sun.net.httpserver.maxReqTime", Duration.ofSeconds(10),
          "sun.net.httpserver.maxRspTime", Duration.ofSeconds(60));

  private static final int LONGEST_BODY = 1 << 20;
  private static final String BEARER = "Bearer ";
  private static final int CREATED = 201;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_LARGE = 413;
  private static final int FAILED = 500;
  private static final int UNAVAILABLE = 503;

  private static final List<String> TOKEN = List.of("auth", "token");
  private static final List<String> TOKEN_OF_COMMANDS = List.of("auth", "token", "cli");

  /** As in Airflow, whether it is there and well may be asked by anybody. */
  private static final Set<List<String>> OPEN =
      Set.of(List.of("api", "v2", "version"), List.of("api", "v2", "monitor", "health"));

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final Api api;
  private final Tokens tokens;
  private final Consumer<String> told;

  private HttpDoor(HttpServer server, Api api, Tokens tokens, Consumer<String> told) {
    this.server = server;
    this.threads = threads();
    this.api = api;
    this.tokens = tokens;
    this.told = told;
  }

  private static ThreadPoolExecutor threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_THREADS.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /**
   * A door that is still closed.
   *
   * @param port 0 for any that is free
   * @throws IOException if the port is taken
   */
  static HttpDoor at(InetAddress address, int port, Api api, Tokens tokens, Consumer<String> told)
      throws IOException {
    // The server knows no other way to be told, and asks but once. Who runs it may choose others.
    PATIENCE.forEach(
        (name, most) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, Long.toString(most.toSeconds()));
          }
        });
    HttpServer server = HttpServer.create(new InetSocketAddress(address, port), WAITING);
    HttpDoor door = new HttpDoor(server, api, tokens, told);
    server.createContext("/", door::serve);
    server.setExecutor(door.threads);
    return door;
  }

  /** Lets requests in. */
  void open() {
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) {
    try (exchange) {
      ApiResponse response;
      try {
        response = answer(exchange);
      } catch (StoreFailed e) {
        told.accept(e.getMessage());
        response = problem(UNAVAILABLE, e.getMessage());
      } catch (RuntimeException e) {
        told.accept("API: " + e);
        response = problem(FAILED, "Internal Server Error");
      }
      write(exchange, response);
    } catch (IOException e) {
      // Whoever asked has gone.
    }
  }

  private ApiResponse answer(HttpExchange exchange) throws IOException {
    List<String> path = path(exchange.getRequestURI().getRawPath());
    boolean asksForToken = path.equals(TOKEN) || path.equals(TOKEN_OF_COMMANDS);
    if (!asksForToken && !OPEN.contains(path) && !known(exchange)) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
      return problem(UNAUTHORIZED, "Not authenticated");
    }
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      return problem(TOO_LARGE, "Request body is too large");
    }
    JsonNode json;
    try {
      json = body.length == 0 ? JsonNodeFactory.instance.missingNode() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return problem(BAD_REQUEST, "There was an error parsing the body");
    }
    if (asksForToken) {
      return token(exchange.getRequestMethod(), json);
    }
    return api.answer(
        new ApiRequest(
            exchange.getRequestMethod(),
            path,
            query(exchange.getRequestURI().getRawQuery()),
            json));
  }

  private ApiResponse token(String method, JsonNode body) {
    if (!method.equals("POST")) {
      return ApiResponse.wrongMethod(Set.of("POST"));
    }
    return tokens
        .buy(body.path("password").asText(""))
        .map(
            token ->
                new ApiResponse(
                    CREATED, JsonNodeFactory.instance.objectNode().put("access_token", token)))
        .orElseGet(() -> problem(UNAUTHORIZED, "Invalid credentials"));
  }

  private boolean known(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header != null
        && header.startsWith(BEARER)
        && tokens.allow(header.substring(BEARER.length()));
  }

  private static List<String> path(String raw) {
    List<String> parts = new ArrayList<>();
    for (String part : raw.split("/", -1)) {
      if (!part.isEmpty()) {
        // In a path a plus is a plus: names of runs have one.
        parts.add(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private static Map<String, List<String>> query(String raw) {
    Map<String, List<String>> query = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int split = pair.indexOf('=');
        String name = split < 0 ? pair : pair.substring(0, split);
        query
            .computeIfAbsent(
                URLDecoder.decode(name, StandardCharsets.UTF_8), key -> new ArrayList<>())
            .add(URLDecoder.decode(pair.substring(split + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static ApiResponse problem(int status, String detail) {
    return new ApiResponse(status, JsonNodeFactory.instance.objectNode().put("detail", detail));
  }

  private static void write(HttpExchange exchange, ApiResponse response) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(response.body());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    response.allow().ifPresent(methods -> exchange.getResponseHeaders().set("Allow", methods));
    exchange.sendResponseHeaders(response.status(), bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}

package io.xephang.scheduler.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xephang.home.WriterLock.LockTaken;
import io.xephang.scheduler.dag.DagFolder;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Airflow's client does not show of the API: who is let in, and the shapes of errors. */
final class SchedulerServiceTest {
  private static final String DAG =
      "%s:\n  tasks: [{task_id: only, operator: airflow.operators.empty.EmptyOperator}]\n";

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private SchedulerSettings settings;
  private SchedulerService service;

  @BeforeEach
  void start() throws Exception {
    Path dags = Files.createDirectory(folder.resolve("dags"));
    Files.writeString(dags.resolve("one.yaml"), DAG.formatted("one"));
    settings =
        new SchedulerSettings(
            new SchedulerFolder(folder.resolve("scheduler")),
            new DagFolder(dags, Map.of()),
            InetAddress.getLoopbackAddress(),
            0,
            2,
            400,
            Map.of(),
            "1");
    service = SchedulerService.start(settings, Clock.systemUTC(), line -> {});
  }

  @AfterEach
  void stop() throws Exception {
    service.close();
  }

  private HttpResponse<String> ask(String method, String path, String token, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
            .method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private String secret() throws Exception {
    return Files.readString(folder.resolve("scheduler").resolve("token"));
  }

  @Test
  void onlyWhoKnowsTheSecretIsLetIn() throws Exception {
    assertThat(ask("GET", "/api/v2/version", "", "").statusCode()).isEqualTo(200);
    assertThat(ask("GET", "/api/v2/monitor/health", "", "").body()).contains("healthy");
    for (String token : new String[] {"", "guess", secret() + "x"}) {
      HttpResponse<String> refused = ask("GET", "/api/v2/dags", token, "");
      assertThat(refused.statusCode()).as("token '%s'", token).isEqualTo(401);
      assertThat(refused.body()).isEqualTo("{\"detail\":\"Not authenticated\"}");
    }
    assertThat(ask("GET", "/api/v2/dags", secret(), "").statusCode()).isEqualTo(200);

    String login = "{\"username\": \"operator\", \"password\": \"%s\"}";
    assertThat(ask("POST", "/auth/token", "", login.formatted("guess")).statusCode())
        .isEqualTo(401);
    HttpResponse<String> bought = ask("POST", "/auth/token", "", login.formatted(secret()));
    assertThat(bought.statusCode()).isEqualTo(201);
    JsonNode token = new ObjectMapper().readTree(bought.body()).get("access_token");
    assertThat(token.textValue()).isNotEqualTo(secret());
    assertThat(ask("GET", "/api/v2/dags/one", token.textValue(), "").statusCode()).isEqualTo(200);
  }

  @Test
  void errorsHaveTheShapesOfAirflow() throws Exception {
    assertThat(ask("GET", "/api/v2/dags/two", secret(), "").body())
        .isEqualTo("{\"detail\":\"The Dag with ID: `two` was not found\"}");
    assertThat(ask("GET", "/api/v2/nothing", secret(), "").statusCode()).isEqualTo(404);
    assertThat(ask("GET", "/api/v2/dags/one/dagRuns/../../x", secret(), "").statusCode())
        .isEqualTo(404);
    assertThat(ask("POST", "/api/v2/dags/one/dagRuns", secret(), "{\"conf\"").statusCode())
        .isEqualTo(400);
    HttpResponse<String> invalid =
        ask("POST", "/api/v2/dags/one/dagRuns", secret(), "{\"logical_date\": \"today\"}");
    assertThat(invalid.statusCode()).isEqualTo(422);
    assertThat(invalid.body()).contains("\"loc\":[\"body\",\"logical_date\"]");
    assertThat(ask("PATCH", "/api/v2/dags/one", secret(), "{}").body()).contains("Field required");
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() throws Exception {
    for (String[] known :
        new String[][] {
          {"DELETE", "/api/v2/dags/one", "GET, PATCH"},
          {"PUT", "/api/v2/dags/one/dagRuns", "GET, POST"},
          {"GET", "/api/v2/dags/one/clearTaskInstances", "POST"},
          {"POST", "/api/v2/version", "GET"},
          {"GET", "/auth/token", "POST"}
        }) {
      HttpResponse<String> refused = ask(known[0], known[1], secret(), "");
      assertThat(refused.statusCode()).as(known[1]).isEqualTo(405);
      assertThat(refused.body()).isEqualTo("{\"detail\":\"Method Not Allowed\"}");
      assertThat(refused.headers().firstValue("Allow")).contains(known[2]);
    }
    assertThat(ask("DELETE", "/api/v2/nothing", secret(), "").statusCode()).isEqualTo(404);
    assertThat(ask("GET", "/api/v2/monitor/x", secret(), "").statusCode()).isEqualTo(404);
  }

  @Test
  void aHomeHasOneScheduler() {
    assertThatThrownBy(() -> SchedulerService.start(settings, Clock.systemUTC(), line -> {}))
        .isInstanceOf(LockTaken.class)
        .hasMessageContaining("xephang scheduler, process");
  }

  /** Nothing stops, also over a restart, and everybody is told. */
  @Test
  void aBadEditLeavesTheDagAtWork() throws Exception {
    assertThat(ask("PATCH", "/api/v2/dags/one", secret(), "{\"is_paused\": false}").statusCode())
        .isEqualTo(200);
    service.close();
    Files.writeString(folder.resolve("dags").resolve("one.yaml"), "one: {tasks: [\n");
    service = SchedulerService.start(settings, Clock.systemUTC(), told::add);

    assertThat(ask("GET", "/api/v2/dags/one", secret(), "").body())
        .contains("\"has_import_errors\":true");
    assertThat(ask("GET", "/api/v2/dags?has_import_errors=true", secret(), "").body())
        .contains("\"total_entries\":1");
    assertThat(ask("GET", "/api/v2/importErrors", secret(), "").body())
        .contains("the version before goes on: one");
    ask("POST", "/api/v2/dags/one/dagRuns", secret(), "{\"dag_run_id\": \"mine\"}");
    await(
        () ->
            ask("GET", "/api/v2/dags/one/dagRuns/mine", secret(), "")
                .body()
                .contains("\"state\":\"success\""));
    await(() -> told.stream().anyMatch(line -> line.contains("dag file is wrong: one.yaml")));
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    for (int i = 0; i < 200; i++) {
      if (condition.call()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("it does not come true");
  }

  @Test
  void aChangedFileIsReadAgain() throws Exception {
    Files.writeString(folder.resolve("dags").resolve("two.yaml"), DAG.formatted("two"));
    await(() -> ask("GET", "/api/v2/dags/two", secret(), "").statusCode() == 200);
  }
}

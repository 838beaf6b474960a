package io.xephang.scheduler.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.dag.DagFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is answered before the scheduler has recovered. */
final class FirstRequestTest {
  @TempDir private Path folder;

  private final List<String> answersDuringRecovery = new CopyOnWriteArrayList<>();

  @Test
  void waitsForTheRecovery() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Files.createDirectories(folder.resolve("dags"));
    SchedulerSettings settings =
        new SchedulerSettings(
            new SchedulerFolder(folder.resolve("scheduler")),
            new DagFolder(folder.resolve("dags"), Map.of()),
            InetAddress.getLoopbackAddress(),
            port,
            1,
            SchedulerSettings.USUAL_KEPT_DAYS,
            Map.of(),
            "1");
    try (SchedulerService service =
        SchedulerService.start(settings, new AskingClock(port), line -> {})) {
      assertThat(service.port()).isEqualTo(port);
      assertThat(answersDuringRecovery).containsExactly("none, and no endpoint");
      assertThat(ask(port)).isEqualTo("200");
    }
  }

  private String ask(int port) {
    try {
      return Integer.toString(
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v2/version"))
                      .timeout(Duration.ofSeconds(2))
                      .build(),
                  BodyHandlers.ofString())
              .statusCode());
    } catch (IOException e) {
      return "none";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whoever recovers asks what time it is: then it asks the API. */
  private final class AskingClock extends Clock {
    private final int port;

    AskingClock(int port) {
      this.port = port;
    }

    @Override
    public Instant instant() {
      boolean recovering =
          StackWalker.getInstance()
              .walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals("recover")));
      if (recovering && answersDuringRecovery.isEmpty()) {
        boolean endpoint = Files.exists(folder.resolve("scheduler").resolve("endpoint.json"));
        answersDuringRecovery.add(ask(port) + (endpoint ? "" : ", and no endpoint"));
      }
      return Instant.parse("2026-06-15T12:00:00Z");
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}

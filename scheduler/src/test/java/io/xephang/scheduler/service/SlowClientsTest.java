package io.xephang.scheduler.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that never end their requests. In a process of its own: Java reads the limits of its HTTP
 * server once, and another test may have been first.
 */
final class SlowClientsTest {
  @TempDir private Path folder;

  @Test
  void keepNobodyWaitingAndAreLetGo() throws Exception {
    Files.createDirectories(folder.resolve("dags"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServiceProcess.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    List<Socket> slow = new ArrayList<>();
    try {
      int port = port(process);
      for (int i = 0; i < 12; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        slow.add(socket);
        socket.getOutputStream().write("POST /auth/token HTTP/1.1\r\nHo".getBytes(US_ASCII));
      }
      HttpRequest version =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v2/version"))
              .timeout(Duration.ofSeconds(5))
              .build();
      assertThat(HttpClient.newHttpClient().send(version, BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
      for (Socket socket : slow) {
        socket.setSoTimeout(60_000);
        assertThat(socket.getInputStream().read()).as("the server hangs up").isEqualTo(-1);
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
      process.destroyForcibly().waitFor();
    }
  }

  private int port(Process process) throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    Optional<Endpoint> endpoint = Optional.empty();
    while (endpoint.isEmpty()) {
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("output"))).isTrue();
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(50);
      endpoint = Endpoint.read(folder.resolve("scheduler").resolve("endpoint.json"));
    }
    return endpoint.get().port();
  }
}

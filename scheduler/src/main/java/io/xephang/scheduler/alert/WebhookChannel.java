package io.xephang.scheduler.alert;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A POST of JSON: {@code text}, which chat servers show, and {@code subject}.
 *
 * @param address may hold a secret and is never printed
 */
record WebhookChannel(URI address) implements AlertChannel {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int NOT_OK = 300;

  @Override
  public void send(String subject, String text) throws AlertFailed {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("text", subject + "\n" + text)
            .put("subject", subject)
            .toString();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<Void> response =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(request, BodyHandlers.discarding());
      if (response.statusCode() < OK || response.statusCode() >= NOT_OK) {
        throw new AlertFailed("webhook, " + address.getHost() + ": HTTP " + response.statusCode());
      }
    } catch (IOException e) {
      throw new AlertFailed("webhook, " + address.getHost() + ": " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AlertFailed("webhook: interrupted");
    }
  }

  @Override
  public String toString() {
    return address.getHost();
  }
}

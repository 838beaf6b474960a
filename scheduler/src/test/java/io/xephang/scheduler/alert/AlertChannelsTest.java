package io.xephang.scheduler.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class AlertChannelsTest {
  private final List<String> problems = new ArrayList<>();

  @Test
  void mailReachesAServerThatAsksForALogin() throws Exception {
    GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    server.setUser("xephang@example.vn", "xephang", "secret of mail");
    server.start();
    try {
      Map<String, String> environment = mail(server.getSmtp().getPort());
      assertThat(
              channels(environment)
                  .send("[xephang] hỏng / failed", "Đà Nẵng: mã thoát 3\n", problems::add))
          .isTrue();
      MimeMessage message = server.getReceivedMessages()[0];
      assertThat(message.getSubject()).isEqualTo("[xephang] hỏng / failed");
      assertThat(message.getContent().toString().strip()).isEqualTo("Đà Nẵng: mã thoát 3");
      assertThat(message.getAllRecipients())
          .extracting(Object::toString)
          .containsExactly("a@example.vn", "b@example.vn");

      environment.put("XEPHANG_SMTP_SECURITY", "starttls");
      assertThat(channels(environment).send("x", "y", problems::add)).isFalse();
      assertThat(problems).singleElement().asString().contains("alert not sent: e-mail, localhost");
      assertThat(problems.toString()).doesNotContain("secret of mail");
    } finally {
      server.stop();
    }
  }

  private static AlertChannels channels(Map<String, String> environment) {
    return AlertChannels.of(environment, Clock.systemUTC());
  }

  private static Map<String, String> mail(int port) {
    return new TreeMap<>(
        Map.of(
            "XEPHANG_ALERT_MAIL_TO", "a@example.vn, b@example.vn",
            "XEPHANG_ALERT_MAIL_FROM", "xephang@example.vn",
            "XEPHANG_SMTP_HOST", "localhost",
            "XEPHANG_SMTP_PORT", Integer.toString(port),
            "XEPHANG_SMTP_SECURITY", "none",
            "XEPHANG_SMTP_USER", "xephang",
            "XEPHANG_SMTP_PASSWORD", "secret of mail"));
  }

  @Test
  void aWebhookGetsJsonAndItsAddressIsNeverSaid() throws Exception {
    List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    server.createContext(
        "/hooks/s3cret",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(bodies.size() == 1 ? 204 : 500, -1);
          exchange.close();
        });
    server.start();
    try {
      AlertChannels channels =
          channels(
              Map.of(
                  "XEPHANG_ALERT_WEBHOOK",
                  "http://localhost:" + server.getAddress().getPort() + "/hooks/s3cret"));
      assertThat(channels.send("hỏng", "vì sao", problems::add)).isTrue();
      assertThat(bodies).containsExactly("{\"text\":\"hỏng\\nvì sao\",\"subject\":\"hỏng\"}");
      assertThat(channels.send("hỏng", "vì sao", problems::add)).isFalse();
      assertThat(problems)
          .containsExactly(
              "cảnh báo không gửi được / alert not sent: webhook, localhost: HTTP 500");
      assertThat(channels.toString()).doesNotContain("s3cret");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void settingsThatAreWrongAreNamedWithoutSecrets() {
    assertThat(channels(Map.of()).channels()).isEmpty();
    assertThatThrownBy(() -> channels(Map.of("XEPHANG_ALERT_WEBHOOK", "chat?key=s3cret")))
        .hasMessageStartingWith("XEPHANG_ALERT_WEBHOOK: ")
        .hasMessageNotContaining("s3cret");
    for (String missing :
        List.of("XEPHANG_SMTP_HOST", "XEPHANG_ALERT_MAIL_FROM", "XEPHANG_SMTP_PASSWORD")) {
      Map<String, String> environment = mail(25);
      environment.remove(missing);
      assertThatThrownBy(() -> channels(environment)).hasMessageStartingWith(missing);
    }
    Map<String, String> port = mail(25);
    port.put("XEPHANG_SMTP_PORT", "smtp");
    assertThatThrownBy(() -> channels(port)).hasMessageStartingWith("XEPHANG_SMTP_PORT");
    Map<String, String> security = mail(25);
    security.put("XEPHANG_SMTP_SECURITY", "ssl");
    assertThatThrownBy(() -> channels(security))
        .hasMessage("XEPHANG_SMTP_SECURITY 'ssl': cần / expected starttls, tls, none");
  }
}

package io.xephang.scheduler.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.xephang.scheduler.dag.DagFolder;
import io.xephang.scheduler.engine.PauseState;
import io.xephang.scheduler.engine.SettableClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that was not made since no scheduler was at work: people hear of it when one is. */
final class LateReportTest {
  private static final String DAG =
      """
      monthly_report:
        schedule: "0 6 17 * *"
        start_date: 2026-01-01
        timezone: Asia/Ho_Chi_Minh
        dagrun_timeout: {__type__: datetime.timedelta, hours: 18}
        tasks: [{task_id: only, operator: airflow.providers.standard.operators.empty.EmptyOperator}]
      """;

  private final SettableClock clock = new SettableClock("2026-05-17T01:00:00Z");
  private final List<String> posted = new CopyOnWriteArrayList<>();

  @TempDir private Path folder;

  @Test
  void reachesPeopleByWebhookAndMail() throws Exception {
    GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    mail.start();
    HttpServer hook =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    hook.createContext(
        "/",
        exchange -> {
          posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    hook.start();
    Files.createDirectories(folder.resolve("dags"));
    Files.writeString(folder.resolve("dags").resolve("monthly.yaml"), DAG);
    Map<String, String> environment =
        new TreeMap<>(
            Map.of(
                "XEPHANG_ALERT_WEBHOOK", "http://localhost:" + hook.getAddress().getPort() + "/",
                "XEPHANG_ALERT_MAIL_TO", "van-hanh@example.vn",
                "XEPHANG_ALERT_MAIL_FROM", "xephang@example.vn",
                "XEPHANG_SMTP_HOST", "localhost",
                "XEPHANG_SMTP_PORT", Integer.toString(mail.getSmtp().getPort()),
                "XEPHANG_SMTP_SECURITY", "none"));
    SchedulerSettings settings =
        new SchedulerSettings(
            new SchedulerFolder(folder.resolve("scheduler")),
            new DagFolder(folder.resolve("dags"), Map.of()),
            InetAddress.getLoopbackAddress(),
            0,
            1,
            400,
            environment,
            "1");
    try {
      try (SchedulerService may = SchedulerService.start(settings, clock, line -> {})) {
        may.engine().pause("monthly_report", PauseState.ACTIVE);
      }
      clock.set("2026-06-18T01:00:00Z");
      try (SchedulerService june = SchedulerService.start(settings, clock, line -> {})) {
        assertThat(june.port()).isPositive();
        assertThat(mail.waitForIncomingEmail(60_000, 1)).as("a mail comes").isTrue();
      }
      assertThat(mail.getReceivedMessages()[0].getSubject())
          .isEqualTo("[xephang] chưa xong đúng hạn / not ready in time: monthly_report");
      assertThat(mail.getReceivedMessages()[0].getContent().toString())
          .contains("Deadline: 2026-06-18T00:00")
          .contains("no scheduler was at work");
      assertThat(posted).singleElement().asString().contains("not ready in time: monthly_report");
    } finally {
      hook.stop(0);
      mail.stop();
    }
  }
}

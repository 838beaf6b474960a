package io.xephang.cli;

import io.xephang.cli.status.DeploymentStatus;
import io.xephang.home.ExitCode;
import io.xephang.scheduler.alert.AlertChannels;
import io.xephang.warehouse.FeedCoverage;
import io.xephang.warehouse.FeedCoverage.LateUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code xephang alert}: tells people who has not delivered, by e-mail and webhook. */
@Command(
    name = "alert",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Gửi cảnh báo qua thư và webhook: đơn vị gửi trễ, hoặc một thư thử.",
      "Send an alert by e-mail and webhook: units that are late, or a trial."
    },
    footer = {
      "",
      "Biến môi trường / Environment: XEPHANG_ALERT_WEBHOOK, XEPHANG_ALERT_MAIL_TO,",
      "  XEPHANG_ALERT_MAIL_FROM, XEPHANG_SMTP_HOST, XEPHANG_SMTP_PORT (587),",
      "  XEPHANG_SMTP_SECURITY (starttls|tls|none), XEPHANG_SMTP_USER, XEPHANG_SMTP_PASSWORD",
      "",
      "Ví dụ / Example: xephang alert late-feeds"
    })
final class AlertCommand implements Callable<Integer> {
  private static final int MOST_NAMED = 20;

  private final CommandContext context;

  /** What to tell. */
  enum Subject {
    LATE_FEEDS("late-feeds"),
    TRIAL("trial");

    private final String id;

    Subject(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  @Parameters(
      paramLabel = "late-feeds|trial",
      description = {
        "late-feeds: ai gửi trễ theo công bố hiện tại; trial: thử các kênh.",
        "late-feeds: who is late as of the publication; trial: try the channels."
      })
  private Subject subject;

  AlertCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    String text = subject == Subject.TRIAL ? "Thử / A trial.\n" : lateFeeds();
    if (text.isEmpty()) {
      context.err().println("Không ai gửi trễ / Nobody is late");
      return ExitCode.DONE;
    }
    context.out().print(text);
    AlertChannels channels = channels(System.getenv());
    if (channels.channels().isEmpty()) {
      context.err().println("Chưa đặt kênh cảnh báo nào / No channel is set: xephang alert --help");
      return ExitCode.DONE;
    }
    String title =
        subject == Subject.TRIAL
            ? "[xephang] thử / trial"
            : "[xephang] gửi trễ / feeds that are late";
    if (!channels.send(title, text, context.err()::println)) {
      throw CommandFailed.failed("không kênh nào gửi được / it got through by no channel");
    }
    return ExitCode.DONE;
  }

  private AlertChannels channels(Map<String, String> environment) throws CommandFailed {
    try {
      return AlertChannels.of(environment, context.clock());
    } catch (IllegalArgumentException e) {
      throw CommandFailed.wrongUsage(e.getMessage());
    }
  }

  private String lateFeeds() throws Exception {
    StringBuilder text = new StringBuilder();
    for (FeedCoverage feed : DeploymentStatus.of(context.home()).coverage()) {
      if (!feed.late().isEmpty()) {
        text.append(feed.feed())
            .append(": ")
            .append(feed.late().size())
            .append(" đơn vị gửi trễ / units are late\n");
        feed.late().stream().limit(MOST_NAMED).map(AlertCommand::line).forEach(text::append);
        if (feed.late().size() > MOST_NAMED) {
          text.append("  …\n");
        }
      }
    }
    if (!text.isEmpty()) {
      text.append("\nTất cả / All:\n  xephang sql \"FROM coverage WHERE late\"\n");
    }
    return text.toString();
  }

  private static String line(LateUnit unit) {
    return "  "
        + unit.unitCode()
        + " "
        + unit.unitName()
        + (unit.expectedBy() == null ? "" : ", hạn / due " + unit.expectedBy())
        + (unit.lastDate() == null
            ? ", chưa bao giờ gửi / never delivered"
            : ", lần cuối / last " + unit.lastDate())
        + "\n";
  }
}

package io.xephang.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.cli.schedule.ShownTime;
import io.xephang.home.ExitCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang dags backfill}. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Chạy bù các lần đã qua của lịch, mỗi thời điểm đúng một lần.",
      "Run what the schedule had in the past, every date once."
    },
    footer = {
      "",
      "Ví dụ / Example: xephang dags backfill nightly --from-date 2026-06-01 --to-date 2026-06-30 --dry-run"
    })
final class DagsBackfillCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "DAG", description = "Tên dag. / Id of the dag.")
  private String dagId;

  @Option(
      names = "--from-date",
      required = true,
      paramLabel = "TIME",
      converter = ShownTime.class,
      description = "Từ, kể cả. / From, included.")
  private Instant from;

  @Option(
      names = "--to-date",
      required = true,
      paramLabel = "TIME",
      converter = ShownTime.class,
      description = "Đến, kể cả. / To, included.")
  private Instant to;

  @Option(
      names = "--reprocess-behavior",
      paramLabel = "none|failed|completed",
      defaultValue = "none",
      description =
          "Lần đã có nào chạy lại. / Which runs that are there are made anew. (${DEFAULT-VALUE})")
  private String reprocess;

  @Option(
      names = "--max-active-runs",
      paramLabel = "N",
      defaultValue = "10",
      description = "Bao nhiêu lần cùng lúc. / How many at once. (${DEFAULT-VALUE})")
  private int maxActiveRuns;

  @Option(names = "--run-backwards", description = "Mới nhất trước. / Latest first.")
  private boolean backwards;

  @Option(
      names = "--dag-run-conf",
      paramLabel = "JSON",
      description = "Tham số của các lần chạy. / Parameters of the runs.")
  private String conf;

  @Option(
      names = "--dry-run",
      description = "Chỉ nói, không làm. / Say what would run, and do nothing.")
  private boolean dryRun;

  DagsBackfillCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("dag_id", dagId);
    body.put("from_date", from.toString());
    body.put("to_date", to.toString());
    body.put("run_backwards", backwards);
    body.put("reprocess_behavior", reprocess);
    body.put("max_active_runs", maxActiveRuns);
    body.set("dag_run_conf", ConfText.parsed(conf));
    try (SchedulerAccess scheduler = SchedulerAccess.open(context)) {
      if (dryRun) {
        JsonNode plan = scheduler.send("POST", List.of("backfills", "dry_run"), body);
        for (JsonNode entry : plan.path("backfills")) {
          String left = entry.path("left_since").asText("");
          context
              .out()
              .println(
                  ShownTime.words(entry.path("logical_date"))
                      + (entry.path("left_since").isNull()
                          ? "  chạy / runs"
                          : "  giữ nguyên / left: " + left));
        }
        return ExitCode.DONE;
      }
      JsonNode backfill = scheduler.send("POST", List.of("backfills"), body);
      context.out().println(backfill.path("id").asText());
      if (scheduler.get(List.of("dags", dagId), Map.of()).path("is_paused").booleanValue()) {
        context
            .err()
            .println(
                "Dag đang tạm dừng; các lần chạy đợi đến khi / The dag is paused; its runs wait"
                    + " for: xephang dags unpause "
                    + dagId);
      }
      scheduler.sayIfNobodyIsAtWork();
      return ExitCode.DONE;
    }
  }
}

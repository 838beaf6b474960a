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

/** {@code xephang dags trigger}: starts a run by hand. */
@Command(
    name = "trigger",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {"Chạy một dag ngay.", "Run a dag now."},
    footer = {
      "",
      "Ví dụ / Example: xephang dags trigger nightly --logical-date 2026-06-30T01:30:00"
    })
final class DagsTriggerCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "DAG", description = "Tên dag. / Id of the dag.")
  private String dagId;

  @Option(
      names = {"-l", "--logical-date"},
      paramLabel = "TIME",
      converter = ShownTime.class,
      description = {
        "Thời điểm mà lần chạy nói về; không có thì mẫu không dùng được ds, data_interval_end….",
        "The moment that the run is about; without it templates have no ds, data_interval_end …."
      })
  private Instant logicalDate;

  @Option(
      names = {"-r", "--run-id"},
      description = "Tên lần chạy. / Name of the run.")
  private String runId;

  @Option(
      names = {"-c", "--conf"},
      paramLabel = "JSON",
      description = "Tham số riêng cho lần này. / Parameters of this run.")
  private String conf;

  @Option(names = "--note", description = "Ghi chú. / A note.")
  private String note;

  DagsTriggerCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (SchedulerAccess scheduler = SchedulerAccess.open(context)) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("logical_date", logicalDate == null ? null : logicalDate.toString());
      body.put("dag_run_id", runId);
      body.put("note", note);
      body.set("conf", ConfText.parsed(conf));
      JsonNode run = scheduler.send("POST", List.of("dags", dagId, "dagRuns"), body);
      context.out().println(run.path("dag_run_id").textValue());
      JsonNode dag = scheduler.get(List.of("dags", dagId), Map.of());
      if (dag.path("is_paused").booleanValue()) {
        context
            .err()
            .println(
                "Dag đang tạm dừng; lần chạy đợi đến khi / The dag is paused; the run waits for:"
                    + " xephang dags unpause "
                    + dagId);
      }
      scheduler.sayIfNobodyIsAtWork();
      return ExitCode.DONE;
    }
  }
}

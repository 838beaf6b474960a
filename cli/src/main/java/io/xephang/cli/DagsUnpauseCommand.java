package io.xephang.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.cli.schedule.ShownTime;
import io.xephang.home.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang dags unpause}. */
@Command(
    name = "unpause",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Cho một dag chạy theo lịch; nói trước những gì sẽ chạy ngay.",
      "Let a dag run by its schedule; says first what will run at once."
    },
    footer = {"", "Ví dụ / Example: xephang dags unpause nightly --dry-run"})
final class DagsUnpauseCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "DAG", description = "Tên dag. / Id of the dag.")
  private String dagId;

  @Option(
      names = "--dry-run",
      description = "Chỉ nói, không làm. / Say what would run, and do nothing.")
  private boolean dryRun;

  DagsUnpauseCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (SchedulerAccess scheduler = SchedulerAccess.open(context)) {
      JsonNode due = scheduler.get(List.of("dags", dagId, "dueRuns"), Map.of()).path("due_runs");
      context
          .out()
          .println(
              due.isEmpty()
                  ? "Không có gì chạy ngay / Nothing runs at once"
                  : "Chạy ngay / Runs at once: " + due.size());
      for (JsonNode run : due) {
        context
            .out()
            .println(
                "  "
                    + ShownTime.words(run.path("run_after"))
                    + "  "
                    + run.path("dag_run_id").textValue());
      }
      context.out().flush();
      if (dryRun) {
        return ExitCode.DONE;
      }
      ObjectNode body = JsonNodeFactory.instance.objectNode().put("is_paused", false);
      JsonNode dag = scheduler.send("PATCH", List.of("dags", dagId), body);
      context
          .err()
          .println(
              "Đã cho chạy / Unpaused: "
                  + dagId
                  + "; lần theo lịch tới / next scheduled run: "
                  + ShownTime.words(dag.path("next_dagrun_run_after")));
      scheduler.sayIfNobodyIsAtWork();
      return ExitCode.DONE;
    }
  }
}

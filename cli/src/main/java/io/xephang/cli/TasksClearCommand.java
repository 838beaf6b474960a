package io.xephang.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.cli.schedule.ShownTime;
import io.xephang.home.ExitCode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang tasks clear}. */
@Command(
    name = "clear",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Cho tác vụ chạy lại; các lần thử trước vẫn giữ.",
      "Have tasks run again; earlier tries are kept."
    },
    footer = {"", "Ví dụ / Example: xephang tasks clear nightly --run-id RUN_ID --only-failed"})
final class TasksClearCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "DAG", description = "Tên dag. / Id of the dag.")
  private String dagId;

  @Option(names = "--run-id", description = "Chỉ lần chạy này. / Only this run.")
  private String runId;

  @Option(
      names = {"-s", "--start-date"},
      paramLabel = "TIME",
      converter = ShownTime.class,
      description = "Các lần chạy từ. / Runs from.")
  private Instant from;

  @Option(
      names = {"-e", "--end-date"},
      paramLabel = "TIME",
      converter = ShownTime.class,
      description = "Các lần chạy đến. / Runs until.")
  private Instant to;

  @Option(
      names = {"-t", "--task-id"},
      paramLabel = "TASK",
      description = "Chỉ tác vụ này; dùng nhiều lần được. / Only this task; may be repeated.")
  private List<String> tasks = List.of();

  @Option(
      names = {"-u", "--upstream"},
      description = "Cả các tác vụ trước. / Also those before.")
  private boolean upstream;

  @Option(
      names = {"-d", "--downstream"},
      description = "Cả các tác vụ sau. / Also those after.")
  private boolean downstream;

  @Option(
      names = {"-f", "--only-failed"},
      description = "Chỉ những gì hỏng. / Only what has failed.")
  private boolean onlyFailed;

  @Option(
      names = "--dry-run",
      description = "Chỉ nói, không làm. / Say what would run, and do nothing.")
  private boolean dryRun;

  TasksClearCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (runId == null && from == null && to == null) {
      throw CommandFailed.wrongUsage(
          "cần / expected --run-id, --start-date, --end-date: lần chạy nào / which runs");
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("dry_run", dryRun);
    body.put("dag_run_id", runId);
    body.put("start_date", from == null ? null : from.toString());
    body.put("end_date", to == null ? null : to.toString());
    body.put("include_upstream", upstream);
    body.put("include_downstream", downstream);
    body.put("only_failed", onlyFailed);
    if (!tasks.isEmpty()) {
      tasks.forEach(body.putArray("task_ids")::add);
    }
    try (SchedulerAccess scheduler = SchedulerAccess.open(context)) {
      JsonNode cleared =
          scheduler
              .send("POST", List.of("dags", dagId, "clearTaskInstances"), body)
              .path("task_instances");
      for (JsonNode task : cleared) {
        context
            .out()
            .println(
                task.path("dag_run_id").textValue()
                    + " "
                    + task.path("task_id").textValue()
                    + " "
                    + task.path("state").asText());
      }
      context
          .err()
          .println(
              (dryRun ? "Sẽ chạy lại / Would run again: " : "Chạy lại / Run again: ")
                  + cleared.size());
      if (!dryRun) {
        scheduler.sayIfNobodyIsAtWork();
      }
      return ExitCode.DONE;
    }
  }
}

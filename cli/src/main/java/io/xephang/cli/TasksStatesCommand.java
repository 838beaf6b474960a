package io.xephang.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.cli.schedule.ShownTime;
import io.xephang.home.ExitCode;
import io.xephang.warehouse.ResultColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code xephang tasks states}: of one run. */
@Command(
    name = "states",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {"Trạng thái các tác vụ của một lần chạy.", "How the tasks of a run stand."},
    footer = {"", "Ví dụ / Example: xephang tasks states nightly"})
final class TasksStatesCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "DAG", description = "Tên dag. / Id of the dag.")
  private String dagId;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RUN_ID",
      description = "Lần chạy; không ghi là lần mới nhất. / The run; the latest if it is missing.")
  private String runId;

  @Mixin private RowListing listing;

  private static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn("task_id", "VARCHAR"),
          new ResultColumn("state", "VARCHAR"),
          new ResultColumn("try_number", "BIGINT"),
          new ResultColumn("last_try", "BIGINT"),
          new ResultColumn("start_date", "TIMESTAMP WITH TIME ZONE"),
          new ResultColumn("end_date", "TIMESTAMP WITH TIME ZONE"));

  TasksStatesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (SchedulerAccess scheduler = SchedulerAccess.open(context)) {
      String run = KnownRun.of(scheduler, dagId, runId);
      JsonNode tasks =
          EveryPage.of(
              scheduler,
              List.of("dags", dagId, "dagRuns", run, "taskInstances"),
              Map.of(),
              "task_instances");
      context.err().println(run);
      listing.write(
          context,
          COLUMNS,
          tasks,
          task ->
              Arrays.asList(
                  task.path("task_id").textValue(),
                  task.path("state").textValue(),
                  task.path("try_number").asLong(),
                  task.path("max_tries").asLong() + 1,
                  ShownTime.of(task.path("start_date")),
                  ShownTime.of(task.path("end_date"))));
      return ExitCode.DONE;
    }
  }
}

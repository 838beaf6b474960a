package io.xephang.cli;

import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.home.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code xephang tasks list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Liệt kê các tác vụ của một dag, theo thứ tự chạy.",
      "List the tasks of a dag, in the order in which they run."
    },
    footer = {"", "Ví dụ / Example: xephang tasks list nightly"})
final class TasksListCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "DAG", description = "Tên dag. / Id of the dag.")
  private String dagId;

  TasksListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (SchedulerAccess scheduler = SchedulerAccess.open(context)) {
      scheduler
          .get(List.of("dags", dagId, "tasks"), Map.of())
          .path("tasks")
          .forEach(task -> context.out().println(task.path("task_id").textValue()));
      return ExitCode.DONE;
    }
  }
}

package io.xephang.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.home.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code xephang dags pause}. */
@Command(
    name = "pause",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Tạm dừng một dag: việc đang chạy chạy nốt, không có lần chạy mới.",
      "Pause a dag: tasks at work end, and no run begins."
    },
    footer = {"", "Ví dụ / Example: xephang dags pause nightly"})
final class DagsPauseCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "DAG", description = "Tên dag. / Id of the dag.")
  private String dagId;

  DagsPauseCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (SchedulerAccess scheduler = SchedulerAccess.open(context)) {
      ObjectNode body = JsonNodeFactory.instance.objectNode().put("is_paused", true);
      scheduler.send("PATCH", List.of("dags", dagId), body);
      context.err().println("Đã tạm dừng / Paused: " + dagId);
      return ExitCode.DONE;
    }
  }
}

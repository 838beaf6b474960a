package io.xephang.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.cli.schedule.ShownTime;
import io.xephang.cli.schedule.TaskGraph;
import io.xephang.home.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code xephang dags show}: a dag and its graph. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Xem một dag: lịch, lần chạy tới, và các tác vụ nối nhau thế nào.",
      "Show a dag: schedule, next run, and how its tasks follow each other."
    },
    footer = {"", "Ví dụ / Example: xephang dags show nightly"})
final class DagsShowCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "DAG", description = "Tên dag. / Id of the dag.")
  private String dagId;

  DagsShowCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (SchedulerAccess scheduler = SchedulerAccess.open(context)) {
      JsonNode dag = scheduler.get(List.of("dags", dagId, "details"), Map.of());
      JsonNode tasks = scheduler.get(List.of("dags", dagId, "tasks"), Map.of()).path("tasks");
      line("dag_id", dag.path("dag_id").asText());
      line("mô tả / description", dag.path("description").asText(""));
      line("lịch / schedule", dag.path("timetable_summary").asText());
      line("múi giờ / timezone", dag.path("timezone").asText());
      line("chạy bù / catchup", dag.path("catchup").asText());
      line("tạm dừng / paused", dag.path("is_paused").asText());
      line("lần tới / next run", ShownTime.words(dag.path("next_dagrun_run_after")));
      PausedDag.note(dag).ifPresent(context.err()::println);
      context.out().println();
      new TaskGraph(tasks).lines().forEach(context.out()::println);
      return ExitCode.DONE;
    }
  }

  private void line(String name, String value) {
    context.out().println(name + ": " + DisplayText.of(value));
  }
}

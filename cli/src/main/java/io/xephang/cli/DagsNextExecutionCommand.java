package io.xephang.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.cli.schedule.ShownTime;
import io.xephang.home.ExitCode;
import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.plan.DataInterval;
import io.xephang.scheduler.plan.PlannedRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang dags next-execution}. */
@Command(
    name = "next-execution",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {"Các lần chạy tới theo lịch.", "The next runs of the schedule."},
    footer = {"", "Ví dụ / Example: xephang dags next-execution nightly -n 5"})
final class DagsNextExecutionCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "DAG", description = "Tên dag. / Id of the dag.")
  private String dagId;

  @Option(
      names = {"-n", "--num-executions"},
      paramLabel = "N",
      defaultValue = "1",
      description = "Bao nhiêu lần. / How many. (${DEFAULT-VALUE})")
  private int count;

  DagsNextExecutionCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Dag dag = KnownDag.of(context, dagId);
    Optional<DataInterval> last = Optional.empty();
    try (SchedulerAccess scheduler = SchedulerAccess.open(context)) {
      JsonNode next = scheduler.get(List.of("dags", dagId), Map.of());
      PausedDag.note(next).ifPresent(context.err()::println);
      if (next.path("next_dagrun_run_after").isTextual()) {
        last =
            Optional.of(
                new DataInterval(
                    Instant.parse(next.path("next_dagrun_data_interval_start").textValue()),
                    Instant.parse(next.path("next_dagrun_data_interval_end").textValue())));
        print(Instant.parse(next.path("next_dagrun_run_after").textValue()), last.get().start());
      } else {
        context.err().println("Không có lần nào nữa / There is none any more");
      }
    }
    for (int i = 1; i < count && last.isPresent(); i++) {
      Optional<PlannedRun> run =
          dag.timetable().next(last, dag.bounds(), context.clock().instant());
      run.ifPresent(planned -> print(planned.runAfter(), planned.logicalDate()));
      last = run.map(PlannedRun::interval);
    }
    return ExitCode.DONE;
  }

  private void print(Instant runAfter, Instant logicalDate) {
    context
        .out()
        .println(
            ShownTime.words(JsonNodeFactory.instance.textNode(runAfter.toString()))
                + "  logical_date "
                + logicalDate);
  }
}

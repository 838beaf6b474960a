package io.xephang.cli;

import io.xephang.cli.schedule.ShownTime;
import io.xephang.home.ExitCode;
import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.Operation;
import io.xephang.scheduler.dag.Task;
import io.xephang.scheduler.engine.AttemptOrder;
import io.xephang.scheduler.engine.CommandText;
import io.xephang.scheduler.plan.RunType;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.store.AttemptKey;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.TaskKey;
import io.xephang.scheduler.template.TemplateFailed;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang tasks render}: what a task would run. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Lệnh của một tác vụ, các mẫu đã được thay.",
      "The command of a task, with values in its templates."
    },
    footer = {"", "Ví dụ / Example: xephang tasks render nightly coverage 2026-06-30T01:30:00"})
final class TasksRenderCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "DAG", description = "Tên dag. / Id of the dag.")
  private String dagId;

  @Parameters(index = "1", paramLabel = "TASK", description = "Tên tác vụ. / Id of the task.")
  private String taskId;

  @Parameters(
      index = "2",
      paramLabel = "LOGICAL_DATE",
      converter = ShownTime.class,
      description = "Thời điểm mà lần chạy nói về. / The moment that the run is about.")
  private Instant logicalDate;

  @Option(
      names = {"-c", "--conf"},
      paramLabel = "JSON",
      description = "Tham số riêng. / Parameters of the run.")
  private String conf;

  TasksRenderCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Dag dag = KnownDag.of(context, dagId);
    Task task =
        dag.task(taskId)
            .orElseThrow(
                () ->
                    CommandFailed.failed(
                        "không có tác vụ / there is no task '"
                            + DisplayText.of(taskId)
                            + "'; có / there are "
                            + dag.tasks().stream().map(Task::id).toList()));
    if (task.operation() instanceof Operation.Empty) {
      context.err().println("Tác vụ rỗng / An empty task: " + taskId);
      return ExitCode.DONE;
    }
    DagRun run =
        new DagRun(
            dagId,
            RunType.MANUAL.runId(logicalDate),
            RunType.MANUAL,
            RunState.QUEUED,
            Optional.of(logicalDate),
            Optional.of(dag.timetable().manual(logicalDate)),
            logicalDate,
            logicalDate,
            Optional.empty(),
            Optional.empty(),
            ConfText.parsed(conf).toString(),
            Optional.empty(),
            Optional.empty(),
            0);
    AttemptKey first = new AttemptKey(new TaskKey(dagId, run.runId(), taskId), 1);
    try {
      CommandText text = CommandText.of(new AttemptOrder(first, dag, task, run), Map.of());
      context.out().println(text.command());
    } catch (TemplateFailed e) {
      throw CommandFailed.failed(e.getMessage());
    }
    return ExitCode.DONE;
  }
}

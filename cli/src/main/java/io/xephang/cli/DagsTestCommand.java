package io.xephang.cli;

import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.cli.schedule.ShownTime;
import io.xephang.home.ExitCode;
import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.engine.OperationRefused;
import io.xephang.scheduler.engine.TriggerOrder;
import io.xephang.scheduler.service.TrialRun;
import io.xephang.scheduler.state.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang dags test}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Chạy thử một dag ngay tại đây, mỗi tác vụ một lần; không ghi lại lần chạy.",
      "Try a dag out right here, each task once; no run is recorded."
    },
    footer = {"", "Ví dụ / Example: xephang dags test nightly 2026-06-30T01:30:00"})
final class DagsTestCommand implements Callable<Integer> {
  private final CommandContext context;

  private static final int PLACES = 4;

  @Parameters(index = "0", paramLabel = "DAG", description = "Tên dag. / Id of the dag.")
  private String dagId;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "LOGICAL_DATE",
      converter = ShownTime.class,
      description = "Thời điểm; không ghi là bây giờ. / The moment; now if it is missing.")
  private Instant logicalDate;

  @Option(
      names = {"-c", "--conf"},
      paramLabel = "JSON",
      description = "Tham số riêng cho lần này. / Parameters of this run.")
  private String conf;

  DagsTestCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    QuietLibraries.set();
    Dag dag = KnownDag.of(context, dagId);
    Path logs = Files.createTempDirectory("xephang-test");
    try {
      RunState state =
          new TrialRun(dag, SchedulerAccess.settings(context, 0, PLACES), context.clock())
              .run(order(), logs, context.out());
      context.err().println("Kết quả / Result: " + state.id());
      return state == RunState.SUCCESS ? ExitCode.DONE : ExitCode.FAILED;
    } catch (OperationRefused e) {
      throw CommandFailed.failed(e.getMessage());
    } finally {
      try (Stream<Path> paths = Files.walk(logs)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private TriggerOrder order() throws CommandFailed {
    Instant date = logicalDate == null ? context.clock().instant() : logicalDate;
    return new TriggerOrder(
        dagId,
        Optional.empty(),
        Optional.of(date),
        Optional.of(date),
        ConfText.parsed(conf).toString(),
        Optional.empty());
  }
}

package io.xephang.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.store.DagRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.Scheduler;
import org.quartz.impl.SchedulerRepository;

/** What happens while nobody looks: no scheduler, a clock that is set, a disk that is full. */
final class UnwatchedTest {
  private static final String DAG =
      """
      dag:
        tasks:
          - task_id: only
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "%s"
            execution_timeout: {__type__: datetime.timedelta, minutes: 1}
            retries: 1
      """;

  private final SettableClock clock = new SettableClock("2026-06-15T12:00:00Z");

  @TempDir private Path folder;

  private Deployment deployed(String command) throws Exception {
    return Deployment.of(folder, DAG.formatted(command.replace("%s", folder.toString())), clock);
  }

  private Path file(DagRun run, String ending) {
    return folder
        .resolve("logs/dag_id=dag")
        .resolve("run_id=" + run.runId())
        .resolve("task_id=only")
        .resolve("attempt=1" + ending);
  }

  @Test
  void whatEndedInTimeIsNotLateThoughItIsLearntOfHoursLater() throws Exception {
    String command = "touch %s/begun; until test -e %s/go; do sleep 0.05; done";
    DagRun run;
    try (Deployment scheduler = deployed(command)) {
      scheduler.unpause("dag");
      run = scheduler.trigger("dag");
      Deployment.await(() -> Files.exists(folder.resolve("begun")), () -> "the task begins");
    }
    Files.createFile(folder.resolve("go"));
    Deployment.await(() -> Files.exists(file(run, ".exit")), () -> "the task ends");
    clock.advance(Duration.ofHours(3));
    try (Deployment scheduler = deployed(command)) {
      assertThat(scheduler.finished(run).state()).isEqualTo(RunState.SUCCESS);
      assertThat(scheduler.attempts(run, "only")).containsExactly("success");
    }
  }

  /**
   * Quartz measures by the machine's clock, which a test cannot set: once that was set back by a
   * day, it fires nothing for a day that it was asked for before. So it is made to stand by here.
   */
  @Test
  void thePulseGoesOnAfterTheClockWasSetBack() throws Exception {
    try (Deployment scheduler = deployed("true")) {
      scheduler.unpause("dag");
      Instant before = Instant.parse("2026-06-14T12:00:00Z");
      Scheduler quartz =
          SchedulerRepository.getInstance().lookup("xephang-" + folder.resolve("logs"));
      quartz.standby();
      // Twice: Quartz may have taken up one moment already.
      for (Instant looked : List.of(before, before.plusSeconds(1))) {
        clock.set(looked.toString());
        Deployment.await(
            () -> scheduler.engine.heartbeat().equals(Optional.of(looked)),
            () -> "nobody has looked since: " + scheduler.engine.heartbeat());
      }
      quartz.start();
      DagRun run = scheduler.trigger("dag");
      assertThat(scheduler.finished(run).state()).isEqualTo(RunState.SUCCESS);
    }
  }

  /** /dev/full is a disk without space: whatever is written there fails. */
  @Test
  void howATaskEndedIsWrittenOnceThereIsSpaceAgain() throws Exception {
    // The command itself puts it in the place where its supervisor will write.
    String command =
        "echo ran >> %s/ran; ln -s /dev/full '%s/logs/dag_id=dag/run_id={{ run_id }}"
            + "/task_id=only/attempt=1.exit'; touch %s/done; exit 99";
    try (Deployment scheduler = deployed(command)) {
      scheduler.unpause("dag");
      DagRun run = scheduler.trigger("dag");
      Deployment.await(() -> Files.exists(folder.resolve("done")), () -> "the command ends");
      Thread.sleep(500);
      assertThat(scheduler.states(run)).isEqualTo(Map.of("only", "running"));

      Files.delete(file(run, ".exit"));
      scheduler.finished(run);
      assertThat(scheduler.attempts(run, "only"))
          .containsExactly("skipped: mã thoát / exit code 99");
      assertThat(Files.readAllLines(folder.resolve("ran"))).containsExactly("ran");
    }
  }
}

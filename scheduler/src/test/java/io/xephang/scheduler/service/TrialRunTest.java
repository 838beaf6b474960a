package io.xephang.scheduler.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.dag.DagFolder;
import io.xephang.scheduler.engine.TriggerOrder;
import io.xephang.scheduler.state.RunState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrialRunTest {
  @TempDir private Path folder;

  /** The run that was asked for, and none of the schedule beside it. */
  @ParameterizedTest
  @ValueSource(strings = {"'@once'", "'* * * * *'", "null"})
  void runsOnceWhateverItsSchedule(String schedule) throws Exception {
    String text =
        """
        dag:
          schedule: %s
          start_date: 2026-01-01
          tasks:
            - {task_id: says, operator: airflow.providers.standard.operators.bash.BashOperator, bash_command: "echo '{{ run_id }}' >> %s/ran; sleep 0.3"}
        """
            .formatted(schedule, folder);
    Path dags = Files.createDirectory(folder.resolve("dags"));
    Files.writeString(dags.resolve("dag.yaml"), text);
    DagCatalog catalog = new DagFolder(dags, Map.of()).read();
    assertThat(catalog.problems()).isEmpty();
    SchedulerSettings settings =
        new SchedulerSettings(
            new SchedulerFolder(folder.resolve("scheduler")),
            new DagFolder(dags, Map.of()),
            InetAddress.getLoopbackAddress(),
            0,
            4,
            400,
            Map.of("PATH", System.getenv("PATH")),
            "1");
    TriggerOrder order =
        new TriggerOrder(
            "dag",
            Optional.of("trial"),
            Optional.empty(),
            Optional.empty(),
            "{}",
            Optional.empty());
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    assertThat(
            new TrialRun(catalog.find("dag").orElseThrow(), settings, Clock.systemUTC())
                .run(order, Files.createDirectory(folder.resolve("logs")), out))
        .isEqualTo(RunState.SUCCESS);
    assertThat(Files.readAllLines(folder.resolve("ran"))).containsExactly("trial");
    assertThat(folder.resolve("scheduler")).doesNotExist();
  }
}

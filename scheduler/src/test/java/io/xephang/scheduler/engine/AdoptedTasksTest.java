package io.xephang.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.store.DagRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that outlive a restart after which there are fewer places. */
final class AdoptedTasksTest {
  private static final int TASKS = 8;

  @TempDir private Path folder;

  private String dag() {
    return "dag:\n  tasks:\n"
        + IntStream.range(0, TASKS)
            .mapToObj(
                i ->
                    """
                        - task_id: t%d
                          operator: airflow.providers.standard.operators.bash.BashOperator
                          bash_command: "touch %s/begun$AIRFLOW_CTX_TASK_ID; test {{ ti.try_number }} = 2 || until test -e %s/go; do sleep 0.05; done"
                    """
                        .formatted(i, folder, folder))
            .collect(Collectors.joining());
  }

  @Test
  void aTaskCanBeEndedThoughOthersTakeAllPlaces() throws Exception {
    DagRun run;
    try (Deployment before = Deployment.of(folder, dag(), Clock.systemUTC(), TASKS)) {
      before.unpause("dag");
      run = before.trigger("dag");
      Deployment.await(
          () -> IntStream.range(0, TASKS).allMatch(i -> Files.exists(folder.resolve("begunt" + i))),
          () -> before.states(run).toString());
    }
    try (Deployment scheduler = Deployment.of(folder, dag(), Clock.systemUTC(), 1)) {
      assertThat(scheduler.states(run).values()).containsOnly("running");
      scheduler.clear(run, "t0");
      Deployment.await(
          () -> scheduler.attempts(run, "t0").equals(List.of("failed: cho chạy lại / cleared")),
          () -> scheduler.states(run).toString());
      assertThat(scheduler.states(run))
          .containsEntry("t0", "scheduled")
          .containsEntry("t1", "running");

      Files.createFile(folder.resolve("go"));
      assertThat(scheduler.finished(run).state()).isEqualTo(RunState.SUCCESS);
      assertThat(scheduler.attempts(run, "t0"))
          .containsExactly("failed: cho chạy lại / cleared", "success");
      assertThat(scheduler.attempts(run, "t1")).containsExactly("success");
      assertThat(scheduler.states(run).values()).containsOnly("success");
    }
  }
}

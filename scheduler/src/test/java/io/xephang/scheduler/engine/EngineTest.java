package io.xephang.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.state.TaskState;
import io.xephang.scheduler.store.Alert;
import io.xephang.scheduler.store.DagRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dags that run, with real processes. */
final class EngineTest {
  private static final String BASH = "airflow.providers.standard.operators.bash.BashOperator";
  private static final String EMPTY = "airflow.providers.standard.operators.empty.EmptyOperator";

  private final SettableClock clock = new SettableClock("2026-06-15T12:00:00Z");

  @TempDir private Path folder;

  private Deployment deployed(String dags) throws Exception {
    return Deployment.of(folder, dags.replace("BASH", BASH).replace("EMPTY", EMPTY), clock);
  }

  @Test
  void tasksRunInOrderWithTheirTemplatesAndVariables() throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              schedule: "0 1 * * *"
              start_date: 2026-06-01
              params: {unit: H47}
              tasks:
                - {task_id: first, operator: BASH, bash_command: "echo {{ ds }} {{ params.unit }} > $OUT", env: {OUT: "%s/out"}, append_env: true}
                - {task_id: second, operator: BASH, bash_command: "cat %s/out; echo $AIRFLOW_CTX_TASK_ID-$AIRFLOW_CTX_TRY_NUMBER", dependencies: [first]}
                - {task_id: last, operator: EMPTY, dependencies: [second]}
            """
                .replace("%s", folder.toString()))) {
      scheduler.unpause("dag");
      DagRun run = scheduler.runs("dag").get(0);

      assertThat(scheduler.finished(run).state()).isEqualTo(RunState.SUCCESS);
      assertThat(run.runId()).isEqualTo("scheduled__2026-06-15T01:00:00+00:00");
      assertThat(scheduler.states(run))
          .isEqualTo(Map.of("first", "success", "second", "success", "last", "success"));
      assertThat(scheduler.log(run, "second", 1)).endsWith("\n2026-06-15 H47\nsecond-1\n");
    }
  }

  @Test
  void exitCodesDecideWhatFollows() throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              tasks:
                - {task_id: skips, operator: BASH, bash_command: "exit 99"}
                - {task_id: after_skipped, operator: BASH, bash_command: "true", dependencies: [skips]}
                - {task_id: fails, operator: BASH, bash_command: "exit 3"}
                - {task_id: after_failed, operator: BASH, bash_command: "true", dependencies: [fails]}
                - {task_id: killed, operator: BASH, bash_command: "kill -9 $$"}
                - {task_id: always, operator: BASH, bash_command: "true", dependencies: [after_failed, killed], trigger_rule: all_done}
            """)) {
      scheduler.unpause("dag");
      DagRun run = scheduler.finished(scheduler.trigger("dag"));

      assertThat(scheduler.states(run))
          .isEqualTo(
              Map.of(
                  "skips", "skipped",
                  "after_skipped", "skipped",
                  "fails", "failed",
                  "after_failed", "upstream_failed",
                  "killed", "failed",
                  "always", "success"));
      // No leaf has failed, and only leaves count.
      assertThat(run.state()).isEqualTo(RunState.SUCCESS);
      assertThat(scheduler.attempts(run, "fails"))
          .containsExactly("failed: mã thoát / exit code 3");
      assertThat(scheduler.attempts(run, "killed")).containsExactly("failed: tín hiệu / signal 9");
    }
  }

  @Test
  void aFailedAttemptIsTriedAgainAfterItsPauseAndAllAttemptsAreKept() throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              tasks:
                - task_id: second_time
                  operator: BASH
                  bash_command: "test {{ ti.try_number }} = 2"
                  retries: 2
                  retry_delay: {__type__: datetime.timedelta, minutes: 5}
            """)) {
      scheduler.unpause("dag");
      DagRun run = scheduler.trigger("dag");
      Deployment.await(
          () -> scheduler.task(run, "second_time").state() == TaskState.UP_FOR_RETRY,
          () -> scheduler.states(run).toString());
      assertThat(scheduler.task(run, "second_time").retryAt())
          .contains(Instant.parse("2026-06-15T12:05:00Z"));

      clock.advance(Duration.ofSeconds(299));
      scheduler.engine.tick();
      assertThat(scheduler.states(run)).containsValue("up_for_retry");

      clock.advance(Duration.ofSeconds(1));
      assertThat(scheduler.finished(run).state()).isEqualTo(RunState.SUCCESS);
      assertThat(scheduler.attempts(run, "second_time"))
          .containsExactly("failed: mã thoát / exit code 1", "success");
    }
  }

  @Test
  void aTemplateWithoutAValueIsTriedAgainAsInAirflow() throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              tasks:
                - task_id: undated
                  operator: BASH
                  bash_command: "echo {{ ds }}"
                  retries: 1
                  retry_delay: {__type__: datetime.timedelta, minutes: 5}
            """)) {
      scheduler.unpause("dag");
      DagRun run = scheduler.trigger("dag");
      Deployment.await(
          () -> scheduler.task(run, "undated").state() == TaskState.UP_FOR_RETRY,
          () -> scheduler.states(run).toString());
      clock.advance(Duration.ofMinutes(5));
      assertThat(scheduler.finished(run).state()).isEqualTo(RunState.FAILED);
      assertThat(scheduler.attempts(run, "undated"))
          .hasSize(2)
          .allSatisfy(
              attempt ->
                  assertThat(attempt).contains("'ds' không xác định").contains("--logical-date"));
    }
  }

  @Test
  void whatTakesTooLongIsEndedWithAllItsChildren() throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              tasks:
                - task_id: slow
                  operator: BASH
                  bash_command: "sleep 611 & sleep 612"
                  execution_timeout: {__type__: datetime.timedelta, minutes: 1}
            whole:
              dagrun_timeout: {__type__: datetime.timedelta, minutes: 2}
              tasks:
                - {task_id: slow, operator: BASH, bash_command: "sleep 613"}
                - {task_id: after, operator: BASH, bash_command: "true", dependencies: [slow]}
            """)) {
      scheduler.unpause("dag");
      scheduler.unpause("whole");
      DagRun run = scheduler.trigger("dag");
      DagRun whole = scheduler.trigger("whole");
      Deployment.await(() -> alive("sleep 61[123]") == 3, () -> "three sleeps");

      clock.advance(Duration.ofMinutes(1));
      assertThat(scheduler.finished(run).state()).isEqualTo(RunState.FAILED);
      assertThat(scheduler.attempts(run, "slow")).containsExactly("failed: execution_timeout");

      clock.advance(Duration.ofMinutes(1));
      assertThat(scheduler.finished(whole).state()).isEqualTo(RunState.FAILED);
      assertThat(scheduler.states(whole)).isEqualTo(Map.of("slow", "skipped", "after", "skipped"));
      Deployment.await(() -> alive("sleep 61[123]") == 0, () -> "no sleep is left");
      List<Alert> alerts = scheduler.engine.read(rows -> rows.alerts().unsent());
      assertThat(alerts)
          .anySatisfy(
              alert ->
                  assertThat(alert.text())
                      .contains("took longer than dagrun_timeout, 2m")
                      .contains("xephang tasks clear whole --run-id " + whole.runId()));
    }
  }

  private static long alive(String pattern) {
    try {
      Process found = new ProcessBuilder("pgrep", "-fc", "^" + pattern + "$").start();
      String count = new String(found.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      found.waitFor();
      return Long.parseLong(count.strip());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anUndefinedTemplateFailsTheTaskAndSaysWhy() throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              tasks:
                - {task_id: dated, operator: BASH, bash_command: "echo {{ data_interval_end }}"}
            """)) {
      scheduler.unpause("dag");
      DagRun run = scheduler.finished(scheduler.trigger("dag"));
      assertThat(run.state()).isEqualTo(RunState.FAILED);
      assertThat(scheduler.log(run, "dated", 1)).contains("this run has no logical date");
    }
  }

  @Test
  void catchupMakesUpForWhatWasMissedAFewAtATime() throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              schedule: "0 0 * * *"
              start_date: 2026-06-10
              catchup: true
              max_active_runs: 2
              tasks: [{task_id: only, operator: BASH, bash_command: "true"}]
            """)) {
      assertThat(scheduler.engine.dueIfUnpaused("dag")).hasSize(6);
      assertThat(scheduler.runs("dag")).isEmpty();
      scheduler.unpause("dag");
      Deployment.await(
          () ->
              scheduler.runs("dag").stream().filter(run -> run.state() == RunState.SUCCESS).count()
                  == 6,
          () -> scheduler.runs("dag").toString());
      assertThat(scheduler.runs("dag").stream().map(run -> run.logicalDate().orElseThrow()))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void withoutCatchupOnlyTheLatestMissedRunRuns() throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              schedule: "0 0 * * *"
              start_date: 2026-06-10
              tasks: [{task_id: only, operator: EMPTY}]
            """)) {
      scheduler.unpause("dag");
      assertThat(scheduler.runs("dag"))
          .extracting(DagRun::runId)
          .containsExactly("scheduled__2026-06-15T00:00:00+00:00");
    }
  }

  /** Three hours asleep, then set back to a time of which no run was made; it passes again. */
  @ParameterizedTest
  @CsvSource({
    "true, 00 01 02 03 04",
    "false, 00 03 04", // what was left out while it slept is not made up for when it comes again
  })
  void aClockThatIsSetNeitherLosesNorDoublesRuns(boolean catchup, String hours) throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              schedule: "0 * * * *"
              start_date: 2026-06-15
              catchup: %s
              tasks: [{task_id: only, operator: EMPTY}]
            """
                .formatted(catchup))) {
      clock.set("2026-06-15T00:30:00Z");
      scheduler.unpause("dag");
      for (String moment :
          List.of(
              "2026-06-15T03:30:00Z",
              "2026-06-15T01:15:00Z",
              "2026-06-15T02:30:00Z",
              "2026-06-15T03:15:00Z",
              "2026-06-15T04:00:00Z")) {
        clock.set(moment);
        scheduler.engine.tick();
        scheduler.engine.tick();
      }
      assertThat(scheduler.runs("dag"))
          .extracting(run -> run.logicalDate().orElseThrow().toString().substring(11, 13))
          .containsExactlyInAnyOrder(hours.split(" "));
    }
  }

  @Test
  void aTaskThatDependsOnThePastWaitsForTheRunBefore() throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              schedule: "0 0 * * *"
              start_date: 2026-06-14
              catchup: true
              tasks:
                - {task_id: chained, operator: BASH, bash_command: "test {{ ds }} != 2026-06-14 || test -e %s/mended", depends_on_past: true}
            """
                .replace("%s", folder.toString()))) {
      scheduler.unpause("dag");
      DagRun first = scheduler.runs("dag").get(1);
      DagRun second = scheduler.runs("dag").get(0);
      scheduler.finished(first);
      scheduler.engine.tick();
      assertThat(scheduler.read(second).state()).isEqualTo(RunState.RUNNING);
      assertThat(scheduler.states(second)).containsValue("none");

      Files.createFile(folder.resolve("mended"));
      scheduler.clear(first);
      assertThat(scheduler.finished(first).state()).isEqualTo(RunState.SUCCESS);
      assertThat(scheduler.finished(second).state()).isEqualTo(RunState.SUCCESS);
      assertThat(scheduler.attempts(first, "chained"))
          .containsExactly("failed: mã thoát / exit code 1", "success");
    }
  }

  @Test
  void clearingATaskAtWorkEndsItAndRunsItAnew() throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              tasks:
                - {task_id: first, operator: BASH, bash_command: "test {{ ti.try_number }} = 2 || sleep 614"}
                - {task_id: after, operator: BASH, bash_command: "true", dependencies: [first]}
            """)) {
      scheduler.unpause("dag");
      DagRun run = scheduler.trigger("dag");
      Deployment.await(() -> alive("sleep 614") == 1, () -> scheduler.states(run).toString());
      scheduler.clear(run, "first");
      assertThat(scheduler.finished(run).state()).isEqualTo(RunState.SUCCESS);
      assertThat(scheduler.attempts(run, "first"))
          .containsExactly("failed: cho chạy lại / cleared", "success");
      assertThat(alive("sleep 614")).isZero();
    }
  }

  @Test
  void clearingCanReachUpAndDown() throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              tasks:
                - {task_id: a, operator: BASH, bash_command: "true"}
                - {task_id: b, operator: BASH, bash_command: "true", dependencies: [a]}
                - {task_id: c, operator: BASH, bash_command: "true", dependencies: [b]}
                - {task_id: aside, operator: BASH, bash_command: "true"}
            """)) {
      scheduler.unpause("dag");
      DagRun run = scheduler.finished(scheduler.trigger("dag"));
      assertThat(cleared(scheduler, run, false, false)).containsExactly("b");
      assertThat(cleared(scheduler, run, true, false)).containsExactly("a", "b");
      assertThat(cleared(scheduler, run, false, true)).containsExactly("b", "c");
      assertThatThrownBy(() -> scheduler.clear(run, "nowhere"))
          .isInstanceOf(OperationRefused.class)
          .hasMessageContaining("there is no task 'nowhere'; có / there are [a, b, c, aside]");
    }
  }

  private static List<String> cleared(
      Deployment scheduler, DagRun run, boolean upstream, boolean downstream) throws Exception {
    return scheduler
        .engine
        .toClear(
            new ClearOrder(
                run.dagId(),
                Optional.of(run.runId()),
                Optional.empty(),
                Optional.empty(),
                Set.of("b"),
                upstream,
                downstream,
                ClearOrder.Only.ANY,
                true,
                false))
        .stream()
        .map(task -> task.key().taskId())
        .toList();
  }

  @Test
  void aDateHasOneRun() throws Exception {
    try (Deployment scheduler = deployed("dag:\n  tasks: [{task_id: only, operator: EMPTY}]\n")) {
      TriggerOrder order =
          new TriggerOrder(
              "dag",
              Optional.empty(),
              Optional.of(Instant.parse("2026-06-01T00:00:00Z")),
              Optional.empty(),
              "{}",
              Optional.empty());
      scheduler.engine.trigger(order);
      clock.advance(Duration.ofSeconds(1));
      assertThatThrownBy(() -> scheduler.engine.trigger(order))
          .isInstanceOf(OperationRefused.class)
          .hasMessageContaining("there is a run already")
          .hasMessageContaining("xephang tasks clear dag --run-id manual__2026-06-15T12:00:00");
      assertThat(scheduler.runs("dag")).hasSize(1);
      // Paused as it is, nothing has run.
      assertThat(scheduler.runs("dag").get(0).state()).isEqualTo(RunState.QUEUED);
    }
  }

  @Test
  void aTaskAddedToAPausedDagWhileARunIsAtWorkStopsNothing() throws Exception {
    String one =
        """
        dag:
          tasks:
            - {task_id: first, operator: BASH, bash_command: "sleep 600"}
        """
            .replace("BASH", BASH);
    try (Deployment scheduler = deployed(one)) {
      scheduler.unpause("dag");
      DagRun run = scheduler.trigger("dag");
      Deployment.await(
          () -> scheduler.task(run, "first").state() == TaskState.RUNNING,
          () -> scheduler.states(run).toString());
      scheduler.engine.pause("dag", PauseState.PAUSED);
      scheduler.edit(
          one
              + "    - {task_id: second, operator: BASH, bash_command: \"true\"}\n"
                  .replace("BASH", BASH));

      scheduler.engine.tick();

      assertThat(scheduler.states(run)).isEqualTo(Map.of("first", "running"));
      scheduler.clear(run, "first");
      Deployment.await(
          () -> !scheduler.attempts(run, "first").isEmpty(),
          () -> scheduler.states(run).toString());
    }
  }

  @Test
  void aTaskThatReturnsToTheFileReturnsToItsRun() throws Exception {
    String one =
        """
        dag:
          tasks:
            - {task_id: first, operator: BASH, bash_command: "until test -e %s/go; do sleep 0.05; done"}
        """
            .formatted(folder)
            .replace("BASH", BASH);
    String two =
        one
            + "    - {task_id: second, operator: EMPTY, dependencies: [first]}\n"
                .replace("EMPTY", EMPTY);
    try (Deployment scheduler = deployed(two)) {
      scheduler.unpause("dag");
      DagRun run = scheduler.trigger("dag");
      Deployment.await(
          () -> scheduler.task(run, "first").state() == TaskState.RUNNING,
          () -> scheduler.states(run).toString());

      scheduler.edit(one);
      scheduler.engine.tick();
      assertThat(scheduler.states(run)).isEqualTo(Map.of("first", "running", "second", "removed"));

      scheduler.edit(two);
      scheduler.engine.tick();
      assertThat(scheduler.states(run)).isEqualTo(Map.of("first", "running", "second", "none"));

      Files.createFile(folder.resolve("go"));
      scheduler.finished(run);
      assertThat(scheduler.states(run)).isEqualTo(Map.of("first", "success", "second", "success"));
    }
  }

  @Test
  void aRunByHandIsOfTheDateThatItIsFor() throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              schedule: "0 1 * * *"
              start_date: 2026-06-01
              tasks:
                - {task_id: says, operator: BASH, bash_command: "echo {{ data_interval_end | ds }}"}
            """)) {
      DagRun run = scheduler.trigger("dag", "mine", Instant.parse("2026-06-03T01:00:00Z"));
      scheduler.unpause("dag");
      assertThat(scheduler.finished(run).state()).isEqualTo(RunState.SUCCESS);
      assertThat(scheduler.log(run, "says", 1)).endsWith("\n2026-06-03\n");
    }
  }

  @Test
  void namesOfTheScheduleAreNotGivenAway() throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              tasks:
                - {task_id: only, operator: EMPTY}
            """)) {
      for (String reserved :
          List.of("scheduled__2026-07-01T18:30:00+00:00", "backfill__2026-07-01T18:30:00+00:00")) {
        assertThatThrownBy(
                () -> scheduler.trigger("dag", reserved, Instant.parse("2026-06-03T01:00:00Z")))
            .isInstanceOf(OperationRefused.class)
            .hasMessageContaining(reserved)
            .hasMessageContaining("reserved");
      }
      assertThat(scheduler.runs("dag")).isEmpty();
    }
  }

  @Test
  void aVariableThatNoProcessCanHaveFailsItsTask() throws Exception {
    try (Deployment scheduler =
        deployed(
            """
            dag:
              tasks:
                - {task_id: odd, operator: BASH, bash_command: "true", env: {ODD: "a\\0b"}}
            """)) {
      scheduler.unpause("dag");
      DagRun run = scheduler.finished(scheduler.trigger("dag"));
      assertThat(run.state()).isEqualTo(RunState.FAILED);
    }
  }
}

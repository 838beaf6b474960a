package io.xephang.scheduler.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.dag.DagFolder;
import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.engine.PauseState;
import io.xephang.scheduler.engine.SettableClock;
import io.xephang.scheduler.engine.TriggerOrder;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.RunStore;
import io.xephang.scheduler.store.TaskInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept for ten days. */
final class RetentionTest {
  private static final String DAGS =
      """
      daily:
        schedule: "0 0 * * *"
        start_date: 2026-06-01
        catchup: true
        tasks: [{task_id: only, operator: airflow.providers.standard.operators.empty.EmptyOperator}]
      by_hand:
        tasks: [{task_id: only, operator: airflow.providers.standard.operators.empty.EmptyOperator}]
      """;

  private final SettableClock clock = new SettableClock("2026-06-04T12:00:00Z");
  private final RunStore store = RunStore.inMemory();

  @TempDir private Path folder;
  private Engine engine;
  private Retention retention;

  /**
   * Four runs of "daily", each with a log; all of them have ended on the 4th, but that of the 2nd.
   */
  @BeforeEach
  void runs() throws Exception {
    Files.createDirectories(folder.resolve("dags"));
    Files.writeString(folder.resolve("dags").resolve("dags.yaml"), DAGS);
    DagCatalog catalog = new DagFolder(folder.resolve("dags"), Map.of()).read();
    assertThat(catalog.problems()).isEmpty();
    engine = new Engine(store, catalog, clock, 0, new NoWorkers());
    engine.pause("daily", PauseState.ACTIVE);
    trigger("by_hand", "alone");
    for (DagRun run : all()) {
      store.transact(
          rows -> {
            if (!run.runId().contains("06-02")) {
              rows.runs().update(run.become(RunState.SUCCESS, clock.instant()));
            }
            return run;
          });
      log(run.dagId(), run.runId());
    }
    retention = new Retention(engine, folder.resolve("logs"), 10);
  }

  private void trigger(String dag, String runId) throws Exception {
    engine.trigger(
        new TriggerOrder(
            dag, Optional.of(runId), Optional.empty(), Optional.empty(), "{}", Optional.empty()));
  }

  private void log(String dag, String runId) throws IOException {
    Path run = folder.resolve("logs").resolve("dag_id=" + dag).resolve("run_id=" + runId);
    Files.createDirectories(run.resolve("task_id=only"));
    Files.writeString(run.resolve("task_id=only").resolve("attempt=1.log"), "dòng\n");
    Files.setLastModifiedTime(run, FileTime.from(clock.instant()));
  }

  private List<DagRun> all() {
    return store.transact(rows -> rows.runs().made());
  }

  private List<String> left() {
    return all().stream().map(run -> run.runId().replace("T00:00:00+00:00", "")).toList();
  }

  private List<String> logs(String dag) throws IOException {
    try (var folders = Files.list(folder.resolve("logs").resolve("dag_id=" + dag))) {
      return folders
          .map(run -> run.getFileName().toString().replace("T00:00:00+00:00", ""))
          .sorted()
          .toList();
    }
  }

  @Test
  void oldRunsGoWithTheirTasksAndLogsAndDoNotComeBack() throws Exception {
    engine.pause("daily", PauseState.PAUSED);
    clock.set("2026-06-14T12:00:00Z");
    retention.sweepNowAndThen();
    assertThat(left()).as("not yet ten days").hasSize(5);

    clock.advance(Duration.ofHours(1));
    retention.sweepNowAndThen();
    List<String> expected =
        List.of("scheduled__2026-06-01", "scheduled__2026-06-02", "scheduled__2026-06-04", "alone");
    assertThat(left())
        .as("the unfinished one may depend on it; unfinished; newest; newest")
        .isEqualTo(expected);
    List<TaskInstance> tasks = store.transact(rows -> rows.tasks().all());
    assertThat(tasks).hasSize(4);
    assertThat(logs("daily"))
        .containsExactly(
            "run_id=scheduled__2026-06-01",
            "run_id=scheduled__2026-06-02",
            "run_id=scheduled__2026-06-04");
    assertThat(logs("by_hand")).containsExactly("run_id=alone");

    engine.pause("daily", PauseState.ACTIVE);
    assertThat(left()).doesNotContain("scheduled__2026-06-03");
  }

  @Test
  void logsThatAKilledSweepHasLeftGoNextTime() throws Exception {
    log("daily", "forgotten");
    log("gone", "forgotten");
    clock.set("2026-06-14T11:00:00Z");
    retention.sweepNowAndThen();
    assertThat(logs("gone")).as("the log is not old enough").hasSize(1);
    clock.set("2026-06-14T12:30:00Z");
    retention.sweepNowAndThen();
    assertThat(logs("gone")).isEmpty();
    assertThat(logs("daily")).doesNotContain("run_id=forgotten");
  }

  @Test
  void manyGoInParts() throws Exception {
    Instant ended = clock.instant();
    for (int i = 0; i < 250; i++) {
      trigger("by_hand", "r" + i);
      String runId = "r" + i;
      store.transact(
          rows -> {
            DagRun made = rows.runs().find("by_hand", runId).orElseThrow();
            rows.runs().update(made.become(RunState.FAILED, ended));
            return made;
          });
      clock.advance(Duration.ofSeconds(1));
    }
    clock.set("2026-07-04T12:00:00Z");
    retention.sweepNowAndThen();
    List<DagRun> runs = store.transact(rows -> rows.runs().of("by_hand"));
    assertThat(runs).extracting(DagRun::runId).containsExactly("r249");
  }
}

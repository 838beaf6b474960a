package io.xephang.scheduler.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.dag.DagFolder;
import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.engine.PauseState;
import io.xephang.scheduler.engine.SettableClock;
import io.xephang.scheduler.engine.TriggerOrder;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.state.TaskState;
import io.xephang.scheduler.store.Alert;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.RunStore;
import io.xephang.scheduler.store.TaskInstance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs by hand among those of a schedule that comes more seldom than runs are forgotten: each
 * Sunday, and they are kept for a day. It begins on Thursday, 4 June.
 */
final class ShortRetentionTest {
  private static final String DAGS =
      """
      weekly:
        schedule: "0 0 * * 0"
        start_date: 2026-05-01
        dagrun_timeout: {__type__: datetime.timedelta, hours: 18}
        tasks:
          - task_id: only
            operator: airflow.providers.standard.operators.empty.EmptyOperator
            depends_on_past: true
      chained:
        schedule: "0 0 * * 0"
        start_date: 2026-05-31
        catchup: true
        tasks:
          - task_id: only
            operator: airflow.providers.standard.operators.empty.EmptyOperator
            depends_on_past: true
      by_hand:
        tasks: [{task_id: only, operator: airflow.providers.standard.operators.empty.EmptyOperator}]
      """;

  private final SettableClock clock = new SettableClock("2026-06-04T12:00:00Z");
  private final RunStore store = RunStore.inMemory();

  @TempDir private Path folder;
  private Engine engine;

  @BeforeEach
  void engine() throws Exception {
    Files.createDirectories(folder.resolve("dags"));
    Files.writeString(folder.resolve("dags").resolve("dags.yaml"), DAGS);
    DagCatalog catalog = new DagFolder(folder.resolve("dags"), Map.of()).read();
    assertThat(catalog.problems()).isEmpty();
    engine = new Engine(store, catalog, clock, 8, new NoWorkers());
  }

  private void unpause(String dag) throws Exception {
    engine.pause(dag, PauseState.ACTIVE);
    // Waiting runs start, then end.
    engine.tick();
    engine.tick();
  }

  private void byHand(String dag, String runId, Optional<String> date) throws Exception {
    engine.trigger(
        new TriggerOrder(
            dag,
            Optional.of(runId),
            date.map(Instant::parse),
            Optional.empty(),
            "{}",
            Optional.empty()));
    engine.tick();
  }

  private void ended(String dag, String runId, RunState state) {
    store.transact(
        rows -> {
          DagRun run = rows.runs().find(dag, runId).orElseThrow();
          rows.runs().update(run.become(state, clock.instant()));
          for (TaskInstance task : rows.tasks().of(dag, runId)) {
            TaskState how = state == RunState.SUCCESS ? TaskState.SUCCESS : TaskState.FAILED;
            rows.tasks().update(task.ended(how, clock.instant(), Optional.empty()));
          }
          return run;
        });
  }

  private void sweep() throws Exception {
    new Retention(engine, folder.resolve("logs"), 1).sweepNowAndThen();
  }

  private void sundayMorning() {
    clock.set("2026-06-07T00:00:00Z");
    engine.tick();
    engine.tick();
  }

  private List<Alert> unsent() {
    return store.transact(rows -> rows.alerts().unsent());
  }

  private List<String> runs(String dag) {
    return store.transact(rows -> rows.runs().made(dag)).stream()
        .map(run -> run.runId().replace("T00:00:00+00:00", "") + " " + run.state().id())
        .toList();
  }

  @Test
  void aDateThatWasRunAheadIsNotRunAgain() throws Exception {
    unpause("weekly");
    byHand("weekly", "ahead", Optional.of("2026-06-07T00:00:00Z"));
    clock.set("2026-06-04T13:00:00Z");
    byHand("weekly", "again", Optional.empty());
    clock.set("2026-06-06T00:00:00Z");
    sweep();
    sundayMorning();
    assertThat(runs("weekly"))
        .as("the run by hand is the one of the 7th")
        .containsExactly("scheduled__2026-05-31 success", "ahead success", "again success");
  }

  @Test
  void aDateOfADagThatWasNeverUnpausedIsNotRunAgain() throws Exception {
    byHand("chained", "first", Optional.of("2026-05-31T00:00:00Z"));
    byHand("chained", "second", Optional.of("2026-06-03T00:00:00Z"));
    ended("chained", "first", RunState.SUCCESS);
    ended("chained", "second", RunState.SUCCESS);
    clock.set("2026-06-06T00:00:00Z");
    byHand("chained", "third", Optional.empty());
    sweep();
    unpause("chained");
    assertThat(runs("chained")).containsExactly("first success", "second success", "third success");
  }

  @Test
  void aReportMadeByHandInTimeIsNotCalledLateOnceItsRunIsOld() throws Exception {
    unpause("weekly");
    engine.pause("weekly", PauseState.PAUSED);
    clock.set("2026-06-07T01:00:00Z");
    byHand("weekly", "mine", Optional.of("2026-06-07T00:00:00Z"));
    ended("weekly", "mine", RunState.SUCCESS);
    clock.set("2026-06-07T02:00:00Z");
    byHand("weekly", "again", Optional.empty());
    ended("weekly", "again", RunState.SUCCESS);
    clock.set("2026-06-09T00:00:00Z");
    sweep();
    engine.tick();
    assertThat(unsent()).isEmpty();
  }

  @Test
  void aRunByHandThatFailedStaysThePastOfTheNextSunday() throws Exception {
    unpause("weekly");
    byHand("weekly", "broken", Optional.of("2026-06-03T00:00:00Z"));
    ended("weekly", "broken", RunState.FAILED);
    clock.set("2026-06-04T13:00:00Z");
    byHand("weekly", "trial", Optional.empty());
    clock.set("2026-06-06T00:00:00Z");
    sweep();
    sundayMorning();
    assertThat(runs("weekly"))
        .contains("broken failed", "scheduled__2026-06-07 running")
        .doesNotContain("scheduled__2026-06-07 success");
  }

  @Test
  void withCatchupARunByHandDoesNotHideThePast() throws Exception {
    unpause("chained");
    ended("chained", "scheduled__2026-05-31T00:00:00+00:00", RunState.FAILED);
    byHand("chained", "ahead", Optional.of("2026-06-07T00:00:00Z"));
    ended("chained", "ahead", RunState.SUCCESS);
    sundayMorning();
    byHand("chained", "newest", Optional.empty());
    clock.set("2026-06-13T00:00:00Z");
    sweep();
    clock.set("2026-06-14T00:00:00Z");
    engine.tick();
    engine.tick();
    assertThat(runs("chained"))
        .containsExactly(
            "scheduled__2026-05-31 failed",
            "ahead success",
            "newest success",
            "scheduled__2026-06-14 running");
  }

  @Test
  void whatIsOverGoes() throws Exception {
    unpause("weekly");
    byHand("weekly", "broken", Optional.of("2026-06-03T00:00:00Z"));
    ended("weekly", "broken", RunState.SUCCESS);
    unpause("by_hand");
    byHand("by_hand", "dated", Optional.of("2026-06-01T00:00:00Z"));
    byHand("by_hand", "later", Optional.of("2027-06-02T00:00:00Z"));
    clock.set("2026-06-05T12:00:00Z");
    byHand("by_hand", "newest", Optional.empty());
    sundayMorning();
    clock.set("2026-06-09T00:00:00Z");
    sweep();
    assertThat(runs("weekly"))
        .as("next Sunday asks that of the 7th")
        .containsExactly("scheduled__2026-06-07 success");
    assertThat(runs("by_hand"))
        .as("without a schedule no date is waited for")
        .containsExactly("later success", "newest success");
  }

  @Test
  void aMessageIsKeptForAYearAtLeast() throws Exception {
    Alert alert = new Alert(0, "failed weekly", "failed", "text", clock.instant());
    store.transact(
        rows -> {
          rows.alerts().insert(alert);
          return alert;
        });
    clock.set("2026-06-09T00:00:00Z");
    sweep();
    assertThat(unsent()).hasSize(1);
    clock.set("2027-08-01T00:00:00Z");
    sweep();
    assertThat(unsent()).isEmpty();
  }
}

package io.xephang.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.plan.RunOrder;
import io.xephang.scheduler.state.ReprocessBehavior;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.store.DagRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which run is the one before, as {@code ti_deps/deps/prev_dagrun_dep.py} of Airflow 3 has it. Each
 * case names the branch of its {@code _get_dep_statuses} that it was derived from.
 */
final class DependsOnPastTest {
  private static final String DAG =
      """
      dag:
        schedule: "0 0 * * *"
        start_date: 2026-06-14
        catchup: %s
        tasks:
          - task_id: chained
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "%s"
            depends_on_past: true
      """;

  private static final Instant BETWEEN = Instant.parse("2026-06-14T12:00:00Z");

  private final SettableClock clock = new SettableClock("2026-06-15T12:00:00Z");

  @TempDir private Path folder;

  private Deployment deployed(boolean catchup, String command) throws Exception {
    return Deployment.of(folder, DAG.formatted(catchup, command), clock);
  }

  private static BackfillOrder backfill(String from, String to) {
    return new BackfillOrder(
        "dag",
        Instant.parse(from),
        Instant.parse(to),
        ReprocessBehavior.FAILED,
        RunOrder.OLDEST_FIRST,
        4,
        "{}");
  }

  private static DagRun of(Deployment scheduler, String date) {
    return scheduler.runs("dag").stream()
        .filter(run -> run.logicalDate().orElseThrow().equals(Instant.parse(date)))
        .findFirst()
        .orElseThrow();
  }

  private static void assertWaiting(Deployment scheduler, DagRun run) {
    scheduler.engine.tick();
    assertThat(scheduler.read(run).state()).isEqualTo(RunState.RUNNING);
    assertThat(scheduler.states(run)).isEqualTo(Map.of("chained", "none"));
  }

  /** get_previous_scheduled_dagrun: {@code run_type != MANUAL}. */
  @Test
  void withCatchupARunByHandIsNotThePastOfTheSchedule() throws Exception {
    try (Deployment scheduler = deployed(true, "case '{{ run_id }}' in by_hand) exit 1;; esac")) {
      DagRun byHand = scheduler.trigger("dag", "by_hand", BETWEEN);
      scheduler.unpause("dag");

      assertThat(scheduler.finished(byHand).state()).isEqualTo(RunState.FAILED);
      assertThat(scheduler.finished(of(scheduler, "2026-06-15T00:00:00Z")).state())
          .isEqualTo(RunState.SUCCESS);
    }
  }

  /** get_previous_dagrun: whatever its type. */
  @Test
  void withoutCatchupARunByHandIsThePastToo() throws Exception {
    try (Deployment scheduler = deployed(false, "case '{{ run_id }}' in by_hand) exit 1;; esac")) {
      DagRun byHand = scheduler.trigger("dag", "by_hand", BETWEEN);
      scheduler.unpause("dag");

      assertThat(scheduler.finished(byHand).state()).isEqualTo(RunState.FAILED);
      assertWaiting(scheduler, of(scheduler, "2026-06-15T00:00:00Z"));
    }
  }

  /** {@code sort_ordinal == 1}: "Task instance is first run in a backfill." */
  @Test
  void theFirstRunOfABackfillAsksNoPastAndTheSecondDoes() throws Exception {
    try (Deployment scheduler = deployed(false, "test {{ ds }} != 2026-06-01")) {
      DagRun failed = scheduler.trigger("dag", "by_hand", Instant.parse("2026-06-01T00:00:00Z"));
      scheduler.unpause("dag");
      assertThat(scheduler.finished(failed).state()).isEqualTo(RunState.FAILED);

      scheduler.engine.backfill(backfill("2026-06-02T00:00:00Z", "2026-06-03T00:00:00Z"));
      assertThat(scheduler.finished(of(scheduler, "2026-06-02T00:00:00Z")).state())
          .isEqualTo(RunState.SUCCESS);
      assertThat(scheduler.finished(of(scheduler, "2026-06-03T00:00:00Z")).state())
          .isEqualTo(RunState.SUCCESS);
    }
  }

  @Test
  void theSecondRunOfABackfillWaitsForItsFirst() throws Exception {
    try (Deployment scheduler = deployed(false, "test {{ ds }} != 2026-06-02")) {
      scheduler.engine.backfill(backfill("2026-06-02T00:00:00Z", "2026-06-03T00:00:00Z"));
      scheduler.unpause("dag");
      assertThat(scheduler.finished(of(scheduler, "2026-06-02T00:00:00Z")).state())
          .isEqualTo(RunState.FAILED);
      assertWaiting(scheduler, of(scheduler, "2026-06-03T00:00:00Z"));
    }
  }

  /** {@code last_dagrun.logical_date < ti.task.start_date}, with catchup. */
  @Test
  void aBackfillOfATimeBeforeTheStartIsNotThePastOfTheFirstScheduledRun() throws Exception {
    try (Deployment scheduler = deployed(true, "test {{ ds }} != 2026-06-13")) {
      scheduler.engine.backfill(backfill("2026-06-13T00:00:00Z", "2026-06-13T00:00:00Z"));
      scheduler.unpause("dag");
      assertThat(scheduler.finished(of(scheduler, "2026-06-13T00:00:00Z")).state())
          .isEqualTo(RunState.FAILED);
      scheduler.engine.tick();
      assertThat(scheduler.finished(of(scheduler, "2026-06-14T00:00:00Z")).state())
          .isEqualTo(RunState.SUCCESS);
    }
  }
}

package io.xephang.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.scheduler.plan.RunOrder;
import io.xephang.scheduler.state.ReprocessBehavior;
import io.xephang.scheduler.store.Backfilling;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backfills that Airflow 3 refuses in {@code models/backfill.py}, and those that are too large. */
final class BackfillOrderTest {
  private static final String DAGS =
      """
      daily:
        schedule: "0 0 * * *"
        tasks: [{task_id: only, operator: EMPTY}]
      every_minute:
        schedule: "* * * * *"
        tasks: [{task_id: only, operator: EMPTY}]
      by_hand:
        tasks: [{task_id: only, operator: EMPTY}]
      chained:
        schedule: "0 0 * * *"
        tasks: [{task_id: only, operator: EMPTY, depends_on_past: true}]
      """
          .replace("EMPTY", "airflow.providers.standard.operators.empty.EmptyOperator");

  @TempDir private Path folder;
  private Deployment scheduler;

  @BeforeEach
  void deploy() throws Exception {
    scheduler = Deployment.of(folder, DAGS, new SettableClock("2026-06-15T12:00:00Z"));
  }

  @AfterEach
  void close() throws Exception {
    scheduler.close();
  }

  private List<Backfilling> backfills() {
    return scheduler.engine.read(rows -> rows.backfills().all());
  }

  private static BackfillOrder order(
      String dag, String from, String to, ReprocessBehavior reprocess, RunOrder order, int active) {
    return new BackfillOrder(
        dag, Instant.parse(from), Instant.parse(to), reprocess, order, active, "{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "by_hand | 2026-06-01T00:00:00Z | 2026-06-02T00:00:00Z | NONE | OLDEST_FIRST | 1 | its schedule does not recur",
        "daily | 2026-06-02T00:00:00Z | 2026-06-01T00:00:00Z | NONE | OLDEST_FIRST | 1 | from_date must not be after to_date",
        "daily | 2026-06-15T12:00:00Z | 2026-06-16T00:00:00Z | NONE | OLDEST_FIRST | 1 | not for the future",
        "daily | 2026-06-01T00:00:00Z | 2026-06-02T00:00:00Z | NONE | OLDEST_FIRST | 0 | expected at least 1; có / found 0",
        "chained | 2026-06-01T00:00:00Z | 2026-06-02T00:00:00Z | FAILED | NEWEST_FIRST | 1 | [only] có / have depends_on_past: không chạy ngược được",
        "chained | 2026-06-01T00:00:00Z | 2026-06-02T00:00:00Z | NONE | OLDEST_FIRST | 1 | expected --reprocess-behavior failed",
        // Fifty years of minutes: 26 million runs.
        "every_minute | 1976-06-01T00:00:00Z | 2026-06-01T00:00:00Z | NONE | OLDEST_FIRST | 1 | more than 10000 lần chạy / runs; lần thứ 10000 là của / that one is of 1976-06-07T22:39:00Z",
      })
  void isRefused(
      String dag,
      String from,
      String to,
      ReprocessBehavior reprocess,
      RunOrder direction,
      int active,
      String why) {
    BackfillOrder order = order(dag, from, to, reprocess, direction, active);
    for (boolean dry : new boolean[] {true, false}) {
      assertThatThrownBy(
              () -> {
                if (dry) {
                  scheduler.engine.plan(order);
                } else {
                  scheduler.engine.backfill(order);
                }
              })
          .isInstanceOf(OperationRefused.class)
          .hasMessageStartingWith(dag + ": ")
          .hasMessageContaining(why);
    }
    assertThat(backfills()).isEmpty();
    assertThat(scheduler.runs(dag)).isEmpty();
  }

  /** NoBackfillRunsToCreate: only when it is to be made; a dry run shows an empty list. */
  @Test
  void aRangeWithoutRunsIsRefusedAndItsPlanIsEmpty() throws Exception {
    BackfillOrder order =
        order(
            "daily",
            "2026-06-01T01:00:00Z",
            "2026-06-01T02:00:00Z",
            ReprocessBehavior.NONE,
            RunOrder.OLDEST_FIRST,
            1);
    assertThat(scheduler.engine.plan(order)).isEmpty();
    assertThatThrownBy(() -> scheduler.engine.backfill(order))
        .hasMessageContaining("there are no runs from 2026-06-01T01:00:00Z");
    assertThat(backfills()).isEmpty();
  }

  @Test
  void whatReachesIntoTheFutureIsMadeAsFarAsNow() throws Exception {
    BackfillOrder order =
        order(
            "daily",
            "2026-06-14T00:00:00Z",
            "2026-07-14T00:00:00Z",
            ReprocessBehavior.NONE,
            RunOrder.NEWEST_FIRST,
            1);
    assertThat(scheduler.engine.plan(order))
        .extracting(entry -> entry.run().logicalDate().toString())
        .containsExactly("2026-06-15T00:00:00Z", "2026-06-14T00:00:00Z");
  }
}

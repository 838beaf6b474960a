package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xephang.warehouse.QueryStopped.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a query ends before its last row. */
class StoppedQueryTest {
  private static final String ROWS_WITHOUT_END = "FROM range(100000000000000)";
  private static final QueryLimits LONG = new QueryLimits(Duration.ofMinutes(5), Long.MAX_VALUE);

  @TempDir static Path folder;
  private static Warehouse warehouse;

  @BeforeAll
  static void open() throws Exception {
    warehouse = new LakeFixture(folder).publish("2020-08-20").open();
  }

  @AfterAll
  static void close() throws Exception {
    warehouse.close();
  }

  @Test
  void timeCountsWhileRowsAreFetched() {
    DroppedRows rows = new DroppedRows();
    QueryLimits halfASecond = new QueryLimits(Duration.ofMillis(500), Long.MAX_VALUE);
    assertThatThrownBy(
            () ->
                warehouse.select(
                    Select.of(ROWS_WITHOUT_END), halfASecond, new Cancellation(), rows))
        .isInstanceOf(QueryStopped.class)
        .hasMessageStartingWith("Truy vấn bị dừng sau 0.5 giây")
        .hasMessageContaining("The query was stopped after 0.5 seconds, the limit of time");
    assertThat(rows.rows()).as("rows that came before").isGreaterThan(0);
  }

  @Test
  void anotherThreadCancelsItWhereverItIs() throws Exception {
    for (String sql :
        new String[] {
          ROWS_WITHOUT_END,
          "SELECT count(*) FROM range(100000000000000)",
          ROWS_WITHOUT_END + " WHERE hash(range) = 1",
        }) {
      Cancellation cancellation = new Cancellation();
      CompletableFuture<Throwable> asked =
          CompletableFuture.supplyAsync(
              () ->
                  catchThrowable(
                      () ->
                          warehouse.select(Select.of(sql), LONG, cancellation, new DroppedRows())));
      TimeUnit.MILLISECONDS.sleep(200);
      long told = System.nanoTime();
      cancellation.cancel();
      assertThat(asked.get(5, TimeUnit.SECONDS))
          .as(sql)
          .isInstanceOfSatisfying(
              QueryStopped.class,
              stopped -> assertThat(stopped.reason()).isEqualTo(Reason.CANCELLED));
      assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void anInterruptedThreadIsAnsweredAndStaysInterrupted() throws Exception {
    CompletableFuture<String> ended = new CompletableFuture<>();
    Thread asking =
        new Thread(
            () -> {
              Throwable thrown =
                  catchThrowable(
                      () ->
                          warehouse.select(
                              Select.of(ROWS_WITHOUT_END),
                              LONG,
                              new Cancellation(),
                              new DroppedRows()));
              ended.complete(
                  thrown.getClass().getSimpleName()
                      + (Thread.currentThread().isInterrupted() ? ", interrupted" : ""));
            });
    asking.start();
    TimeUnit.MILLISECONDS.sleep(200);
    asking.interrupt();
    assertThat(ended.get(5, TimeUnit.SECONDS)).isEqualTo("QueryStopped, interrupted");
  }

  @Test
  void rowsAreCutAtTheLimitAndItIsSaid() throws Exception {
    QueryLimits three = new QueryLimits(Duration.ofSeconds(10), 3);
    assertThat(
            warehouse.select(
                Select.of(ROWS_WITHOUT_END), three, new Cancellation(), new DroppedRows()))
        .isEqualTo(new Answered(3, true));
    assertThat(
            warehouse.select(
                Select.of("FROM range(3)"), three, new Cancellation(), new DroppedRows()))
        .as("exactly as many as the limit")
        .isEqualTo(new Answered(3, false));
  }

  @Test
  void whatTheSinkThrowsEndsIt() {
    IOException full = new IOException("No space left on device");
    RowSink sink =
        new RowSink() {
          @Override
          public void columns(List<ResultColumn> columns) {
            assertThat(columns).containsExactly(new ResultColumn("range", "BIGINT"));
          }

          @Override
          public void row(List<Object> values) throws IOException {
            throw full;
          }

          @Override
          public void end() {
            throw new AssertionError("it did not end");
          }
        };
    assertThatThrownBy(() -> warehouse.select(ROWS_WITHOUT_END, sink)).isSameAs(full);
  }

  @Test
  void limitsAreChecked() {
    assertThatThrownBy(() -> new QueryLimits(Duration.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time is PT0S, expected more than nothing");
    assertThatThrownBy(() -> new QueryLimits(Duration.ofSeconds(1), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows are 0, expected at least 1");
  }
}

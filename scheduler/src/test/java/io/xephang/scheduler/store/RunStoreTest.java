package io.xephang.scheduler.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RunStoreTest {
  private static final Duration MOMENT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void whoAsksWhetherItAnswersDoesNotWaitForATransactionThatHangs() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (RunStore store = RunStore.inMemory()) {
      assertThat(store.answersWithin(LONG)).isTrue();
      CompletableFuture<Void> hanging =
          CompletableFuture.runAsync(
              () ->
                  store.transact(
                      rows -> {
                        begun.countDown();
                        waitFor(end);
                        return rows;
                      }));
      begun.await();
      assertThat(store.answersWithin(MOMENT)).isFalse();
      end.countDown();
      hanging.join();
      assertThat(store.answersWithin(LONG)).isTrue();
    }
  }

  @Test
  void aClosedOneDoesNotAnswer() throws Exception {
    RunStore store = RunStore.inMemory();
    store.close();
    assertThat(store.answersWithin(LONG)).isFalse();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

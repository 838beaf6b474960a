package io.xephang.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.store.RunStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.SchedulerException;

/** No pulse before the recovery: what it had just queued would look as if it had been left over. */
final class RecoveryComesFirstTest {
  private static final String STARTING = "starting";

  @TempDir private Path folder;

  /** Notes which threads decide something: each asks what time it is. */
  private static final class NotingClock extends Clock {
    final List<String> threads = new CopyOnWriteArrayList<>();

    @Override
    public Instant instant() {
      threads.add(Thread.currentThread().getName());
      return Instant.parse("2026-06-15T12:00:00Z");
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void evenIfTheDatabaseMakesItWaitLongerThanAPulse() throws Exception {
    NotingClock clock = new NotingClock();
    CountDownLatch held = new CountDownLatch(1);
    try (RunStore store = RunStore.inMemory();
        QuartzWorkers workers =
            new QuartzWorkers(1, folder.resolve("logs"), Map.of(), line -> {})) {
      DagCatalog none = new DagCatalog(new TreeMap<>(), List.of());
      Engine engine = new Engine(store, none, clock, 1, workers);
      Thread holder = new Thread(() -> hold(store, held));
      holder.start();
      held.await();
      Thread starting = new Thread(() -> serve(workers, engine), STARTING);
      starting.start();
      holder.join();
      starting.join();
      Deployment.await(
          () -> clock.threads.stream().anyMatch(name -> !name.equals(STARTING)),
          () -> "a pulse comes");
      assertThat(clock.threads.get(0)).as("who decided first").isEqualTo(STARTING);
    }
  }

  /** For longer than two pulses. */
  private static void hold(RunStore store, CountDownLatch held) {
    store.transact(
        rows -> {
          held.countDown();
          try {
            Thread.sleep(2500);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return rows;
        });
  }

  private static void serve(QuartzWorkers workers, Engine engine) {
    try {
      workers.serve(engine);
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }
}

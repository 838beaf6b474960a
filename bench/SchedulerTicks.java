import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.dag.DagFolder;
import io.xephang.scheduler.engine.AttemptOrder;
import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.engine.PauseState;
import io.xephang.scheduler.engine.Workers;
import io.xephang.scheduler.process.AttemptEnd;
import io.xephang.scheduler.store.RunStore;
import io.xephang.scheduler.store.TaskInstance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What one look at everything takes, with the dags of a folder, all unpaused and each with a run at
 * work: java -cp 'cli/target/app/lib/*' bench/SchedulerTicks.java DAGS
 */
final class SchedulerTicks {
  private static final int TICKS = 200;

  public static void main(String[] arguments) throws Exception {
    DagCatalog catalog = new DagFolder(Path.of(arguments[0]), Map.of()).read();
    Workers nobody =
        new Workers() {
          @Override
          public void start(AttemptOrder order) {}

          @Override
          public void adopt(TaskInstance task) {}

          @Override
          public Optional<AttemptEnd> exited(TaskInstance task) {
            return Optional.empty();
          }

          @Override
          public void stop(TaskInstance task) {}

          @Override
          public void wakeAt(Instant moment) {}
        };
    Path file = Files.createTempDirectory("ticks").resolve("runs");
    try (RunStore store = RunStore.open(file)) {
      Engine engine = new Engine(store, catalog, Clock.systemUTC(), 1000, nobody);
      for (String dag : catalog.dags().keySet()) {
        engine.pause(dag, PauseState.ACTIVE);
      }
      long[] nanos = new long[TICKS];
      for (int i = 0; i < TICKS; i++) {
        long from = System.nanoTime();
        engine.tick();
        nanos[i] = System.nanoTime() - from;
      }
      Arrays.sort(nanos);
      System.out.printf(
          "a look at everything: median %.1f ms, 95%% %.1f ms, most %.1f ms (%d dags)%n",
          nanos[TICKS / 2] / 1e6,
          nanos[TICKS * 95 / 100] / 1e6,
          nanos[TICKS - 1] / 1e6,
          catalog.dags().size());
    }
  }
}

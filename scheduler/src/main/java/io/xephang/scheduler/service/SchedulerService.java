package io.xephang.scheduler.service;

import io.xephang.home.WriterLock;
import io.xephang.home.WriterLock.LockTaken;
import io.xephang.scheduler.alert.AlertChannels;
import io.xephang.scheduler.api.Api;
import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.engine.QuartzWorkers;
import io.xephang.scheduler.process.ProcessMark;
import io.xephang.scheduler.store.RunStore;
import io.xephang.scheduler.store.StoreFailed;
import io.xephang.scheduler.store.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.quartz.SchedulerException;

/** A scheduler at work: engine, API, and an eye on the dag files. One for a home folder. */
public final class SchedulerService implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final WriterLock lock;
  private final RunStore store;
  private final QuartzWorkers workers;
  private final Engine engine;
  private final HttpDoor door;
  private final AlertPost post;
  private final Retention retention;
  private final SchedulerSettings settings;
  private final Consumer<String> told;
  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
  private SortedMap<String, String> seen;
  private ScheduledFuture<?> looking;

  private SchedulerService(
      SchedulerSettings settings,
      WriterLock lock,
      RunStore store,
      Clock clock,
      Consumer<String> told)
      throws IOException, SchedulerException {
    this.settings = settings;
    this.lock = lock;
    this.store = store;
    this.told = told;
    this.seen = settings.dags().fingerprint();
    this.workers =
        new QuartzWorkers(
            settings.places(), settings.folder().logs(), settings.environment(), told);
    DagCatalog catalog = LastGoodDags.read(settings.dags(), store);
    ImportAlerts.store(catalog, seen, store, clock.instant());
    this.engine = new Engine(store, catalog, clock, settings.places(), workers);
    this.post = new AlertPost(engine, AlertChannels.of(settings.environment(), clock), told);
    this.retention = new Retention(engine, settings.folder().logs(), settings.keptDays());
    this.door =
        HttpDoor.at(
            settings.address(),
            settings.port(),
            new Api(engine, settings.version(), settings.folder().logs()),
            new Tokens(Secret.keptIn(settings.folder().token()), clock),
            told);
  }

  /**
   * Starts a scheduler.
   *
   * @param told is told what the operator should know
   * @throws LockTaken if another scheduler, or a command, has the database open
   */
  public static SchedulerService start(
      SchedulerSettings settings, Clock clock, Consumer<String> told)
      throws IOException, LockTaken, StoreUnavailable, SchedulerException {
    Files.createDirectories(settings.folder().folder());
    WriterLock lock =
        WriterLock.take(
            settings.folder().lock(),
            "xephang scheduler, process " + ProcessHandle.current().pid());
    try {
      RunStore store = RunStore.open(settings.folder().runs());
      try {
        SchedulerService service = new SchedulerService(settings, lock, store, clock, told);
        try {
          service.begin();
        } catch (IOException | SchedulerException | RuntimeException e) {
          service.close();
          throw e;
        }
        return service;
      } catch (IOException | SchedulerException | RuntimeException e) {
        store.close();
        throw e;
      }
    } catch (IOException | StoreUnavailable | SchedulerException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private void begin() throws IOException, SchedulerException {
    workers.serve(engine);
    door.open();
    new Endpoint(
            settings.address().getHostAddress(),
            door.port(),
            ProcessMark.of(ProcessHandle.current().pid()).orElseThrow())
        .write(settings.folder().endpoint());
    long seconds = BETWEEN_LOOKS.toSeconds();
    looking = watch.scheduleWithFixedDelay(this::look, seconds, seconds, TimeUnit.SECONDS);
  }

  /** Reads the dag files again if one has changed, and sends what is to be told. */
  private void look() {
    try {
      post.deliver();
      SortedMap<String, String> now = settings.dags().fingerprint();
      if (!now.equals(seen)) {
        DagCatalog catalog = LastGoodDags.read(settings.dags(), store);
        engine.use(catalog);
        ImportAlerts.store(catalog, now, store, engine.now());
        seen = now;
      }
      retention.sweepNowAndThen();
    } catch (StoreFailed e) {
      told.accept(e.getMessage());
    } catch (IOException | RuntimeException e) {
      // A folder may vanish while it is read. Whatever it is: who throws is never called again.
      told.accept(e.toString());
    }
  }

  public Engine engine() {
    return engine;
  }

  public int port() {
    return door.port();
  }

  /** Stops deciding. Tasks at work go on, and are found again by the next scheduler. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(settings.folder().endpoint());
    if (looking != null) {
      looking.cancel(false);
    }
    watch.shutdown();
    door.close();
    workers.close();
    store.close();
    lock.close();
  }
}

package io.xephang.scheduler.engine;

import io.xephang.scheduler.process.AttemptEnd;
import io.xephang.scheduler.process.AttemptFiles;
import io.xephang.scheduler.process.TaskProcess;
import io.xephang.scheduler.store.AttemptKey;
import io.xephang.scheduler.store.StoreFailed;
import io.xephang.scheduler.store.TaskInstance;
import io.xephang.scheduler.template.TemplateFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

/**
 * The engine's time and hands are Quartz: a one-shot trigger wakes the engine at the next moment
 * that the run table knows of, and each attempt is a job; a pulse every second wakes it too, in
 * case the clock was set. Quartz keeps nothing: after a restart everything is armed again from the
 * run table.
 */
public final class QuartzWorkers implements Workers, AutoCloseable {
  private static final TriggerKey WAKE = TriggerKey.triggerKey("wake");
  private static final String ENGINE = "engine";
  private static final String WORK = "work";
  private static final Duration PULSE = Duration.ofSeconds(1);
  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

  /** Threads besides those of attempts: for waking, and for ending attempts. */
  private static final int OTHER_THREADS = 4;

  private final Scheduler quartz;

  /** Not of Quartz, whose next moment would be far away once the clock was set back. */
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "pulse");
            thread.setDaemon(true);
            return thread;
          });

  /** Processes that an earlier scheduler has started, as long as they are at work. */
  private final Map<AttemptKey, TaskProcess> adopted = new ConcurrentHashMap<>();

  private final Path logs;
  private final Map<String, String> environment;
  private final Consumer<String> told;
  private Engine engine;
  private volatile boolean closing;
  private Instant armed = Instant.MIN;

  /**
   * Workers that do nothing before {@link #serve}.
   *
   * @param places how many attempts may be at work at once
   * @param logs folder of the attempts' files
   * @param environment variables that commands inherit
   * @param told is told what the operator should know
   */
  public QuartzWorkers(
      int places, Path logs, Map<String, String> environment, Consumer<String> told)
      throws SchedulerException {
    this.logs = logs;
    this.environment = Map.copyOf(environment);
    this.told = told;
    Properties settings = new Properties();
    settings.setProperty("org.quartz.scheduler.instanceName", "xephang-" + logs);
    settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    settings.setProperty(
        "org.quartz.threadPool.threadCount", Integer.toString(places * 2 + OTHER_THREADS));
    settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    quartz = new StdSchedulerFactory(settings).getScheduler();
  }

  /**
   * Lets this engine go on from where an earlier scheduler stopped, and wakes it from then on.
   * Nothing happens before it has recovered: what a first pulse has just queued would look as if it
   * had been left over.
   */
  public void serve(Engine served) throws SchedulerException {
    engine = served;
    quartz.getContext().put(ENGINE, this);
    quartz.addJob(JobBuilder.newJob(Wake.class).withIdentity("wake").storeDurably().build(), true);
    engine.recover();
    quartz.start();
    ScheduledFuture<?> unused =
        pulse.scheduleWithFixedDelay(
            this::beat, PULSE.toMillis(), PULSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      lookAfterAdopted();
    } catch (RuntimeException e) {
      // Whoever throws is never called again.
      tell(e);
    }
    tick();
  }

  private void tick() {
    try {
      engine.tick();
    } catch (RuntimeException e) {
      // Nothing was decided; the next pulse tries again.
      tell(e);
    }
  }

  private void tell(RuntimeException e) {
    told.accept(e instanceof StoreFailed ? e.getMessage() : e.toString());
  }

  @Override
  public synchronized void wakeAt(Instant moment) {
    // Quartz remembers only the latest change to its triggers: one that changes nothing would hide
    // from it that a task is to start now.
    if (moment.equals(armed)) {
      return;
    }
    armed = moment;
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(WAKE)
            .forJob("wake")
            // Quartz cuts to milliseconds: never before the moment.
            .startAt(Date.from(moment.plusMillis(1)))
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
            .build();
    try {
      if (quartz.rescheduleJob(WAKE, trigger) == null) {
        quartz.scheduleJob(trigger);
      }
    } catch (SchedulerException e) {
      // It was fired between the two; the pulse sees to what is due.
      told.accept("Quartz: " + e.getMessage());
    }
  }

  @Override
  public void start(AttemptOrder order) {
    submit(
        () -> {
          finish(order.key(), ran(order));
          return null;
        });
  }

  private AttemptEnd ran(AttemptOrder order) throws InterruptedException {
    AttemptFiles files = AttemptFiles.of(logs, order.key());
    try {
      CommandText text = CommandText.of(order, environment);
      files.note("*** " + order.key() + "\n*** " + text.command().strip().replace("\n", "\n*** "));
      TaskProcess process = TaskProcess.start(files, text.command(), text.environment());
      if (wanted(order.key(), process)) {
        process.begin();
      }
      return process.await();
    } catch (TemplateFailed | IOException | RuntimeException e) {
      // Also what no check has foreseen, such as a variable that no process can have.
      try {
        files.note("*** " + e.getMessage());
      } catch (IOException unwritten) {
        told.accept(order.key() + ": " + unwritten.getMessage());
      }
      return new AttemptEnd.CouldNotStart(e.getMessage());
    }
  }

  /** Unless it is written down that the process is there, its command does not run. */
  private boolean wanted(AttemptKey key, TaskProcess process) throws IOException {
    boolean wanted = false;
    try {
      wanted = engine.started(key, process.mark());
    } catch (StoreFailed e) {
      told.accept(e.getMessage());
    }
    if (!wanted) {
      process.abandon();
    }
    return wanted;
  }

  /** There may be more of these than places, and so than threads: no thread waits for one. */
  @Override
  public void adopt(TaskInstance task) {
    AttemptFiles files = AttemptFiles.of(logs, task.currentAttempt());
    adopted.put(task.currentAttempt(), TaskProcess.found(files, task.process().orElseThrow()));
  }

  private void lookAfterAdopted() {
    List<AttemptKey> ended =
        adopted.entrySet().stream()
            .filter(entry -> entry.getValue().hasEnded())
            .map(Map.Entry::getKey)
            .toList();
    for (AttemptKey key : ended) {
      TaskProcess process = adopted.remove(key);
      submit(
          () -> {
            try {
              finish(key, process.await());
            } catch (IOException | RuntimeException e) {
              // It is tried again.
              adopted.put(key, process);
              throw e;
            }
            return null;
          });
    }
  }

  @Override
  public Optional<AttemptEnd> exited(TaskInstance task) {
    try {
      return AttemptFiles.of(logs, task.currentAttempt()).exited();
    } catch (IOException e) {
      // Whoever waits for its process will learn it.
      told.accept(task.currentAttempt() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void stop(TaskInstance task) {
    submit(
        () -> {
          AttemptFiles files = AttemptFiles.of(logs, task.currentAttempt());
          TaskProcess.found(files, task.process().orElseThrow()).stop();
          return null;
        });
  }

  /** How an attempt ended is kept, however long the database takes to be usable again. */
  private void finish(AttemptKey key, AttemptEnd end) throws InterruptedException {
    // Once this scheduler is closing, the next one learns it from the attempt's files.
    while (!closing) {
      try {
        engine.ended(key, end);
        return;
      } catch (RuntimeException e) {
        tell(e);
        Thread.sleep(BEFORE_NEXT_TRY.toMillis());
      }
    }
  }

  private void submit(Callable<Void> work) {
    JobDetail job = JobBuilder.newJob(Work.class).build();
    job.getJobDataMap().put(WORK, work);
    try {
      quartz.scheduleJob(job, TriggerBuilder.newTrigger().startNow().build());
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends waking and waiting; processes of attempts go on and are found again. */
  @Override
  public void close() {
    closing = true;
    pulse.shutdown();
    try {
      quartz.shutdown(false);
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has the engine look. */
  public static final class Wake implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      workers(context).tick();
    }
  }

  /** Does one piece of work. */
  public static final class Work implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      try {
        @SuppressWarnings("unchecked")
        Callable<Void> work = (Callable<Void>) context.getMergedJobDataMap().get(WORK);
        work.call();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        workers(context).told.accept(e.toString());
      }
    }
  }

  private static QuartzWorkers workers(JobExecutionContext context) {
    try {
      return (QuartzWorkers) context.getScheduler().getContext().get(ENGINE);
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }
}

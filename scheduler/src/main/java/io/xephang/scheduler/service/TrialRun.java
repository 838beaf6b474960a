package io.xephang.scheduler.service;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.dag.Task;
import io.xephang.scheduler.engine.Engine;
import io.xephang.scheduler.engine.OperationRefused;
import io.xephang.scheduler.engine.PauseState;
import io.xephang.scheduler.engine.QuartzWorkers;
import io.xephang.scheduler.engine.TriggerOrder;
import io.xephang.scheduler.plan.RunBounds;
import io.xephang.scheduler.process.AttemptFiles;
import io.xephang.scheduler.process.TaskProcess;
import io.xephang.scheduler.state.Retries;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.RunStore;
import io.xephang.scheduler.store.StoreFailed;
import io.xephang.scheduler.store.TaskInstance;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quartz.SchedulerException;

/**
 * One run of a dag for trying it out: its tasks really run, each once, and no trace of the run is
 * left.
 */
public final class TrialRun {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final Dag dag;
  private final SchedulerSettings settings;
  private final Clock clock;

  /**
   * A run that is to be made.
   *
   * @param dag as its file describes it
   */
  public TrialRun(Dag dag, SchedulerSettings settings, Clock clock) {
    this.dag = alone(dag);
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Who tries a dag out wants one run, and no waiting for another attempt: its schedule ends before
   * it begins, and its tasks have no retries.
   */
  private static Dag alone(Dag dag) {
    List<Task> tasks =
        dag.tasks().stream()
            .map(
                task ->
                    new Task(
                        task.id(),
                        task.operation(),
                        task.before(),
                        new Retries(0, Duration.ZERO, 0, Optional.empty()),
                        task.timeout(),
                        task.rule(),
                        false,
                        task.owner()))
            .toList();
    return new Dag(
        dag.id(),
        dag.file(),
        dag.description(),
        dag.documentation(),
        dag.timetable(),
        dag.zone(),
        // It ends before it begins: nothing is scheduled beside the run that was asked for.
        new RunBounds(
            Optional.of(Instant.EPOCH), Optional.of(Instant.EPOCH.minusSeconds(1)), false),
        dag.maxActiveRuns(),
        dag.maxActiveTasks(),
        dag.timeout(),
        dag.params(),
        dag.tags(),
        tasks);
  }

  /**
   * Runs it to its end.
   *
   * @param logs a folder for the attempts' files, which the caller removes
   * @param out is told what tasks have written, one task after the other
   * @return how it ended
   */
  public RunState run(TriggerOrder order, Path logs, PrintStream out)
      throws OperationRefused, SchedulerException, IOException, InterruptedException {
    DagCatalog catalog = new DagCatalog(new TreeMap<>(Map.of(dag.id(), dag)), List.of());
    try (RunStore store = RunStore.inMemory();
        QuartzWorkers workers =
            new QuartzWorkers(settings.places(), logs, settings.environment(), out::println)) {
      Engine engine = new Engine(store, catalog, clock, settings.places(), workers);
      workers.serve(engine);
      engine.pause(dag.id(), PauseState.ACTIVE);
      DagRun run = engine.trigger(order);
      // Tasks do not hear of Ctrl-C, and nobody would find them again.
      Thread ending = new Thread(() -> stopTasks(engine, logs), "end-trial");
      Runtime.getRuntime().addShutdownHook(ending);
      try {
        return watched(engine, run, logs, out);
      } finally {
        removeHook(ending);
      }
    }
  }

  private static void removeHook(Thread ending) {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      // The process is ending: the hook is at work.
    }
  }

  private static void stopTasks(Engine engine, Path logs) {
    try {
      for (TaskInstance task : engine.read(rows -> rows.tasks().withProcess())) {
        if (task.process().isPresent()) {
          AttemptFiles files = AttemptFiles.of(logs, task.currentAttempt());
          TaskProcess.found(files, task.process().get()).stop();
        }
      }
    } catch (IOException | StoreFailed e) {
      // Nothing more can be done about them.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static RunState watched(Engine engine, DagRun run, Path logs, PrintStream out)
      throws IOException, InterruptedException {
    Set<String> shown = new HashSet<>();
    while (true) {
      DagRun now = engine.read(rows -> rows.runs().find(run.dagId(), run.runId())).orElseThrow();
      for (TaskInstance task : engine.read(rows -> rows.tasks().of(run.dagId(), run.runId()))) {
        if (task.state().finished() && shown.add(task.key().taskId())) {
          out.println("== " + task.key().taskId() + ": " + task.state().id());
          if (Files.exists(AttemptFiles.of(logs, task.currentAttempt()).log())) {
            Files.copy(AttemptFiles.of(logs, task.currentAttempt()).log(), out);
          }
        }
      }
      if (now.state().finished()) {
        return now.state();
      }
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }
}

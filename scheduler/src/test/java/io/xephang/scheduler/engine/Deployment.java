package io.xephang.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.dag.DagFolder;
import io.xephang.scheduler.process.AttemptFiles;
import io.xephang.scheduler.store.AttemptKey;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.RunStore;
import io.xephang.scheduler.store.TaskInstance;
import io.xephang.scheduler.store.TaskKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A scheduler with a database, processes and a clock in a folder of a test. */
final class Deployment implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  final RunStore store;
  final Engine engine;
  final QuartzWorkers workers;
  final Path folder;
  final List<String> told = Collections.synchronizedList(new ArrayList<>());

  private Deployment(Path folder, String dags, Clock clock, int places) throws Exception {
    this.folder = folder;
    Files.createDirectories(folder.resolve("dags"));
    Files.writeString(folder.resolve("dags").resolve("dags.yaml"), dags);
    DagCatalog catalog = new DagFolder(folder.resolve("dags"), Map.of()).read();
    assertThat(catalog.problems()).isEmpty();
    store = RunStore.open(folder.resolve("runs"));
    workers =
        new QuartzWorkers(
            places, folder.resolve("logs"), Map.of("PATH", System.getenv("PATH")), told::add);
    engine = new Engine(store, catalog, clock, places, workers);
    workers.serve(engine);
  }

  static Deployment of(Path folder, String dags, Clock clock) throws Exception {
    return new Deployment(folder, dags, clock, 8);
  }

  static Deployment of(Path folder, String dags, Clock clock, int places) throws Exception {
    return new Deployment(folder, dags, clock, places);
  }

  /** Somebody writes other dags into the file, and the scheduler reads it. */
  void edit(String dags) throws IOException {
    Files.writeString(folder.resolve("dags").resolve("dags.yaml"), dags);
    DagCatalog catalog = new DagFolder(folder.resolve("dags"), Map.of()).read();
    assertThat(catalog.problems()).isEmpty();
    engine.use(catalog);
  }

  DagRun trigger(String dagId) throws OperationRefused {
    return engine.trigger(
        new TriggerOrder(
            dagId, Optional.empty(), Optional.empty(), Optional.empty(), "{}", Optional.empty()));
  }

  DagRun trigger(String dagId, String runId, Instant logicalDate) throws OperationRefused {
    return engine.trigger(
        new TriggerOrder(
            dagId,
            Optional.of(runId),
            Optional.of(logicalDate),
            Optional.empty(),
            "{}",
            Optional.empty()));
  }

  void unpause(String dagId) throws OperationRefused {
    engine.pause(dagId, PauseState.ACTIVE);
  }

  /** Waits for the run to end. */
  DagRun finished(DagRun run) {
    await(() -> read(run).state().finished(), () -> run.runId() + ": " + states(run));
    return read(run);
  }

  DagRun read(DagRun run) {
    return engine.read(rows -> rows.runs().find(run.dagId(), run.runId())).orElseThrow();
  }

  List<DagRun> runs(String dagId) {
    return engine.read(rows -> rows.runs().of(dagId));
  }

  /** The state of each task, by id. */
  Map<String, String> states(DagRun run) {
    Map<String, String> states = new TreeMap<>();
    for (TaskInstance task : engine.read(rows -> rows.tasks().of(run.dagId(), run.runId()))) {
      states.put(task.key().taskId(), task.state().id());
    }
    return states;
  }

  TaskInstance task(DagRun run, String taskId) {
    return engine
        .read(rows -> rows.tasks().find(new TaskKey(run.dagId(), run.runId(), taskId)))
        .orElseThrow();
  }

  /** State and reason of each attempt that has ended. */
  List<String> attempts(DagRun run, String taskId) {
    return engine
        .read(rows -> rows.tasks().attempts(new TaskKey(run.dagId(), run.runId(), taskId)))
        .stream()
        .map(attempt -> attempt.state().id() + attempt.reason().map(why -> ": " + why).orElse(""))
        .toList();
  }

  String log(DagRun run, String taskId, int attempt) throws IOException {
    TaskKey task = new TaskKey(run.dagId(), run.runId(), taskId);
    return AttemptFiles.of(folder.resolve("logs"), new AttemptKey(task, attempt))
        .logPart(0)
        .map(part -> String.join("\n", part.lines()) + "\n")
        .orElse("");
  }

  void clear(DagRun run, String... taskIds) throws OperationRefused {
    engine.clear(
        new ClearOrder(
            run.dagId(),
            Optional.of(run.runId()),
            Optional.empty(),
            Optional.empty(),
            Set.of(taskIds),
            false,
            false,
            ClearOrder.Only.ANY,
            true,
            false));
  }

  static void await(BooleanSupplier condition, Supplier<String> standing) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(standing).isBefore(end);
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() throws Exception {
    workers.close();
    store.close();
  }
}

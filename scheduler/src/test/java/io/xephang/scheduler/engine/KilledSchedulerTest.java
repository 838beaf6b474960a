package io.xephang.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.scheduler.plan.RunOrder;
import io.xephang.scheduler.process.ProcessMark;
import io.xephang.scheduler.state.ReprocessBehavior;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.state.TaskState;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.RunStore;
import io.xephang.scheduler.store.StoreUnavailable;
import io.xephang.scheduler.store.TaskInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedulers and tasks that are killed by kill -9, and disks that are full. */
final class KilledSchedulerTest {
  private static final String DAGS =
      """
      slow:
        tasks:
          - task_id: only
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "echo begun >> %s/ran; while ! test -e %s/go; do sleep 0.05; done; echo ended >> %s/ran"
            retries: 1
            retry_delay: 0
      daily:
        schedule: "@daily"
        start_date: 2020-01-01
        tasks:
          - task_id: one
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "echo one {{ ds }} >> %s/ran"
          - task_id: two
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "echo two {{ ds }} >> %s/ran"
            dependencies: [one]
      """;

  /** Printed when a test fails, so that it can be done again. */
  private static final long SEED = 20260620;

  private final List<Process> started = new ArrayList<>();

  @TempDir private Path folder;

  private Deployment here() throws Exception {
    return Deployment.of(folder, DAGS.replace("%s", folder.toString()), Clock.systemUTC());
  }

  /** A scheduler in a process of its own, once it is at work. */
  private Process elsewhere(String... before) throws Exception {
    Files.deleteIfExists(folder.resolve("ready"));
    List<String> command = new ArrayList<>(List.of(before));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(SchedulerProcess.class.getName(), folder.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    started.add(process);
    Deployment.await(
        () -> Files.exists(folder.resolve("ready")) || !process.isAlive(),
        () -> "the scheduler starts");
    return process;
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @AfterEach
  void endWhatIsLeft() throws Exception {
    Files.createFile(folder.resolve("go"));
    for (Process process : started) {
      kill(process);
    }
  }

  private List<String> ran() throws IOException {
    Path ran = folder.resolve("ran");
    return Files.exists(ran) ? Files.readAllLines(ran) : List.of();
  }

  /** A run of the dag "slow" whose task has begun, of a scheduler that is killed then. */
  private DagRun killedWithTaskAtWork() throws Exception {
    DagRun run;
    try (Deployment scheduler = here()) {
      scheduler.unpause("slow");
      run = scheduler.trigger("slow");
      // It leaves its task to the next one.
      Deployment.await(() -> Files.exists(folder.resolve("ran")), () -> "the task begins");
    }
    kill(elsewhere());
    return run;
  }

  @Test
  void aTaskThatOutlivesItsSchedulerIsFoundAndNotRunAgain() throws Exception {
    DagRun run = killedWithTaskAtWork();
    try (Deployment scheduler = here()) {
      assertThat(scheduler.states(run)).isEqualTo(Map.of("only", "running"));
      Files.createFile(folder.resolve("go"));
      assertThat(scheduler.finished(run).state()).isEqualTo(RunState.SUCCESS);
      assertThat(ran()).containsExactly("begun", "ended");
      Files.delete(folder.resolve("go"));
    }
  }

  @Test
  void aTaskThatEndedWhileNoSchedulerRanIsLearntOf() throws Exception {
    DagRun run = killedWithTaskAtWork();
    Files.createFile(folder.resolve("go"));
    Deployment.await(() -> exitFiles() == 1, () -> "the supervisor says how its command has ended");
    try (Deployment scheduler = here()) {
      assertThat(scheduler.finished(run).state()).isEqualTo(RunState.SUCCESS);
      assertThat(scheduler.attempts(run, "only")).containsExactly("success");
      assertThat(ran()).containsExactly("begun", "ended");
    }
    Files.delete(folder.resolve("go"));
  }

  private long exitFiles() {
    try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
      return files.filter(file -> file.toString().endsWith(".exit")).count();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTaskThatIsKilledTooIsDeclaredDeadAndTriedAgain() throws Exception {
    DagRun run = killedWithTaskAtWork();
    ProcessMark mark;
    try (RunStore store = RunStore.open(folder.resolve("runs"))) {
      mark = store.transact(rows -> rows.tasks().withProcess()).get(0).process().orElseThrow();
    }
    List<ProcessMark> family =
        Stream.concat(mark.alive().stream(), mark.alive().orElseThrow().descendants())
            .flatMap(process -> ProcessMark.of(process.pid()).stream())
            .toList();
    mark.alive().orElseThrow().destroyForcibly();
    Deployment.await(() -> mark.alive().isEmpty(), () -> "the supervisor is gone");

    Instant before = Instant.now();
    try (Deployment scheduler = here()) {
      Deployment.await(
          () -> scheduler.task(run, "only").attempt() == 2, () -> scheduler.states(run).toString());
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
      // The command itself had outlived its supervisor: it does not run beside the next attempt.
      assertThat(family).noneMatch(member -> member.alive().isPresent());
      Files.createFile(folder.resolve("go"));
      assertThat(scheduler.finished(run).state()).isEqualTo(RunState.SUCCESS);
      assertThat(scheduler.attempts(run, "only"))
          .satisfiesExactly(
              lost -> assertThat(lost).startsWith("failed: ").contains("its process is gone"),
              second -> assertThat(second).isEqualTo("success"));
      assertThat(ran()).containsExactly("begun", "begun", "ended");
      Files.delete(folder.resolve("go"));
    }
  }

  @Test
  void aSchedulerKilledAtAnyMomentLosesAndDoublesNothing() throws Exception {
    int days = 60;
    try (Deployment scheduler = here()) {
      scheduler.engine.backfill(backfill("2026-01-01T00:00:00Z", days));
      scheduler.unpause("daily");
    }
    Random random = new Random(SEED);
    for (int i = 0; i < 8; i++) {
      Process process = elsewhere();
      Thread.sleep(random.nextInt(250));
      kill(process);
    }
    try (Deployment scheduler = here()) {
      assertBackfilled(scheduler, days);
    }
  }

  private static BackfillOrder backfill(String from, int days) {
    Instant first = Instant.parse(from);
    return new BackfillOrder(
        "daily",
        first,
        first.plus(Duration.ofDays(days - 1L)),
        ReprocessBehavior.NONE,
        RunOrder.OLDEST_FIRST,
        4,
        "{}");
  }

  /** Every date has one run, which succeeded, and each of its tasks ran once. */
  private void assertBackfilled(Deployment scheduler, int days) throws IOException {
    Deployment.await(
        () -> scheduler.engine.read(rows -> rows.backfills().open()).isEmpty(),
        scheduler.told::toString);
    List<DagRun> backfilled =
        scheduler.runs("daily").stream().filter(run -> run.backfill().isPresent()).toList();
    assertThat(backfilled).as("seed %s", SEED).hasSize(days);
    assertThat(backfilled).allMatch(run -> run.state() == RunState.SUCCESS);
    assertThat(backfilled.stream().map(DagRun::logicalDate)).doesNotHaveDuplicates();
    List<String> expected = new ArrayList<>();
    for (DagRun run : backfilled) {
      String day = run.logicalDate().orElseThrow().toString().substring(0, 10);
      expected.addAll(List.of("one " + day, "two " + day));
    }
    List<String> ranOfBackfill = new ArrayList<>(ran());
    ranOfBackfill.retainAll(expected);
    assertThat(ranOfBackfill).as("seed %s", SEED).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aHundredRunsOfThePastRunOnceEach() throws Exception {
    runOnceEach(100);
  }

  /** Half a minute of two cores, so not with every build. */
  @Test
  @Tag("processes")
  void aThousandRunsOfThePastRunOnceEach() throws Exception {
    runOnceEach(1000);
  }

  private void runOnceEach(int days) throws Exception {
    try (Deployment scheduler = here()) {
      scheduler.unpause("daily");
      BackfillOrder order = backfill("2023-01-01T00:00:00Z", days);
      assertThat(scheduler.engine.plan(order)).hasSize(days).allMatch(e -> e.leftSince().isEmpty());
      scheduler.engine.backfill(order);
      assertThatThrownBy(() -> scheduler.engine.backfill(order))
          .isInstanceOf(OperationRefused.class)
          .hasMessageContaining("is not finished yet");
      assertBackfilled(scheduler, days);
      assertThat(scheduler.engine.plan(order))
          .allMatch(entry -> entry.leftSince().orElse("").equals("already exists"));
    }
  }

  @Test
  void aDatabaseThatSomebodyElseHasOpenIsNamed() throws Exception {
    try (Deployment scheduler = here()) {
      assertThat(scheduler.runs("slow")).isEmpty();
    }
    elsewhere();
    assertThatThrownBy(() -> RunStore.open(folder.resolve("runs")))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("another process has it open: " + folder.resolve("runs"));
  }

  @Test
  void aFullDiskIsToldOfAndNothingIsLost() throws Exception {
    int days = 60;
    try (Deployment scheduler = here()) {
      scheduler.engine.backfill(backfill("2026-01-01T00:00:00Z", days));
      scheduler.unpause("daily");
    }
    long kilobytes = Files.size(folder.resolve("runs.mv.db")) / 1024;
    // No file may grow beyond what the database has now, and a little.
    elsewhere("bash", "-c", "ulimit -f " + (kilobytes + 12) + " && exec \"$@\"", "limited");
    Deployment.await(() -> Files.exists(folder.resolve("told")), () -> "it says what is wrong");
    assertThat(Files.readString(folder.resolve("told")))
        .contains("cơ sở dữ liệu của bộ lập lịch / the scheduler's database");
    kill(started.get(0));
    try (Deployment scheduler = here()) {
      assertBackfilled(scheduler, days);
      List<TaskInstance> tasks = scheduler.engine.read(rows -> rows.tasks().all());
      assertThat(tasks).noneMatch(task -> task.state() == TaskState.FAILED);
    }
  }
}

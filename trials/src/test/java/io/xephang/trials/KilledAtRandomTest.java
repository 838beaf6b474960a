package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExitCode;
import io.xephang.home.RunRecord;
import io.xephang.warehouse.NoServedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills runs at any moment, six to nine in a row, with deliveries landing in between; after the run
 * that is let through everything is as in a deployment that was never disturbed.
 */
@Tag("interruption")
class KilledAtRandomTest {
  /** Kills of one lane. */
  private static final int KILLS = Integer.getInteger("trials.kills", 40) / 2;

  private static final double SHARE_DURING_START = 0.1;

  @TempDir private Path folder;
  private static final long SEED = Long.getLong("trials.seed", System.nanoTime());

  private Random random;
  private TrialLog log;
  private TrialDeployment deployment;
  private Timeline timeline;
  private int kills;

  /** Two lanes, so that both cores have something to do. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @Execution(ExecutionMode.CONCURRENT)
  void theNextRunLeavesWhatAnUndisturbedOneWould(int lane) throws Exception {
    random = new Random(SEED + lane);
    log = new TrialLog("Killed at random, lane " + lane + ", -Dtrials.seed=" + SEED);
    DeploymentHome home = new DeploymentHome(folder.resolve("home"));
    try (TrialDeployment opened = new TrialDeployment(SharedInstallation.get(), folder, home)) {
      deployment = opened;
      try {
        deployment.deliveries().first();
        deployment.runUndisturbed();
        timeline = Timeline.of(home, deployment.runs().get(0));
        while (kills < KILLS) {
          chain(Math.min(6 + random.nextInt(4), KILLS - kills));
        }
      } finally {
        log.print(kills, deployment.reader().reads());
      }
    }
  }

  private void chain(int length) throws Exception {
    int target = kills + length;
    deployment.deliveries().something(random);
    while (kills < target) {
      long before = deployment.published();
      kill();
      boolean published = deployment.published() > before;
      deployment.followTwin();
      // A run with nothing to do offers little to interrupt.
      if (published || random.nextInt(3) == 0) {
        deployment.deliveries().something(random);
      }
    }
    deployment.runUndisturbed();
    log.add("undisturbed: all rows as in the twin, " + (int) log.seconds() + " s");
  }

  private void kill() throws Exception {
    Victim victim = Victim.ALL.get(random.nextInt(Victim.ALL.size()));
    Instant start = Instant.now();
    XephangProcess run = deployment.start((String) null);
    String where = awaitMoment(run);
    if (!run.isAlive()) {
      log.add("the run had ended before the kill, exit code " + run.await());
      return;
    }
    if (victim == Victim.JOB && run.job().isEmpty()) {
      log.add("no job to kill yet, or no more: exit code " + run.await());
      return;
    }
    victim.kill(run);
    kills++;
    double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
    String result = victim == Victim.COMMAND ? orphan(run) : "";
    run.awaitJob();
    run.await();
    log.killed(where, victim, seconds, served(), deployment.published() + " published" + result);
  }

  /** The job that outlived its command is still the writer. */
  private String orphan(XephangProcess run) throws Exception {
    if (run.job().isEmpty()) {
      return "";
    }
    XephangProcess second = deployment.start((String) null);
    int exitCode = second.await();
    if (exitCode == ExitCode.ANOTHER_WRITER) {
      assertThat(second.output()).contains("another writer is at work: ", "process ");
      if (random.nextBoolean()) {
        run.killJob();
        kills++;
        return ", second run refused, then the job killed";
      }
      return ", second run refused, the job let through";
    }
    assertThat(run.job()).as("a writer beside a second one: " + second.output()).isEmpty();
    assertThat(exitCode).as(second.output()).isEqualTo(ExitCode.DONE);
    return ", the job ended by itself, second run done";
  }

  /** Waits for a moment of the run, drawn over its whole length; answers which. */
  private String awaitMoment(XephangProcess run) throws Exception {
    Moment moment =
        random.nextDouble() < SHARE_DURING_START
            ? new Moment("", (long) (random.nextDouble() * timeline.passed().get(0).millis()))
            : timeline.draw(random);
    int runsBefore = deployment.runs().size();
    while (run.isAlive() && !moment.milestone().isEmpty() && !hasPassed(moment, runsBefore)) {
      Thread.sleep(10);
    }
    Instant until = Instant.now().plusMillis(moment.millis());
    while (run.isAlive() && Instant.now().isBefore(until)) {
      Thread.sleep(5);
    }
    List<RunRecord> runs = deployment.runs();
    String reached = runs.isEmpty() ? null : runs.get(runs.size() - 1).milestone();
    return reached == null ? "start" : "after " + reached;
  }

  private boolean hasPassed(Moment moment, int runsBefore) throws Exception {
    List<RunRecord> runs = deployment.runs();
    if (runs.isEmpty() || runs.size() < runsBefore) {
      return false;
    }
    Path runLog = deployment.home().runLog(runs.get(runs.size() - 1).runId());
    return Files.exists(runLog)
        && Files.readString(runLog).contains("milestone - " + moment.milestone());
  }

  private long served() throws Exception {
    try {
      return ServedState.of(deployment.home()).publication();
    } catch (NoServedDatabase e) {
      return 0;
    }
  }

  /** A time after a milestone; an empty name is the start of the command. */
  private record Moment(String milestone, long millis) {}

  /** How long an undisturbed run takes from each milestone to the next. */
  private record Timeline(List<Moment> passed) {
    static Timeline of(DeploymentHome home, RunRecord run) throws Exception {
      List<Moment> gaps = new ArrayList<>();
      LocalDateTime last = run.startedAt();
      String name = "started";
      for (String line : Files.readAllLines(home.runLog(run.runId()))) {
        if (line.contains(" milestone - ")) {
          LocalDateTime at = LocalDateTime.parse(line.substring(0, 23).replace(' ', 'T'));
          gaps.add(new Moment(name, Math.max(1, Duration.between(last, at).toMillis())));
          name = line.substring(line.indexOf(" - ") + 3).replaceFirst("(?<=published) .*", "");
          last = at;
        }
      }
      return new Timeline(List.copyOf(gaps));
    }

    /** A moment of the work: any millisecond of it is as likely as any other. */
    Moment draw(Random random) {
      long whole = passed.stream().mapToLong(Moment::millis).sum();
      long at = (long) (random.nextDouble() * whole);
      for (Moment gap : passed) {
        if (at < gap.millis()) {
          return new Moment(gap.milestone(), at);
        }
        at -= gap.millis();
      }
      throw new IllegalStateException("a moment after the end");
    }
  }
}

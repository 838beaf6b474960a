package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExitCode;
import io.xephang.home.RunRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills runs at any moment, many in a row, with deliveries landing in between; after the run that
 * is let through everything is as in a deployment that was never disturbed.
 */
@Tag("interruption")
class KilledAtRandomTest {
  /** Kills that are still to come, of both lanes: the quicker one takes more. */
  private static final AtomicInteger AHEAD =
      new AtomicInteger(Integer.getInteger("trials.kills", 40));

  private static final int KILLS_IN_A_ROW = 10;

  /** So few, at the end, make no row of their own: the last one takes them. */
  private static final int TOO_FEW_FOR_A_ROW = KILLS_IN_A_ROW / 2;

  /** Of a command that is killed alone the job is killed later: two kills in one run. */
  private static final List<Victim> VICTIMS =
      List.of(
          Victim.COMMAND, Victim.COMMAND, Victim.COMMAND, Victim.COMMAND, Victim.JOB, Victim.BOTH);

  /** Of how many jobs that outlive their command one is met by a second run. */
  private static final int SECOND_RUN_OF = 3;

  private static final double SHARE_DURING_START = 0.1;
  private static final long SEED = Long.getLong("trials.seed", System.nanoTime());

  @TempDir private Path folder;

  private int lane;
  private Random random;
  private TrialLog log;
  private TrialDeployment deployment;
  private Timeline timeline;
  private int nights;

  /** Whether something has landed that was not published yet. */
  private boolean pending;

  private int kills;

  /**
   * Two lanes, so that both cores have something to do: small nights of all kinds, and of dossiers.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @Execution(ExecutionMode.CONCURRENT)
  void theNextRunLeavesWhatAnUndisturbedOneWould(int number) throws Exception {
    lane = number;
    random = new Random(SEED + lane);
    log = new TrialLog("Killed at random, lane " + lane + ", -Dtrials.seed=" + SEED);
    DeploymentHome home = new DeploymentHome(folder.resolve("home"));
    try (TrialDeployment opened = new TrialDeployment(SharedInstallation.get(), folder, home)) {
      deployment = opened;
      timeline = SharedInstallation.firstRun();
      try {
        deployment.deliveries().first();
        while (AHEAD.get() > 0) {
          chain();
        }
      } finally {
        log.print(kills, deployment.reader().reads());
      }
    }
  }

  private void chain() throws Exception {
    int target = kills + KILLS_IN_A_ROW;
    deliver();
    for (int runs = 0; goesOn(target); runs++) {
      assertThat(runs).as("runs for %d kills", KILLS_IN_A_ROW).isLessThan(5 * KILLS_IN_A_ROW);
      long before = deployment.published();
      kill();
      deployment.followTwin();
      pending &= deployment.published() == before;
      boolean servingLeft = deployment.served() < deployment.published();
      // A run with nothing to do offers little to interrupt; serving is something to do.
      if (pending ? random.nextInt(8) == 0 : !servingLeft || random.nextBoolean()) {
        deliver();
      }
    }
    undisturbed();
  }

  private boolean goesOn(int target) {
    int ahead = AHEAD.get();
    return ahead > 0 && (kills < target || ahead <= TOO_FEW_FOR_A_ROW);
  }

  private void killed() {
    kills++;
    AHEAD.decrementAndGet();
  }

  private void deliver() throws Exception {
    nights++;
    pending = true;
    // In the second lane a catalog or a name now and then changes dossiers that nobody wrote about.
    if (lane == 1 || nights % 4 == 3) {
      deployment.deliveries().something(random);
    } else {
      deployment.deliveries().dossiers(nights);
    }
  }

  private void undisturbed() throws Exception {
    deliver();
    deployment.runUndisturbed();
    List<RunRecord> runs = deployment.runs();
    timeline = Timeline.of(deployment.home(), runs.get(runs.size() - 1));
    log.add("undisturbed: all rows as in the twin, " + (int) log.seconds() + " s");
  }

  private void kill() throws Exception {
    RunAtWork watched = RunAtWork.next(deployment.home());
    XephangProcess run = deployment.start();
    String where = awaitMoment(run, watched);
    Victim victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
    if (victim == Victim.JOB && run.job().isEmpty()) {
      // There is no job yet, or no more.
      victim = Victim.BOTH;
    }
    if (!run.isAlive()) {
      assertThat(run.await()).as(run.output()).isEqualTo(ExitCode.DONE);
      log.add("the run had ended before the kill");
      return;
    }
    victim.kill(run);
    killed();
    String result = victim == Victim.COMMAND ? orphan(run) : "";
    run.awaitJob();
    run.await();
    log.killed(where, victim, deployment.served(), deployment.published() + " published" + result);
  }

  /** The job that outlived its command is still the writer, until it dies as well. */
  private String orphan(XephangProcess run) throws Exception {
    if (run.job().isEmpty()) {
      return "";
    }
    String second = random.nextInt(SECOND_RUN_OF) == 0 ? secondRun(run) : "";
    Thread.sleep(random.nextInt(1000));
    if (run.job().isEmpty()) {
      return second + ", the job ended by itself";
    }
    run.killJob();
    killed();
    return second + ", then the job killed";
  }

  private String secondRun(XephangProcess run) throws Exception {
    XephangProcess second = deployment.start();
    int exitCode = second.await();
    if (exitCode != ExitCode.ANOTHER_WRITER) {
      assertThat(run.job()).as("a writer beside a second one: " + second.output()).isEmpty();
      assertThat(exitCode).as(second.output()).isEqualTo(ExitCode.DONE);
      return ", second run done";
    }
    assertThat(second.output()).contains("another writer is at work: ", "process ");
    return ", second run refused";
  }

  /** Waits for a moment of the run, drawn over its whole length; answers which. */
  private String awaitMoment(XephangProcess run, RunAtWork watched) throws Exception {
    if (!pending) {
      long left = timeline.gaps().get(0).millis() + timeline.servingMillis();
      Thread.sleep((long) (random.nextDouble() * left));
      return "serving what was left";
    }
    if (random.nextDouble() < SHARE_DURING_START) {
      Thread.sleep((long) (random.nextDouble() * timeline.gaps().get(0).millis()));
      return "start";
    }
    Timeline.Moment moment = timeline.draw(random);
    while (run.isAlive() && timeline.last(watched.passed()) < moment.after()) {
      Thread.sleep(10);
    }
    // A run that is faster than the one before is killed at the next milestone.
    Instant until = Instant.now().plusMillis(moment.millis());
    while (run.isAlive()
        && Instant.now().isBefore(until)
        && timeline.last(watched.passed()) == moment.after()) {
      Thread.sleep(10);
    }
    List<String> passed = watched.passed();
    return passed.isEmpty() ? "start" : "after " + passed.get(passed.size() - 1);
  }
}

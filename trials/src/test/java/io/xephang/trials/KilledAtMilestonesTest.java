package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExitCode;
import io.xephang.home.RunRecord;
import io.xephang.home.RunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runs at named milestones. After some kills comes a run that nobody disturbs; then
 * everything is as in a deployment that was never disturbed.
 */
@Tag("interruption")
class KilledAtMilestonesTest {
  /**
   * Nights in order: what lands, and where the runs are killed before one is let through. At one
   * milestone the command is killed, or the job. At two the command is killed at the first one; the
   * job that has outlived it goes on to the second one, and is killed there.
   */
  private static final List<Night> NIGHTS =
      List.of(
          // Nothing was published before: readers see nothing.
          new Night(
              Deliveries::first,
              List.of(
                  List.of("started"),
                  List.of("lake opened"),
                  List.of("written unit_row", "recorded"))),
          new Night(
              to -> to.night(1),
              List.of(
                  List.of("written catalog_row", "written service"),
                  // The publication stands: later runs find nothing new, and serve it first.
                  List.of("written catalog_snapshot", "published"),
                  List.of("serving unit"),
                  List.of("serving filled"),
                  List.of("serving in place"))),
          new Night(
              to -> to.dossiers(1),
              List.of(
                  List.of("written dossier_message", "written dossier"),
                  List.of("audited", "settled"),
                  List.of("serving about to switch"),
                  List.of("serving switched"),
                  List.of("serving cleared"))));

  private record Night(Landing lands, List<List<String>> runs) {}

  private interface Landing {
    void in(Deliveries deliveries) throws IOException;
  }

  /** The runs above that get past the publication's row: it stands, whatever becomes of them. */
  private static final Set<String> ROW_COMMITTED = Set.of("published", "settled", "recorded");

  private static final Set<String> SWITCHED = Set.of("serving switched", "serving cleared");

  @TempDir private Path folder;
  private final TrialLog log = new TrialLog("Killed at milestones");
  private int kills;

  @Test
  void theNextRunLeavesWhatAnUndisturbedOneWould() throws Exception {
    try (TrialDeployment deployment =
        new TrialDeployment(
            SharedInstallation.get(), folder, new DeploymentHome(folder.resolve("nhà 100%")))) {
      try {
        for (Night night : NIGHTS) {
          night.lands().in(deployment.deliveries());
          for (List<String> milestones : night.runs()) {
            kill(deployment, milestones);
          }
          deployment.runUndisturbed();
          log.add("undisturbed: all rows as in the twin, " + (int) log.seconds() + " s");
        }
      } finally {
        log.print(kills, deployment.reader().reads());
      }
    }
  }

  private void kill(TrialDeployment deployment, List<String> milestones) throws Exception {
    long published = deployment.published();
    long served = deployment.served();
    XephangProcess run = deployment.start(milestones.toArray(String[]::new));
    boolean outlives = milestones.size() > 1;
    if (outlives) {
      killCommandAlone(run, deployment, milestones.get(0));
      assertThat(deployment.served()).as("what readers see meanwhile").isEqualTo(served);
      run.goOn();
    }
    String milestone = milestones.get(milestones.size() - 1);
    Victim victim = outlives ? Victim.JOB : victim(milestone);
    killAt(run, deployment, milestone, victim);
    if (victim == Victim.JOB && !outlives) {
      assertToldByTheCommand(run, deployment, milestone);
    }
    long saw = deployment.served();
    assertThat(deployment.published() - published)
        .as("publications after the run was killed at '%s'", milestone)
        .isEqualTo(ROW_COMMITTED.contains(milestone) ? 1 : 0);
    assertThat(saw)
        .as("what readers see after the run was killed at '%s'", milestone)
        .isEqualTo(SWITCHED.contains(milestone) ? deployment.published() : served);
    deployment.followTwin();
    log.killed(milestone, victim, saw, deployment.published() + " published");
  }

  /** The job that outlives its command is still the writer. */
  private void killCommandAlone(XephangProcess run, TrialDeployment deployment, String milestone)
      throws Exception {
    killAt(run, deployment, milestone, Victim.COMMAND);
    XephangProcess second = deployment.start();
    assertThat(second.await()).as(second.output()).isEqualTo(ExitCode.ANOTHER_WRITER);
    log.killed(
        milestone, Victim.COMMAND, deployment.served(), "second run refused, the job goes on");
  }

  private void killAt(
      XephangProcess run, TrialDeployment deployment, String milestone, Victim victim)
      throws Exception {
    run.awaitStop();
    assertStandsAt(deployment, milestone);
    victim.kill(run);
    kills++;
  }

  private static Victim victim(String milestone) {
    return milestone.startsWith("serving") || milestone.equals("started")
        ? Victim.COMMAND
        : Victim.JOB;
  }

  private static void assertStandsAt(TrialDeployment deployment, String milestone)
      throws IOException {
    assertThat(last(deployment).milestone())
        .as("the record of the run says where it stands")
        .satisfiesAnyOf(
            said -> assertThat(said).startsWith(milestone),
            // What is made up for before the run begins belongs to no run.
            said -> assertThat(milestone).startsWith("serving"));
  }

  private static void assertToldByTheCommand(
      XephangProcess run, TrialDeployment deployment, String milestone) throws Exception {
    assertThat(run.await()).as(run.output()).isEqualTo(ExitCode.FAILED);
    assertThat(last(deployment).status()).isEqualTo(RunStatus.INTERRUPTED);
    assertThat(last(deployment).message()).contains("signal 9", milestone);
  }

  private static RunRecord last(TrialDeployment deployment) throws IOException {
    List<RunRecord> runs = deployment.runs();
    return runs.get(runs.size() - 1);
  }
}

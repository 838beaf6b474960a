package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.RunRecord;
import io.xephang.home.RunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
  /** Nights in order: what lands, and where the runs are killed before one is let through. */
  private static final List<Night> NIGHTS =
      List.of(
          // Nothing was published before: readers see nothing.
          new Night(
              Deliveries::first, List.of("started", "lake opened", "written unit_row", "recorded")),
          new Night(
              to -> to.night(1),
              List.of(
                  "written catalog_row",
                  "written service",
                  // The publication stands: later runs find nothing new, and serve it first.
                  "published",
                  "serving unit",
                  "serving filled",
                  "serving in place")),
          new Night(
              to -> to.dossiers(1),
              List.of(
                  "written dossier_message",
                  "written dossier",
                  "written period_value",
                  "audited",
                  "settled",
                  "serving about to switch",
                  "serving switched",
                  "serving cleared")));

  private record Night(Landing lands, List<String> kills) {}

  private interface Landing {
    void in(Deliveries deliveries) throws IOException;
  }

  /** The runs above that get past the publication's row: it stands, whatever becomes of them. */
  private static final Set<String> ROW_COMMITTED = Set.of("published", "settled", "recorded");

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
          for (String milestone : night.kills()) {
            kill(deployment, milestone);
          }
          deployment.runUndisturbed();
          log.add("undisturbed: all rows as in the twin, " + (int) log.seconds() + " s");
        }
      } finally {
        log.print(kills, deployment.reader().reads());
      }
    }
  }

  private void kill(TrialDeployment deployment, String milestone) throws Exception {
    long before = deployment.served();
    long publishedBefore = deployment.published();
    Victim victim =
        milestone.startsWith("serving") || milestone.equals("started")
            ? Victim.COMMAND
            : kills % 2 == 0 ? Victim.BOTH : Victim.JOB;
    Instant start = Instant.now();
    XephangProcess run = deployment.start(milestone);
    run.awaitStop();
    assertThat(deployment.runs().get(deployment.runs().size() - 1).milestone())
        .as("the record of the run says where it stands")
        .satisfiesAnyOf(
            said -> assertThat(said).startsWith(milestone),
            // What is made up for before the run begins belongs to no run.
            said -> assertThat(milestone).startsWith("serving"));
    victim.kill(run);
    double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
    if (victim == Victim.JOB) {
      assertThat(run.await()).as(run.output()).isEqualTo(1);
      RunRecord killed = deployment.runs().get(deployment.runs().size() - 1);
      if (!milestone.equals("recorded")) {
        assertThat(killed.status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(killed.message()).contains("signal 9", milestone);
      }
    }
    kills++;
    long saw = deployment.served();
    assertThat(deployment.published() - publishedBefore)
        .as("publications after the run was killed at '%s'", milestone)
        .isEqualTo(ROW_COMMITTED.contains(milestone) ? 1 : 0);
    assertThat(saw)
        .as("what readers see after the run was killed at '%s'", milestone)
        .isEqualTo(
            List.of("serving switched", "serving cleared").contains(milestone)
                ? deployment.published()
                : before);
    deployment.followTwin();
    log.killed(milestone, victim, seconds, saw, deployment.published() + " published");
  }
}

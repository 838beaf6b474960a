package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExitCode;
import io.xephang.home.RunStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second run beside one that is at work is refused, and is told who is. */
@Tag("processes")
class TwoWritersTest {
  @TempDir private Path folder;

  @Test
  void theSecondIsRefusedAndToldWhoHoldsTheLock() throws Exception {
    DeploymentHome home = new DeploymentHome(folder.resolve("home"));
    try (TrialDeployment deployment = new TrialDeployment(SharedInstallation.get(), folder, home)) {
      deployment.deliveries().first();
      XephangProcess first = deployment.start("written ingest_file");
      first.awaitStop();
      refused(deployment, "xephang run, process " + first.pid());

      long job = first.job().orElseThrow().pid();
      first.killCommand();
      refused(deployment, "run " + deployment.runs().get(0).runId() + ", process " + job);
      first.goOn();
      first.awaitJob();
      assertThat(deployment.runs().get(0).status())
          .as("the job that outlived its command has published")
          .isEqualTo(RunStatus.PUBLISHED);
      deployment.followTwin();

      XephangProcess serving = deployment.start("serving unit");
      serving.awaitStop();
      refused(deployment, "xephang run, process " + serving.pid());
      serving.goOn();
      assertThat(serving.await()).as(serving.output()).isEqualTo(ExitCode.DONE);
      deployment.runUndisturbed();
    }
  }

  private static void refused(TrialDeployment deployment, String holder) throws Exception {
    int runs = deployment.runs().size();
    XephangProcess second = deployment.start();
    assertThat(second.await()).as(second.output()).isEqualTo(ExitCode.ANOTHER_WRITER);
    assertThat(second.output()).contains("another writer is at work: " + holder);
    assertThat(deployment.runs()).as("no run was begun").hasSize(runs);
  }
}

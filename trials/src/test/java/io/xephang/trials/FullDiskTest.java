package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full or cannot be written: the run fails and says what to do, the last publication
 * is served as before, and when the reason is gone the next run ends as if nothing had been.
 */
@Tag("processes")
class FullDiskTest {
  /** Enough for a few nights of few rows. */
  private static final int MEGABYTES = 64;

  /** Kilobytes: more than any file of the lake of such nights has, less than a served database. */
  private static final int GREATEST_FILE = 1000;

  @TempDir private Path folder;

  @Test
  void aRunSaysWhatToDoAndTheNextOneMakesUpForIt() throws Exception {
    Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("disk"), MEGABYTES);
    assumeTrue(mounted.isPresent(), "no small disk can be mounted here: this takes root");
    try (SmallDisk disk = mounted.get();
        TrialDeployment deployment =
            new TrialDeployment(
                SharedInstallation.get(),
                folder,
                new DeploymentHome(disk.folder().resolve("home")))) {
      deployment.deliveries().first();
      deployment.runUndisturbed();
      String full = "no space left on the disk of " + deployment.home().folder();

      deployment.deliveries().night(1);
      String lake = failsOn(disk, deployment, "written unit_row");
      assertThat(lake).contains(full, "then run again", "Still served: publication 1");
      assertThat(ServedState.of(deployment.home()).publication()).isEqualTo(1);
      disk.free();
      deployment.followTwin();
      deployment.runUndisturbed();
      assertThat(deployment.published()).isEqualTo(2);

      deployment.deliveries().night(2);
      String serving = failsOn(disk, deployment, "serving begun");
      assertThat(serving)
          .contains(full, "the publication stands, and the next run builds it first")
          .contains("Still served: publication 2");
      disk.free();
      deployment.followTwin();
      deployment.runUndisturbed();
      assertThat(deployment.published()).isEqualTo(3);

      disk.readOnly();
      XephangProcess refused = deployment.start();
      assertThat(refused.await()).isEqualTo(ExitCode.FAILED);
      assertThat(refused.output())
          .contains("cannot write to " + deployment.home().folder(), "Read-only file system")
          .contains("Still served: publication 3");
      withoutStackTrace(refused.output());
      disk.writable();
      deployment.runUndisturbed();
    }
  }

  private static String failsOn(SmallDisk disk, TrialDeployment deployment, String milestone)
      throws Exception {
    XephangProcess run = deployment.start(milestone);
    run.awaitStop();
    disk.fill();
    run.goOn();
    assertThat(run.await()).as(run.output()).isEqualTo(ExitCode.FAILED);
    withoutStackTrace(run.output());
    return run.output();
  }

  private static void withoutStackTrace(String output) {
    assertThat(output).doesNotContain("\tat ").doesNotContain("Exception");
  }

  /** Needs no root: a limit on the size of a file is met by the served database alone. */
  @Test
  void aPublicationThatCannotBeServedStandsAndIsServedByTheNextRun() throws Exception {
    try (TrialDeployment deployment =
        new TrialDeployment(
            SharedInstallation.get(), folder, new DeploymentHome(folder.resolve("home")))) {
      deployment.deliveries().first();
      deployment.runUndisturbed();
      deployment.deliveries().night(1);
      List<String> limited =
          new ArrayList<>(
              List.of("bash", "-c", "ulimit -f " + GREATEST_FILE + " && exec \"$@\"", "limited"));
      limited.addAll(deployment.runCommand());
      XephangProcess run = deployment.start(limited);
      assertThat(run.await()).as(run.output()).isEqualTo(ExitCode.FAILED);
      assertThat(run.output())
          .contains("no space left on the disk of " + deployment.home().folder())
          .contains("the publication stands, and the next run builds it first")
          .contains("Still served: publication 1");
      withoutStackTrace(run.output());
      deployment.followTwin();
      assertThat(deployment.published()).isEqualTo(2);
      deployment.runUndisturbed();
    }
  }

  @Test
  void aHomeThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(refusedBy(file.resolve("home"))).contains("cannot write to " + file.resolve("home"));
  }

  @Test
  void aFolderOfRunsThatIsNoneIsNamed() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.createFile(home.resolve("runs"));
    assertThat(refusedBy(home)).contains("cannot write to " + home, home.resolve("runs") + "");
  }

  private String refusedBy(Path home) throws Exception {
    XephangProcess run =
        XephangProcess.start(
            SharedInstallation.get().command("run", "--landing", folder.toString()),
            home,
            folder.resolve("processes"));
    assertThat(run.await()).as(run.output()).isEqualTo(ExitCode.FAILED);
    withoutStackTrace(run.output());
    return run.output();
  }
}

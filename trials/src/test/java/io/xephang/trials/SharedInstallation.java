package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExitCode;
import io.xephang.home.RunRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** The one installation of all trials. */
final class SharedInstallation {
  private static Installation installation;
  private static Timeline firstRun;

  private SharedInstallation() {}

  /**
   * It has run once, so that the job's class data is archived, as it is wherever there are nights.
   */
  static synchronized Installation get() throws Exception {
    if (installation == null) {
      Path target = Path.of("target").toAbsolutePath();
      Installation made = new Installation(target.resolve("installation"));
      Path folder = Files.createTempDirectory(target, "first-run");
      DeploymentHome home = new DeploymentHome(folder.resolve("home"));
      Deliveries deliveries = new Deliveries(Files.createDirectories(folder.resolve("landing")));
      deliveries.first();
      deliveries.dossiers(1);
      XephangProcess run =
          XephangProcess.start(
              made.firstCommand("run", "--landing", deliveries.landing().toString()),
              home.folder(),
              null,
              folder);
      // Meanwhile this process warms up for the twins.
      new Twin(folder.resolve("twin")).run(deliveries);
      assertThat(run.await()).as(run.output()).isEqualTo(ExitCode.DONE);
      firstRun = Timeline.of(home, new RunRecords(home).all().get(0));
      FileUtils.deleteDirectory(folder.toFile());
      installation = made;
    }
    return installation;
  }

  /** How long its run took from milestone to milestone; it wrote every table. */
  static synchronized Timeline firstRun() throws Exception {
    get();
    return firstRun;
  }
}

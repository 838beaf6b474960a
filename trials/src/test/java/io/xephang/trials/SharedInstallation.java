package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExitCode;
import io.xephang.home.RunRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;

/** The one installation of all trials. */
final class SharedInstallation {
  private static final long JOB_END_MILLIS = 1000;

  private static Installation installation;
  private static Timeline firstRun;

  private SharedInstallation() {}

  /**
   * It has run once, so that the job's class data is archived, as it is wherever there are nights.
   */
  static synchronized Installation get() throws Exception {
    if (installation == null) {
      Path target = Path.of("target").toAbsolutePath();
      Installation made = new Installation(Files.createDirectories(target.resolve("installation")));
      if (!made.isArchived()) {
        // At its end the job archives, which takes as long as a run.
        firstRun = run(made::firstCommand).withAtMost("recorded", JOB_END_MILLIS);
      }
      installation = made;
    }
    return installation;
  }

  /** How long a first run takes from milestone to milestone; it writes every table. */
  static synchronized Timeline firstRun() throws Exception {
    Installation made = get();
    if (firstRun == null) {
      firstRun = run(made::command);
    }
    return firstRun;
  }

  private interface CommandLine {
    List<String> of(String... arguments);
  }

  private static Timeline run(CommandLine xephang) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "first-run");
    DeploymentHome home = new DeploymentHome(folder.resolve("home"));
    Deliveries deliveries = new Deliveries(Files.createDirectories(folder.resolve("landing")));
    deliveries.first();
    deliveries.dossiers(1);
    XephangProcess run =
        XephangProcess.start(
            xephang.of("run", "--landing", deliveries.landing().toString()), home.folder(), folder);
    // Meanwhile this process warms up for the twins.
    new Twin(folder.resolve("twin")).run(deliveries);
    assertThat(run.await()).as(run.output()).isEqualTo(ExitCode.DONE);
    Timeline timeline = Timeline.of(home, new RunRecords(home).all().get(0));
    FileUtils.deleteDirectory(folder.toFile());
    return timeline;
  }
}

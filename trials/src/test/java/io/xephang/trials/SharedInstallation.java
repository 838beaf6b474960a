package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
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
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Path FOLDER = Path.of("target", "installation").toAbsolutePath();

  /** Kept beside the archives: the next call of Maven finds both. */
  private static final Path FIRST_RUN = FOLDER.resolve("first-run.json");

  private static Installation installation;

  private SharedInstallation() {}

  /**
   * It has run once, so that the job's class data is archived, as it is wherever there are nights.
   */
  static synchronized Installation get() throws Exception {
    if (installation == null) {
      Installation made = new Installation(Files.createDirectories(FOLDER));
      if (!made.isArchived() || !Files.exists(FIRST_RUN)) {
        // At its end the job archives, which takes as long as a run.
        JSON.writeValue(
            FIRST_RUN.toFile(), run(made::firstCommand).withAtMost("recorded", JOB_END_MILLIS));
      }
      installation = made;
    }
    return installation;
  }

  /** How long the first run took from milestone to milestone; it wrote every table. */
  static synchronized Timeline firstRun() throws Exception {
    get();
    return JSON.readValue(FIRST_RUN.toFile(), Timeline.class);
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

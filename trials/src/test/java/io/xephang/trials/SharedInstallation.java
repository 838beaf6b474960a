package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one installation of all trials. */
final class SharedInstallation {
  private static Installation installation;

  private SharedInstallation() {}

  /**
   * It has run once, so that the job's class data is archived, as it is wherever there are nights.
   */
  static synchronized Installation get() throws Exception {
    if (installation == null) {
      Path target = Path.of("target").toAbsolutePath();
      Installation made = new Installation(target.resolve("installation"));
      Path folder = Files.createTempDirectory(target, "first-run");
      Deliveries deliveries = new Deliveries(Files.createDirectories(folder.resolve("landing")));
      deliveries.first();
      deliveries.dossiers(1);
      XephangProcess run =
          XephangProcess.start(
              made.command("run", "--landing", deliveries.landing().toString()),
              folder.resolve("home"),
              null,
              folder);
      assertThat(run.await()).as(run.output()).isEqualTo(ExitCode.DONE);
      installation = made;
    }
    return installation;
  }
}

package io.xephang.trials;

import java.io.IOException;
import java.nio.file.Path;

/** The one installation of all trials, so that the job's class data is archived once. */
final class SharedInstallation {
  private static Installation installation;

  private SharedInstallation() {}

  static synchronized Installation get() throws IOException {
    if (installation == null) {
      installation = new Installation(Path.of("target", "installation").toAbsolutePath());
    }
    return installation;
  }
}

package io.xephang.cli.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the Spark jobs are installed.
 *
 * @param classPath of the job's process
 * @param options file with its JVM options, written by the build of the jobs
 * @param archive class data that makes it start faster; made by the first run of a build
 */
public record JobInstallation(String classPath, Path options, Path archive) {
  /** The system property by which the launcher names the folder. */
  public static final String PROPERTY = "xephang.jobs";

  /** What the launcher says, if it says something. */
  public static Optional<JobInstallation> fromLauncher() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(JobInstallation::in);
  }

  private static JobInstallation in(Path folder) {
    return new JobInstallation(
        folder.resolve("xephang-jobs.jar").toString(),
        folder.resolve("jvm.options"),
        folder.resolve("xephang-jobs.jsa"));
  }
}

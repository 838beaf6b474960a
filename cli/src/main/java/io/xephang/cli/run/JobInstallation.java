package io.xephang.cli.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the Spark jobs are installed.
 *
 * @param folder written by the build of the jobs
 */
public record JobInstallation(Path folder) {
  /** The system property by which the launcher names the folder. */
  public static final String PROPERTY = "xephang.jobs";

  /** Bytes from which on the JVM is set up for throughput: some 300 000 messages. */
  private static final long LARGE = 256L << 20;

  /** What the launcher says, if it says something. */
  public static Optional<JobInstallation> fromLauncher() {
    String folder = System.getProperty(PROPERTY);
    return folder == null ? Optional.empty() : Optional.of(new JobInstallation(Path.of(folder)));
  }

  /** The jobs; the manifest names the other jars. */
  Path jar() {
    return folder.resolve("xephang-jobs.jar");
  }

  /**
   * Options of the job's JVM, as argument files of the java command.
   *
   * @param bytes how much it will have to read
   */
  List<Path> options(long bytes) {
    return List.of(
        folder.resolve("jvm.options"),
        folder.resolve(bytes < LARGE ? "small.options" : "large.options"));
  }

  /** Class data that makes the job start faster; the first run of a build makes it. */
  Path archive() {
    return folder.resolve("xephang-jobs.jsa");
  }
}

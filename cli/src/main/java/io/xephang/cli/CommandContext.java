package io.xephang.cli;

import io.xephang.cli.run.JobInstallation;
import io.xephang.home.DeploymentHome;
import io.xephang.home.WallClock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a command finds around it.
 *
 * @param out results
 * @param err everything else
 * @param clock in Vietnamese time
 * @param screen characters of a line of the terminal that shows results; absent if they go
 *     elsewhere
 * @param jobs the Spark jobs; absent if the launcher did not say where they are
 */
public record CommandContext(
    DeploymentHome home,
    PrintStream out,
    PrintStream err,
    Clock clock,
    OptionalInt screen,
    Optional<JobInstallation> jobs) {

  /** The context of this process. Both streams are UTF-8 whatever the locale says. */
  static CommandContext ofProcess() {
    return new CommandContext(
        DeploymentHome.fromEnvironment(),
        new ProcessOutput(),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        WallClock.system(),
        screenOfLauncher(),
        JobInstallation.fromLauncher());
  }

  /**
   * Characters of a line where a result is shown: a file keeps everything, however wide.
   *
   * @param file null = standard output
   */
  OptionalInt screenOf(Path file) {
    return file == null ? screen : OptionalInt.empty();
  }

  /** Java has no way to ask a terminal. */
  private static OptionalInt screenOfLauncher() {
    Integer width = Integer.getInteger("xephang.screen");
    return width == null || width < 1 ? OptionalInt.empty() : OptionalInt.of(width);
  }
}

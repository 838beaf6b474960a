package io.xephang.cli;

import io.xephang.cli.run.JobInstallation;
import io.xephang.home.DeploymentHome;
import io.xephang.home.WallClock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/**
 * What a command finds around it.
 *
 * @param out results
 * @param err everything else
 * @param clock in Vietnamese time
 * @param jobs the Spark jobs; absent if the launcher did not say where they are
 */
public record CommandContext(
    DeploymentHome home,
    PrintStream out,
    PrintStream err,
    Clock clock,
    Optional<JobInstallation> jobs) {

  /** The context of this process. Both streams are UTF-8 whatever the locale says. */
  static CommandContext ofProcess() {
    return new CommandContext(
        DeploymentHome.fromEnvironment(),
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        WallClock.system(),
        JobInstallation.fromLauncher());
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}

package io.xephang.cli;

import io.xephang.cli.run.JobInstallation;
import io.xephang.home.DeploymentHome;
import io.xephang.home.WallClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** The command in this process, with its streams kept. */
final class CapturedCli {
  static final Instant NOW = Instant.parse("2020-08-21T03:04:05.006Z");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CommandContext context;

  CapturedCli(DeploymentHome home, Optional<JobInstallation> jobs) {
    this(home, OptionalInt.empty(), jobs);
  }

  /** On a terminal. */
  CapturedCli(DeploymentHome home, int screen) {
    this(home, OptionalInt.of(screen), Optional.empty());
  }

  private CapturedCli(DeploymentHome home, OptionalInt screen, Optional<JobInstallation> jobs) {
    context =
        new CommandContext(
            home,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Clock.fixed(NOW, WallClock.ZONE),
            screen,
            jobs);
  }

  int run(String... arguments) {
    out.reset();
    err.reset();
    return Cli.execute(context, arguments);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

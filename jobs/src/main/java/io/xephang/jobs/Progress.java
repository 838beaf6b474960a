package io.xephang.jobs;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Tells a person what the run is doing: a line for each step, with the seconds since the start. */
public final class Progress {
  private final PrintStream out;
  private final InstantSource clock;
  private final Instant start;

  public Progress(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    this.start = clock.instant();
  }

  /** A step begins; what it is, in both languages. */
  public void step(String vietnamese, String english) {
    double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
    out.printf(Locale.ROOT, "[%5.1f s] %s / %s%n", seconds, vietnamese, english);
  }
}

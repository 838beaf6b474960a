package io.xephang.trials;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was tried, as a table for whoever reads the build's output. */
final class TrialLog {
  private final String title;
  private final Instant start = Instant.now();
  private final List<String> lines = new ArrayList<>();

  TrialLog(String title) {
    this.title = title;
  }

  /** Seconds since the start of the trials. */
  double seconds() {
    return Duration.between(start, Instant.now()).toMillis() / 1000.0;
  }

  /** A kill; {@code saw} is the publication that readers saw afterwards, 0 = nothing. */
  void killed(String where, Victim victim, long saw, String result) {
    add(
        String.format(
            Locale.ROOT,
            "%6.1f s  %-34s %-8s publication %2d  %s",
            seconds(),
            where,
            victim.name().toLowerCase(Locale.ROOT),
            saw,
            result));
  }

  void add(String line) {
    lines.add(line);
  }

  void print(int kills, long reads) {
    StringBuilder text = new StringBuilder(title).append('\n');
    lines.forEach(line -> text.append("  ").append(line).append('\n'));
    text.append(
        String.format(Locale.ROOT, "  %d kills, %d reads, %.0f s%n", kills, reads, seconds()));
    System.out.print(text);
  }
}

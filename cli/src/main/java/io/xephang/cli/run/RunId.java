package io.xephang.cli.run;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Names of runs: they sort by their start. */
final class RunId {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("'run-'yyyyMMdd-HHmmss-SSS");

  private RunId() {}

  /**
   * The name of a run.
   *
   * @param startedAt Vietnamese wall-clock time
   */
  static String startedAt(LocalDateTime startedAt) {
    return FORM.format(startedAt);
  }
}

package io.xephang.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Keeps where a run stands: each milestone in its log, the last one in its record, so that {@code
 * status} can say where an interrupted run stopped.
 */
public final class RunMilestones implements Milestones {
  /** As the other lines of the log. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

  private final DeploymentHome home;
  private final RunRecords records;
  private final String runId;
  private final Clock clock;

  public RunMilestones(DeploymentHome home, String runId, Clock clock) {
    this.home = home;
    this.records = new RunRecords(home);
    this.runId = runId;
    this.clock = clock;
  }

  /**
   * Keeps it.
   *
   * @throws UncheckedIOException if the folder of runs cannot be written
   */
  @Override
  public void reached(String milestone) {
    try {
      Files.writeString(
          home.runLog(runId),
          TIME.format(LocalDateTime.now(clock)) + " INFO  milestone - " + milestone + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      Optional<RunRecord> run = records.find(runId);
      if (run.isPresent()) {
        records.save(run.get().reached(milestone));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

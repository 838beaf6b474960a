package io.xephang.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records of all runs, one JSON file each, which may be read while a run is at work. */
public final class RunRecords {
  private static final String ENDING = ".json";

  private final DeploymentHome home;
  private final Path folder;

  public RunRecords(DeploymentHome home) {
    this.home = home;
    this.folder = home.runs();
  }

  public void save(RunRecord run) throws IOException {
    JsonFile.replace(folder.resolve(run.runId() + ENDING), run);
  }

  public Optional<RunRecord> find(String runId) throws IOException {
    Path file = folder.resolve(runId + ENDING);
    return Files.exists(file)
        ? Optional.of(JsonFile.read(file, RunRecord.class))
        : Optional.empty();
  }

  /** All runs, oldest first. */
  public List<RunRecord> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<RunRecord> runs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        if (file.toString().endsWith(ENDING)) {
          runs.add(JsonFile.read(file, RunRecord.class));
        }
      }
    }
    return List.copyOf(runs);
  }

  /**
   * All runs as they stand now, oldest first: one that says "running" and has no process any more,
   * as after a power cut, was interrupted. Nothing is written; the next run does that.
   */
  public List<RunRecord> asTheyStand() throws IOException {
    Set<String> running =
        all().stream()
            .filter(RunRecords::saysRunning)
            .map(RunRecord::runId)
            .collect(Collectors.toUnmodifiableSet());
    boolean atWork =
        !running.isEmpty()
            && (WriterLock.isHeld(home.runLock()) || WriterLock.isHeld(home.jobLock()));
    // Read again: one may have ended, and another one begun, while the locks were looked at.
    return all().stream()
        .map(
            run ->
                !atWork && saysRunning(run) && running.contains(run.runId())
                    ? run.ended(
                        RunStatus.INTERRUPTED,
                        null,
                        "không còn tiến trình nào: hãy chạy lại / no process is left: run again")
                    : run)
        .toList();
  }

  private static boolean saysRunning(RunRecord run) {
    return run.status() == RunStatus.RUNNING;
  }

  /**
   * Marks runs that still say "running" as interrupted, and clears away records that were being
   * written when their process ended. Only the holder of the lock may call this: then no other run
   * can be at work.
   */
  public void closeInterrupted(LocalDateTime now) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(JsonFile.PART)) {
          Files.delete(file);
        }
      }
    }
    for (RunRecord run : all()) {
      if (saysRunning(run)) {
        save(
            run.ended(
                RunStatus.INTERRUPTED,
                now,
                "the process ended before the run did"
                    + (run.milestone() == null ? "" : ", after: " + run.milestone())));
      }
    }
  }
}

package io.xephang.scheduler.process;

import io.xephang.scheduler.store.AttemptKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of an attempt: its log, named as Airflow names it, and beside it what its supervisor
 * tells.
 */
public final class AttemptFiles {
  private final Path base;

  private AttemptFiles(Path base) {
    this.base = base;
  }

  /**
   * The files of an attempt, which need not be there.
   *
   * @param logs the folder of all logs
   */
  public static AttemptFiles of(Path logs, AttemptKey key) {
    return new AttemptFiles(
        logs.resolve("dag_id=" + key.task().dagId())
            .resolve("run_id=" + key.task().runId())
            .resolve("task_id=" + key.task().taskId())
            .resolve("attempt=" + key.attempt()));
  }

  public Path log() {
    return with(".log");
  }

  /** Path of all files without ending. */
  Path base() {
    return base;
  }

  void prepare() throws IOException {
    Files.createDirectories(work());
    for (String ending : new String[] {".begun", ".group", ".exit"}) {
      Files.deleteIfExists(with(ending));
    }
  }

  /** A folder for the command to run in, as in Airflow; it is gone afterwards. */
  Path work() {
    return with(".work");
  }

  void tidy() throws IOException {
    if (Files.exists(work())) {
      try (Stream<Path> paths = Files.walk(work())) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  /**
   * Adds a line of the scheduler's own to the log.
   *
   * @throws IOException if it cannot be written
   */
  public void note(String line) throws IOException {
    Files.createDirectories(base.getParent());
    Files.writeString(
        log(),
        line + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Whether the command was about to be run, or has been. */
  boolean begun() {
    return Files.exists(with(".begun"));
  }

  /** How the command has ended, once it has. */
  public Optional<AttemptEnd> exited() throws IOException {
    return line(".exit").map(code -> new AttemptEnd.Exited(Integer.parseInt(code)));
  }

  /** The process group of the command, once it has begun. */
  Optional<CommandGroup> group() throws IOException {
    return line(".group")
        .map(line -> line.split(" ", 2))
        .map(
            words ->
                new CommandGroup(
                    Long.parseLong(words[0]),
                    words.length > 1 ? Optional.of(words[1]) : Optional.empty()));
  }

  /** Whole lines only: a supervisor that is killed may leave half of one. */
  private Optional<String> line(String ending) throws IOException {
    try {
      String text = Files.readString(with(ending), StandardCharsets.US_ASCII);
      return text.endsWith("\n") ? Optional.of(text.strip()) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** What the attempt has written so far; empty if there is no log. */
  public Optional<String> logText() throws IOException {
    try {
      // What tasks write need not be UTF-8.
      return Optional.of(new String(Files.readAllBytes(log()), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Path with(String ending) {
    return base.resolveSibling(base.getFileName() + ending);
  }
}

package io.xephang.scheduler.process;

import io.xephang.scheduler.store.AttemptKey;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The files of an attempt: its log, named as Airflow names it, and beside it what its supervisor
 * tells.
 */
public final class AttemptFiles {
  /** Bytes that are held in memory at once, and lines: each costs more than its letters. */
  private static final int LONGEST_PART = 1 << 20;

  private static final int MOST_LINES = 20_000;

  /** Bytes of a letter in UTF-8. */
  private static final int LONGEST_LETTER = 4;

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
  Optional<ProcessGroup> group() throws IOException {
    return line(".group")
        .map(line -> line.split(" ", 2))
        // A supervisor of an earlier version has told the number alone.
        .map(parts -> new ProcessGroup(Long.parseLong(parts[0]), parts.length > 1 ? parts[1] : ""));
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

  /**
   * A part of what the attempt has written so far; empty if there is no log. A part ends with a
   * line, unless a line is longer than it.
   *
   * @param from byte, 0 or where the part before has said
   * @throws IOException if the log cannot be read
   */
  public Optional<LogPart> logPart(long from) throws IOException {
    try (SeekableByteChannel log = Files.newByteChannel(log())) {
      log.position(from);
      // It may grow meanwhile.
      long size = log.size();
      int most = (int) Math.max(0, Math.min(LONGEST_PART, size - from));
      byte[] bytes = Channels.newInputStream(log).readNBytes(most);
      int end = from + bytes.length < size ? endOfLastLine(bytes) : bytes.length;
      end = endOfLines(bytes, end);
      boolean last = from + end >= size;
      // What tasks write need not be UTF-8.
      List<String> lines = new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
      return Optional.of(
          new LogPart(lines, last ? OptionalLong.empty() : OptionalLong.of(from + end)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static int endOfLastLine(byte[] bytes) {
    for (int end = bytes.length; end > 0; end--) {
      if (bytes[end - 1] == '\n') {
        return end;
      }
    }
    return endOfLastLetter(bytes);
  }

  /** A line that is longer than a part is cut between letters, not within one. */
  private static int endOfLastLetter(byte[] bytes) {
    int start = bytes.length - 1;
    while (start > bytes.length - LONGEST_LETTER && (bytes[start] & 0xC0) == 0x80) {
      start--;
    }
    boolean whole = bytes[start] >= 0;
    return whole || start == 0 ? bytes.length : start;
  }

  private static int endOfLines(byte[] bytes, int most) {
    int lines = 0;
    for (int end = 0; end < most; end++) {
      // Bars of progress end theirs by a carriage return.
      if (bytes[end] == '\n' || bytes[end] == '\r') {
        lines++;
        if (lines == MOST_LINES) {
          return end + 1;
        }
      }
    }
    return most;
  }

  private Path with(String ending) {
    return base.resolveSibling(base.getFileName() + ending);
  }
}

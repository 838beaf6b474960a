package io.xephang.scheduler.service;

import io.xephang.scheduler.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Forgets runs that ended long ago, with their tasks, attempts and logs: never one that is not
 * finished, or that something still needs.
 */
final class Retention {
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
  private static final String DAG = "dag_id=";
  private static final String RUN = "run_id=";

  private final Engine engine;
  private final Path logs;
  private final Duration kept;
  private Optional<Instant> swept = Optional.empty();

  /**
   * A retention that has not swept yet.
   *
   * @param days after its end a run is forgotten
   */
  Retention(Engine engine, Path logs, int days) {
    this.engine = engine;
    this.logs = logs;
    this.kept = Duration.ofDays(days);
  }

  /**
   * Forgets what is too old, if it has not been looked at for an hour.
   *
   * @throws IOException if a log cannot be deleted; the next sweep tries again
   */
  void sweepNowAndThen() throws IOException {
    Instant now = engine.now();
    if (swept.filter(last -> now.isBefore(last.plus(BETWEEN_SWEEPS))).isPresent()) {
      return;
    }
    swept = Optional.of(now);
    Instant before = now.minus(kept);
    // In parts, so that decisions need not wait for all of it.
    int forgotten;
    do {
      forgotten = engine.forget(before);
    } while (forgotten > 0);
    deleteLogs(before);
  }

  /**
   * Logs of runs that are forgotten, by this sweep or one that was killed. Those of a database that
   * somebody has put aside stay as long as any.
   */
  private void deleteLogs(Instant before) throws IOException {
    List<Exception> failed = new ArrayList<>();
    for (Path dag : named(logs, DAG)) {
      for (Path run : named(dag, RUN)) {
        String dagId = dag.getFileName().toString().substring(DAG.length());
        String runId = run.getFileName().toString().substring(RUN.length());
        boolean old = Files.getLastModifiedTime(run).toInstant().isBefore(before);
        if (old && engine.read(rows -> rows.runs().find(dagId, runId)).isEmpty()) {
          try {
            delete(run);
          } catch (IOException | UncheckedIOException e) {
            failed.add(e);
          }
        }
      }
    }
    // One that cannot be deleted keeps none of the others.
    if (!failed.isEmpty()) {
      throw new IOException(failed.size() + " logs are left: " + failed.get(0), failed.get(0));
    }
  }

  private static List<Path> named(Path folder, String prefix) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith(prefix))
          .filter(Files::isDirectory)
          .toList();
    } catch (NoSuchFileException e) {
      // There are no logs yet.
      return List.of();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}

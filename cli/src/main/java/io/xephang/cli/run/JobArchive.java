package io.xephang.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class data archive of the job's JVM, which saves it more than half of its start. The first
 * run of a build that publishes writes it at its end; a JVM that finds an archive of other classes
 * ignores it.
 */
final class JobArchive {
  private static final String PART = ".jsa.part";

  private final Path archive;
  private final Path fresh;
  private final boolean usable;

  private JobArchive(Path archive, Path fresh, boolean usable) {
    this.archive = archive;
    this.fresh = fresh;
    this.usable = usable;
  }

  /** The archive as it stands for this run. */
  static JobArchive of(JobInstallation jobs, String runId, Instant now) throws IOException {
    Path archive = jobs.archive();
    boolean usable = Files.exists(archive) && modified(archive).compareTo(modified(jobs.jar())) > 0;
    if (Files.isWritable(archive.getParent())) {
      clearOld(archive.getParent(), now);
    }
    return new JobArchive(archive, archive.resolveSibling(runId + PART), usable);
  }

  /** What interrupted runs left behind; a part that another run is writing now is younger. */
  private static void clearOld(Path folder, Instant now) throws IOException {
    FileTime yesterday = FileTime.from(now.minus(Duration.ofDays(1)));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(PART) && modified(file).compareTo(yesterday) < 0) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Has the JVM use the archive, or write one where it can. */
  List<String> options() {
    if (usable) {
      return List.of("-XX:SharedArchiveFile=" + archive);
    }
    return Files.isWritable(archive.getParent())
        ? List.of("-XX:ArchiveClassesAtExit=" + fresh)
        : List.of();
  }

  /**
   * Keeps what the JVM wrote.
   *
   * @param published a run that did less has not loaded what the next one needs
   */
  void afterRun(boolean published) throws IOException {
    if (published && Files.exists(fresh)) {
      Files.move(
          fresh, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.deleteIfExists(fresh);
    }
  }

  private static FileTime modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file);
  }
}

package io.xephang.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * The class data archive of the job's JVM, which saves it more than half of its start. The first
 * run of a build that publishes writes it at its end; a JVM that finds an archive of other classes
 * ignores it.
 */
final class JobArchive {
  private final Path archive;
  private final Path fresh;
  private final boolean usable;

  private JobArchive(Path archive, Path fresh, boolean usable) {
    this.archive = archive;
    this.fresh = fresh;
    this.usable = usable;
  }

  /** The archive as it stands for this run. */
  static JobArchive of(JobInstallation jobs, String runId) throws IOException {
    Path archive = jobs.archive();
    boolean usable = Files.exists(archive) && modified(archive).compareTo(modified(jobs.jar())) > 0;
    return new JobArchive(archive, archive.resolveSibling(runId + ".jsa.part"), usable);
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

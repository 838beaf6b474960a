package io.xephang.warehouse;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a database puts what does not fit into memory: {@code xephang-spill-‹database›-‹process›}
 * in the folder for temporary files. DuckDB makes it when it needs it and removes it when the
 * database is closed; that of a process that was killed stays until the next one looks.
 */
final class SpillFolder {
  private static final Pattern NAME = Pattern.compile("xephang-spill-[0-9a-f-]+-(\\d+)");

  /** Processes of other containers may share the folder, and their ids mean nothing here. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private SpillFolder() {}

  /**
   * That of a database.
   *
   * @param database equal for the same database of this process, different for others
   */
  static Path of(String database) {
    return folder()
        .resolve(
            "xephang-spill-"
                + UUID.nameUUIDFromBytes(database.getBytes(StandardCharsets.UTF_8))
                + "-"
                + ProcessHandle.current().pid());
  }

  /** Removes what processes have left that are no more. */
  static void clearAbandoned(Clock clock) {
    try (Stream<Path> listed = Files.list(folder())) {
      listed.filter(path -> isAbandoned(path, clock.instant())).forEach(SpillFolder::delete);
    } catch (IOException | UncheckedIOException e) {
      // Nobody may list the folder: then nobody can clear it either.
    }
  }

  private static boolean isAbandoned(Path path, Instant now) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    if (!name.matches() || ProcessHandle.of(Long.parseLong(name.group(1))).isPresent()) {
      return false;
    }
    // A folder's own time stands still while its files are written.
    try (Stream<Path> paths = Files.walk(path)) {
      long newest = paths.mapToLong(inside -> inside.toFile().lastModified()).max().orElse(0);
      return Instant.ofEpochMilli(newest).isBefore(now.minus(ABANDONED));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static void delete(Path abandoned) {
    try (Stream<Path> paths = Files.walk(abandoned)) {
      paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException e) {
      // Somebody else is at it, or it is somebody else's: the others go.
    }
  }

  private static Path folder() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }
}

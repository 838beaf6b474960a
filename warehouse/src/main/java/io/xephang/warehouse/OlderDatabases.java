package io.xephang.warehouse;

import io.xephang.home.DeploymentHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of databases of older publications, each made when somebody first asks for it:
 *
 * <pre>
 * older/7-5f1d….duckdb           a database, never changed again
 * older/7-5f1d….files            the files outside it that it reads, one a line
 * older/7-5f1d….‹uuid›.part      one that is being built, or was when its process ended
 * </pre>
 *
 * No lock is needed: whoever builds a database that is being built already builds the same, and the
 * last one stays. The databases that were asked for last are kept, the others can be made again.
 */
final class OlderDatabases {
  /** Databases that are kept. */
  private static final int MOST = 5;

  /** No building takes longer: what is older than this was left by a process that ended. */
  private static final Duration LONGEST_BUILD = Duration.ofHours(6);

  private static final String DATABASE = ".duckdb";
  private static final String FILES = ".files";
  private static final String PART = ".part";

  /** The number of the publication comes first. */
  private static final Pattern NAME = Pattern.compile("(\\d{1,18})-");

  private final Path folder;

  OlderDatabases(DeploymentHome home) {
    this.folder = home.serving().resolve("older");
  }

  /** Fills a new database at a path. */
  interface Builder {
    void build(Path part) throws SQLException, IOException;
  }

  /** The database of a name if it is there; it counts as asked for now. */
  Optional<ServedFile> find(String name) throws IOException {
    Path database = folder.resolve(name + DATABASE);
    try {
      touch(database);
      return Optional.of(
          new ServedFile(
              database, Files.readAllLines(folder.resolve(name + FILES), StandardCharsets.UTF_8)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static void touch(Path database) throws NoSuchFileException {
    try {
      Files.setLastModifiedTime(database, FileTime.from(Instant.now()));
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      // It is somebody else's, and was made when he asked for it.
    }
  }

  /** Makes the database of a name. */
  ServedFile make(String name, List<Path> files, Builder builder) throws SQLException, IOException {
    Files.createDirectories(folder);
    clear(name);
    String unique = name + "." + UUID.randomUUID();
    Path part = folder.resolve(unique + PART);
    Path list = folder.resolve(unique + FILES + PART);
    try {
      builder.build(part);
      List<String> lines = files.stream().map(Path::toString).toList();
      Files.write(list, lines, StandardCharsets.UTF_8);
      // The list first: whoever sees the database finds it.
      ServingFolder.withoutWritePermission(part);
      move(list, name + FILES);
      move(part, name + DATABASE);
      return new ServedFile(folder.resolve(name + DATABASE), lines);
    } finally {
      Files.deleteIfExists(part);
      Files.deleteIfExists(list);
    }
  }

  private void move(Path part, String name) throws IOException {
    Files.move(
        part,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes the databases of publications. */
  void drop(Collection<Long> publications) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path path : listed.toList()) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (name.lookingAt() && publications.contains(Long.valueOf(name.group(1)))) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  /** Forgets parts that nobody will finish, and the databases that were asked for longest ago. */
  private void clear(String coming) throws IOException {
    Instant abandoned = Instant.now().minus(LONGEST_BUILD);
    List<Path> databases;
    try (Stream<Path> listed = Files.list(folder)) {
      List<Path> paths = listed.toList();
      for (Path path : paths) {
        if (path.toString().contains(PART) && modified(path).isBefore(abandoned)) {
          Files.deleteIfExists(path);
        }
      }
      databases =
          paths.stream()
              .filter(path -> path.toString().endsWith(DATABASE))
              .filter(path -> !path.getFileName().toString().startsWith(coming))
              .sorted(Comparator.comparing(OlderDatabases::modified).reversed())
              .toList();
    }
    for (Path database :
        databases.subList(Math.min(MOST - 1, databases.size()), databases.size())) {
      Files.deleteIfExists(database);
      String name = database.getFileName().toString();
      Files.deleteIfExists(
          folder.resolve(name.substring(0, name.length() - DATABASE.length()) + FILES));
    }
  }

  /** Long ago if it has gone meanwhile. */
  private static Instant modified(Path path) {
    try {
      return Files.getLastModifiedTime(path).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }
}

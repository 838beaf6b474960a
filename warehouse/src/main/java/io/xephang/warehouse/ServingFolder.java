package io.xephang.warehouse;

import io.xephang.home.DeploymentHome;
import io.xephang.home.Milestones;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of served databases. {@code CURRENT} names the one that is read:
 *
 * <pre>
 * CURRENT             12-5f1d….duckdb
 * 12-5f1d….duckdb     a database, never changed again
 * 12-5f1d….files      the files outside it that it reads, one a line
 * 13-….duckdb.part    one that is being built, or was when its process ended
 * older/              databases of older publications, see {@link OlderDatabases}
 * </pre>
 *
 * The database before the current one stays, since readers may have it open or be about to open it.
 * Readers need no lock; one process at a time may build.
 */
final class ServingFolder {
  private static final String DATABASE = ".duckdb";
  private static final String FILES = ".files";
  private static final String PART = ".part";

  private final Path folder;
  private final Milestones milestones;

  ServingFolder(DeploymentHome home) {
    this(home, Milestones.UNHEARD);
  }

  ServingFolder(DeploymentHome home, Milestones milestones) {
    this.folder = home.serving();
    this.milestones = milestones;
  }

  /** Name of the database that is read, without its ending. */
  Optional<String> current() throws IOException {
    Path pointer = pointer();
    if (!Files.exists(pointer)) {
      return Optional.empty();
    }
    String file = Files.readString(pointer, StandardCharsets.UTF_8).strip();
    return file.endsWith(DATABASE) && Files.exists(folder.resolve(file))
        ? Optional.of(file.substring(0, file.length() - DATABASE.length()))
        : Optional.empty();
  }

  Path database(String name) {
    return folder.resolve(name + DATABASE);
  }

  /** The files outside a database that it reads. */
  List<String> filesOf(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name + FILES), StandardCharsets.UTF_8);
  }

  /** A database by its name. */
  ServedFile served(String name) throws IOException {
    return new ServedFile(database(name), filesOf(name));
  }

  /** Where to build a database, after clearing away what interrupted builds left. */
  Path begin(String name) throws IOException {
    Files.createDirectories(folder);
    clearParts();
    return folder.resolve(name + DATABASE + PART);
  }

  /** Clears away what was not finished. */
  void clearParts() throws IOException {
    for (Path path : listed()) {
      if (path.getFileName().toString().contains(PART)) {
        delete(path);
      }
    }
  }

  /** Makes a database that was built the one that is read, and forgets all but it and the last. */
  void finish(String name, List<Path> files) throws IOException {
    Set<String> kept = new HashSet<>(Set.of(name));
    current().ifPresent(kept::add);
    Files.write(
        folder.resolve(name + FILES),
        files.stream().map(Path::toString).toList(),
        StandardCharsets.UTF_8);
    Path part = folder.resolve(name + DATABASE + PART);
    flush(part);
    withoutWritePermission(part);
    Files.move(part, database(name), StandardCopyOption.ATOMIC_MOVE);
    milestones.reached("serving in place");
    Path pointer = folder.resolve(pointer().getFileName() + PART);
    Files.writeString(pointer, name + DATABASE + "\n", StandardCharsets.UTF_8);
    flush(pointer);
    milestones.reached("serving about to switch");
    Files.move(
        pointer, pointer(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    milestones.reached("serving switched");
    for (Path path : listed()) {
      String file = path.getFileName().toString();
      int ending = file.lastIndexOf('.');
      if ((file.endsWith(DATABASE) || file.endsWith(FILES))
          && !kept.contains(file.substring(0, ending))) {
        Files.delete(path);
      }
    }
    milestones.reached("serving cleared");
  }

  private Path pointer() {
    return folder.resolve("CURRENT");
  }

  private List<Path> listed() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }

  /** A part is a file, or a folder that DuckDB spilled to. */
  private static void delete(Path path) throws IOException {
    try (Stream<Path> paths = Files.walk(path)) {
      paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  /** One fence more around what is published; where files have no permissions it is missing. */
  static void withoutWritePermission(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    }
  }

  private static void flush(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}

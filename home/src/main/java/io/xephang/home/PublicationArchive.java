package io.xephang.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All publications as files, a copy of each row of the {@link PublicationLog}: whoever asks for an
 * old one needs neither the catalog's database, which one process at a time can open, nor a lock.
 */
public final class PublicationArchive {
  private static final String ENDING = ".json";

  private final Path folder;

  public PublicationArchive(DeploymentHome home) {
    this.folder = home.publications();
  }

  /**
   * Takes over what the log has and the archive has not. Only the holder of the run lock may call
   * this.
   */
  public void takeOver(PublicationLog log) throws IOException, SQLException {
    Files.createDirectories(folder);
    List<Long> kept = ids();
    for (Publication publication : log.after(kept.isEmpty() ? 0 : kept.get(kept.size() - 1))) {
      JsonFile.replace(file(publication.id()), publication);
    }
  }

  /** Forgets a publication. Only the holder of the job lock may call this. */
  public void remove(long id) throws IOException {
    Files.deleteIfExists(file(id));
  }

  /** The publication of an id. */
  public Optional<Publication> find(long id) throws IOException {
    Path file = file(id);
    return Files.exists(file)
        ? Optional.of(JsonFile.read(file, Publication.class))
        : Optional.empty();
  }

  /** The ids, oldest first. */
  public List<Long> ids() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d+\\.json"))
          .map(name -> Long.valueOf(name.substring(0, name.length() - ENDING.length())))
          .sorted()
          .toList();
    }
  }

  /** All of them, oldest first. */
  public List<Publication> all() throws IOException {
    List<Publication> publications = new ArrayList<>();
    for (long id : ids()) {
      publications.add(JsonFile.read(file(id), Publication.class));
    }
    return List.copyOf(publications);
  }

  private Path file(long id) {
    return folder.resolve(id + ENDING);
  }
}

package io.xephang.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What retention has removed, in one file. A publication stands here before anything of it is
 * removed: who asks for it is told so from then on, also if the removal was interrupted.
 */
public final class ExpiredPublications {
  private final Path file;

  public ExpiredPublications(DeploymentHome home) {
    this.file = home.publications().resolve("expired.json");
  }

  /** All of them, in the order in which they expired. */
  public List<ExpiredPublication> all() throws IOException {
    return Files.exists(file)
        ? List.copyOf(Arrays.asList(JsonFile.read(file, ExpiredPublication[].class)))
        : List.of();
  }

  /** Their numbers. */
  public Set<Long> ids() throws IOException {
    return all().stream().map(ExpiredPublication::id).collect(Collectors.toUnmodifiableSet());
  }

  /** The one of an id. */
  public Optional<ExpiredPublication> find(long id) throws IOException {
    return all().stream().filter(expired -> expired.id() == id).findFirst();
  }

  /**
   * Adds those that are not here yet; they are on disk when this returns. Only the holder of the
   * job lock may call this.
   */
  public void add(Collection<Publication> publications, LocalDateTime expiredAt)
      throws IOException {
    List<ExpiredPublication> expired = new ArrayList<>(all());
    for (Publication publication : publications) {
      if (find(publication.id()).isEmpty()) {
        expired.add(
            new ExpiredPublication(
                publication.id(), publication.publishedAt(), publication.asOf(), expiredAt));
      }
    }
    JsonFile.replaceDurably(file, expired);
  }
}

package io.xephang.home;

import io.xephang.home.WriterLock.LockTaken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The labels of all publications, in one file. Readers need no lock; who changes them holds one of
 * their own, so that a clerk can label while a run is at work.
 */
public final class PublicationLabels {
  private final DeploymentHome home;

  public PublicationLabels(DeploymentHome home) {
    this.home = home;
  }

  /** All labels, in the order in which they were given. */
  public List<PublicationLabel> all() throws IOException {
    Path file = file();
    return Files.exists(file)
        ? List.copyOf(Arrays.asList(JsonFile.read(file, PublicationLabel[].class)))
        : List.of();
  }

  /** The label that a text means. */
  public Optional<PublicationLabel> find(String written) throws IOException {
    return all().stream().filter(label -> label.isCalled(written)).findFirst();
  }

  /**
   * Gives a label; it is on disk when this returns.
   *
   * @return the publication that has this label already, if it is another one; then nothing changes
   * @throws LockTaken if another process is at the labels
   */
  public Optional<PublicationLabel> give(PublicationLabel label) throws IOException, LockTaken {
    try (WriterLock lock = lock()) {
      Optional<PublicationLabel> taken = find(label.text());
      if (taken.isEmpty()) {
        List<PublicationLabel> labels = new ArrayList<>(all());
        labels.add(label);
        JsonFile.replaceDurably(file(), labels);
      }
      return taken.filter(other -> other.publication() != label.publication());
    }
  }

  /**
   * Takes a label away.
   *
   * @return whose it was; empty if there is no such label
   * @throws LockTaken if another process is at the labels
   */
  public Optional<PublicationLabel> take(String written) throws IOException, LockTaken {
    try (WriterLock lock = lock()) {
      Optional<PublicationLabel> given = find(written);
      if (given.isPresent()) {
        List<PublicationLabel> labels = new ArrayList<>(all());
        labels.remove(given.get());
        JsonFile.replaceDurably(file(), labels);
      }
      return given;
    }
  }

  /** What is done while no label changes. */
  public interface Work {
    /**
     * Does it.
     *
     * @param labelled ids of the publications that have labels
     */
    void with(Set<Long> labelled) throws IOException, SQLException;
  }

  /**
   * Does something while nobody can give or take a label.
   *
   * @throws LockTaken if another process is at the labels
   */
  public void whileUnchanged(Work work) throws IOException, SQLException, LockTaken {
    try (WriterLock lock = lock()) {
      work.with(
          all().stream()
              .map(PublicationLabel::publication)
              .collect(Collectors.toUnmodifiableSet()));
    }
  }

  private WriterLock lock() throws IOException, LockTaken {
    Files.createDirectories(home.publications());
    return WriterLock.take(
        home.publications().resolve("labels.lock"),
        "labels, process " + ProcessHandle.current().pid());
  }

  private Path file() {
    return home.publications().resolve("labels.json");
  }
}

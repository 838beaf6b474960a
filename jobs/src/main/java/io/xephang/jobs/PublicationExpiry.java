package io.xephang.jobs;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExpiredPublications;
import io.xephang.home.Milestones;
import io.xephang.home.Publication;
import io.xephang.home.PublicationArchive;
import io.xephang.home.PublicationLabels;
import io.xephang.home.PublicationLog;
import io.xephang.home.RunStatus;
import io.xephang.home.WriterLock.LockTaken;
import io.xephang.jobs.lake.Lake;
import io.xephang.schemas.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Removes publications for good: first it is written down that they are no more, then their
 * snapshots and files go, last their rows in the log. Interrupted at any point, it ends well when
 * it is run again. It needs no Spark.
 */
public final class PublicationExpiry {
  private final DeploymentHome home;
  private final Definitions definitions;
  private final Clock clock;
  private final Milestones milestones;

  /**
   * For this home. The caller holds its lock.
   *
   * @param clock in Vietnamese time
   */
  public PublicationExpiry(
      DeploymentHome home, Definitions definitions, Clock clock, Milestones milestones) {
    this.home = home;
    this.definitions = definitions;
    this.clock = clock;
    this.milestones = milestones;
  }

  /**
   * Removes those of these publications that are neither the newest nor labelled, and what an
   * interrupted removal has left.
   *
   * @throws LockTaken if somebody is giving a label
   */
  public RunSummary expire(Set<Long> ids) throws IOException, SQLException, LockTaken {
    PublicationLog log = new PublicationLog(home);
    PublicationArchive archive = new PublicationArchive(home);
    archive.takeOver(log);
    List<Publication> all = log.after(0);
    if (all.isEmpty()) {
      return summary(List.of(), null);
    }
    Publication newest = all.get(all.size() - 1);
    Set<Long> gone = new HashSet<>(new ExpiredPublications(home).ids());
    gone.addAll(ids);
    List<Publication> expired = new ArrayList<>();
    new PublicationLabels(home)
        .whileUnchanged(
            labelled -> {
              all.stream()
                  .filter(publication -> gone.contains(publication.id()))
                  .filter(publication -> !labelled.contains(publication.id()))
                  .filter(publication -> publication.id() != newest.id())
                  .forEach(expired::add);
              remove(expired, all, log);
              for (long id : new ExpiredPublications(home).ids()) {
                if (!labelled.contains(id)) {
                  archive.remove(id);
                }
              }
            });
    return summary(expired, newest);
  }

  private void remove(List<Publication> expired, List<Publication> all, PublicationLog log)
      throws IOException, SQLException {
    new ExpiredPublications(home).add(expired, LocalDateTime.now(clock));
    milestones.reached("expiry written down");
    List<Publication> kept = new ArrayList<>(all);
    kept.removeAll(expired);
    try (Lake lake = Lake.open(home, definitions)) {
      // What failed runs have left goes, too.
      lake.settle(Optional.of(kept.get(kept.size() - 1)));
      lake.keepOnly(kept);
    }
    milestones.reached("snapshots expired");
    deleteFiles(expired, kept);
    milestones.reached("files deleted");
    log.remove(expired);
    milestones.reached("log cleared");
  }

  /**
   * Iceberg forgets first and deletes then: what it was kept from deleting nobody names any more.
   */
  private void deleteFiles(List<Publication> expired, List<Publication> kept) throws IOException {
    Set<String> files = files(expired);
    files.removeAll(files(kept));
    for (String file : files) {
      Files.deleteIfExists(home.lake().resolve(file));
    }
  }

  private static Set<String> files(List<Publication> publications) {
    Set<String> files = new HashSet<>();
    for (Publication publication : publications) {
      for (Publication.PublishedTable table : publication.tables().values()) {
        files.addAll(table.files());
        files.addAll(table.deletes());
      }
    }
    return files;
  }

  private static RunSummary summary(List<Publication> expired, Publication newest) {
    return new RunSummary(
        RunStatus.NOTHING_NEW,
        newest == null ? null : newest.asOf(),
        newest == null ? null : newest.id(),
        List.of(),
        List.of(),
        List.of(),
        "công bố đã xóa / publications removed: "
            + (expired.isEmpty()
                ? "không có / none"
                : expired.stream()
                    .map(publication -> String.valueOf(publication.id()))
                    .collect(Collectors.joining(", "))),
        List.of());
  }
}

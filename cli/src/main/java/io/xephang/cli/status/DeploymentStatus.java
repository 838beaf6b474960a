package io.xephang.cli.status;

import io.xephang.home.DeploymentHome;
import io.xephang.home.RunRecord;
import io.xephang.home.RunRecords;
import io.xephang.home.RunStatus;
import io.xephang.warehouse.FeedCoverage;
import io.xephang.warehouse.FileCount;
import io.xephang.warehouse.NoServedDatabase;
import io.xephang.warehouse.QuarantineCount;
import io.xephang.warehouse.ServedPublication;
import io.xephang.warehouse.Standing;
import io.xephang.warehouse.Warehouse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What {@code xephang status} says. It is read from the served database and the records of runs,
 * never from the catalog, which a run holds while it is at work.
 *
 * @param publication the one that is served; empty before the first
 * @param runs newest first
 * @param lastLook the newest run that looked through a landing folder to the end; it may be older
 *     than {@code runs}
 * @param rejectedFiles files of which no row counts
 */
public record DeploymentStatus(
    Optional<ServedPublication> publication,
    List<RunRecord> runs,
    Optional<RunRecord> lastLook,
    List<FeedCoverage> coverage,
    List<QuarantineCount> quarantine,
    List<FileCount> files,
    List<String> rejectedFiles) {

  private static final int SHOWN_RUNS = 5;

  public DeploymentStatus {
    runs = List.copyOf(runs);
    coverage = List.copyOf(coverage);
    quarantine = List.copyOf(quarantine);
    files = List.copyOf(files);
    rejectedFiles = List.copyOf(rejectedFiles);
  }

  /** The state of a home folder, which may be empty or missing. */
  public static DeploymentStatus of(DeploymentHome home) throws IOException, SQLException {
    List<RunRecord> runs = new ArrayList<>(new RunRecords(home).asTheyStand());
    Collections.reverse(runs);
    List<RunRecord> shown = runs.subList(0, Math.min(SHOWN_RUNS, runs.size()));
    Optional<RunRecord> lastLook = runs.stream().filter(DeploymentStatus::looked).findFirst();
    try (Warehouse warehouse = Warehouse.open(home)) {
      Standing standing = warehouse.standing();
      return new DeploymentStatus(
          Optional.of(standing.publication()),
          shown,
          lastLook,
          standing.coverage(),
          standing.quarantine(),
          standing.files(),
          standing.rejectedFiles());
    } catch (NoServedDatabase e) {
      return new DeploymentStatus(
          Optional.empty(), shown, lastLook, List.of(), List.of(), List.of(), List.of());
    }
  }

  /** A run that failed or was interrupted does not tell what it left alone. */
  private static boolean looked(RunRecord run) {
    return run.landing() != null
        && (run.status().succeeded() || run.status() == RunStatus.CHECK_FAILED);
  }

  /** A publication that a run made and that is not served yet; the next run makes up for it. */
  public Optional<Long> unserved() {
    long served = publication.map(ServedPublication::id).orElse(0L);
    return runs.stream()
        .map(RunRecord::publication)
        .filter(made -> made != null && made > served)
        .findFirst();
  }
}

package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.home.ExpiredPublications;
import io.xephang.home.Milestones;
import io.xephang.home.Publication;
import io.xephang.home.PublicationArchive;
import io.xephang.home.PublicationLabel;
import io.xephang.home.PublicationLabels;
import io.xephang.home.PublicationLog;
import io.xephang.home.RunStatus;
import io.xephang.jobs.Deployment;
import io.xephang.jobs.RunSummary;
import io.xephang.warehouse.ServedDatabase;
import io.xephang.warehouse.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Old publications are removed, midway interrupted, and everything else goes on. H47's catalog
 * changes with every publication, that of H01 never.
 */
@Tag("processes")
class ExpiredPublicationTest {
  private static final String HEADER = "unit_code,procedure_code,service_level";

  private final Deployment deployment;
  private final PublicationLog log;

  ExpiredPublicationTest(@TempDir Path folder) {
    this.deployment = new Deployment(folder);
    this.log = new PublicationLog(deployment.home());
  }

  @Test
  void removesWhatIsNeitherLabelledNorNewestAndEndsWellWhenItWasInterrupted() throws Exception {
    publishThree();
    List<Publication> three = log.after(0);
    PublicationLabels labels = new PublicationLabels(deployment.home());
    labels.give(new PublicationLabel("công văn 3485", 1, LocalDateTime.parse("2026-11-22T08:00")));

    Set<String> kept = new TreeSet<>(files(three.get(0)));
    kept.addAll(files(three.get(2)));
    Set<String> of2Alone = new TreeSet<>(files(three.get(1)));
    of2Alone.removeAll(kept);
    assertThat(of2Alone).as("2 has files of its own").isNotEmpty();

    stoppedAfter("expiry written down");
    assertThat(expired()).as("told from the first").containsExactly(2L);
    stoppedAfter("snapshots expired");
    // As if it had been stopped while Iceberg deleted: its metadata names the file no more.
    Files.createFile(deployment.home().lake().resolve(of2Alone.iterator().next()));
    stoppedAfter("files deleted");
    stoppedAfter("log cleared");
    RunSummary summary = deployment.expire(Milestones.UNHEARD, 1L);
    assertThat(summary.status()).isEqualTo(RunStatus.NOTHING_NEW);
    assertThat(summary.message())
        .as("1 is labelled; of 2 only the archive was left")
        .isEqualTo("công bố đã xóa / publications removed: không có / none");

    assertThat(log.after(0)).extracting(Publication::id).containsExactly(1L, 3L);
    assertThat(new PublicationArchive(deployment.home()).ids()).containsExactly(1L, 3L);
    assertThat(expired()).containsExactly(2L);
    assertThat(missing(kept)).as("files of the labelled and the newest").isEmpty();
    assertThat(missing(of2Alone)).as("they are gone").isEqualTo(of2Alone);
    assertThat(levels(three.get(0))).as("the labelled one").containsExactly("H01 4", "H47 1");
    assertThat(levels(three.get(2))).as("the newest one").containsExactly("H01 4", "H47 3");

    deployment.land("catalogs/2020-08-23/h47.csv", HEADER, "H47,1.000001,4");
    assertThat(deployment.run().status()).as("the next night").isEqualTo(RunStatus.PUBLISHED);
    assertThat(deployment.publications()).isEqualTo(4);
    assertThat(levels(deployment.publication())).containsExactly("H01 4", "H47 4");
    assertThat(levels(three.get(0))).containsExactly("H01 4", "H47 1");
    new ServedDatabase(deployment.home(), Deployment.DEFINITIONS)
        .build(deployment.publication(), List.of());
    assertThat(new Verification(deployment.home(), Deployment.DEFINITIONS).run().checks())
        .as("what DuckDB computes from nothing agrees")
        .isNotEmpty()
        .allSatisfy(check -> assertThat(check.examples()).isEmpty());
  }

  private void stoppedAfter(String milestone) {
    Milestones stopping =
        reached -> {
          if (reached.equals(milestone)) {
            throw new IllegalStateException("stopped after: " + milestone);
          }
        };
    assertThatThrownBy(() -> deployment.expire(stopping, 1L, 2L, 3L))
        .hasMessage("stopped after: " + milestone);
  }

  private void publishThree() {
    deployment
        .land("catalogs/2020-08-20/h01.csv", HEADER, "H01,1.000001,4")
        .land("catalogs/2020-08-20/h47.csv", HEADER, "H47,1.000001,1");
    deployment.run();
    for (int level = 2; level <= 3; level++) {
      deployment.land("catalogs/2020-08-20/h47.csv", HEADER, "H47,1.000001," + level);
      deployment.run();
    }
    assertThat(deployment.publications()).isEqualTo(3);
  }

  private List<Long> expired() throws Exception {
    return List.copyOf(new ExpiredPublications(deployment.home()).ids());
  }

  /** Of each province the level of its procedure on the newest day. */
  private List<String> levels(Publication publication) {
    return deployment.rowsOf(
        publication,
        "service",
        "unit_code IN ('H01', 'H47') AND snapshot_date = (SELECT DATE '2020-08-2"
            + (publication.id() == 4 ? "3" : "0")
            + "') OR unit_code = 'H01'",
        "unit_code",
        "service_level");
  }

  private static Set<String> files(Publication publication) {
    Set<String> files = new TreeSet<>();
    publication
        .tables()
        .values()
        .forEach(
            table -> {
              files.addAll(table.files());
              files.addAll(table.deletes());
            });
    return files;
  }

  private Set<String> missing(Collection<String> files) {
    Set<String> missing = new TreeSet<>(files);
    missing.removeIf(file -> Files.exists(deployment.home().lake().resolve(file)));
    return missing;
  }
}

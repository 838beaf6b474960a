package io.xephang.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.home.Publication.PublishedTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationLogTest {
  @TempDir private Path folder;

  @Test
  void hasNothingInAnEmptyHome() throws SQLException {
    DeploymentHome home = new DeploymentHome(folder.resolve("new"));

    assertThat(new PublicationLog(home).latest()).isEmpty();
    assertThat(home.folder()).as("asking makes no folder").doesNotExist();
  }

  @Test
  void hasNothingWhereTheFirstRunWasKilledWhileItMadeTheCatalog() throws Exception {
    PublicationLog log = new PublicationLog(new DeploymentHome(folder));
    Path catalog = folder.resolve("catalog");
    log.append(publication(1, "killed.parquet"));
    Files.move(catalog.resolve("xephang.mv.db"), catalog.resolve("xephang.part.mv.db"));

    assertThat(log.latest()).isEmpty();
    log.makeCatalog();
    assertThat(log.latest()).isEmpty();
    Publication first = publication(1, "a.parquet");
    log.append(first);
    assertThat(log.latest()).as("the next run goes on").contains(first);
    assertThat(catalog.toFile().list()).containsExactly("xephang.mv.db");
  }

  @Test
  void leavesNothingBesideOfACatalogWhoseMakingFailed() throws Exception {
    DeploymentHome home = new DeploymentHome(folder);
    Path catalog = Files.createDirectories(folder.resolve("catalog"));
    Files.write(catalog.resolve("xephang.part.mv.db"), new byte[9000]);
    assertThatThrownBy(() -> DriverManager.getConnection(home.catalogUrl("xephang.part")))
        .isInstanceOf(SQLException.class);
    assertThat(catalog.resolve("xephang.part.trace.db")).as("H2 says why").exists();

    new PublicationLog(home).makeCatalog();
    assertThat(catalog.toFile().list()).containsExactly("xephang.mv.db");
  }

  @Test
  void hasNothingInACatalogWhoseRunsNeverPublished() throws Exception {
    PublicationLog log = new PublicationLog(new DeploymentHome(folder));
    log.makeCatalog();

    assertThat(log.latest()).isEmpty();
    Publication first = publication(1, "a.parquet");
    log.append(first);
    assertThat(log.latest()).contains(first);
  }

  @Test
  void givesBackTheNewestPublicationWhole() throws SQLException {
    PublicationLog log = new PublicationLog(new DeploymentHome(folder));
    Publication first = publication(1, "a.parquet");
    Publication second = publication(2, "a.parquet", "đêm/b.parquet");

    log.append(first);
    assertThat(log.latest()).contains(first);
    log.append(second);
    assertThat(log.latest())
        .as("every field comes back, a table that was never written too")
        .contains(second);
    assertThat(new PublicationLog(new DeploymentHome(folder)).latest())
        .as("another process sees the same")
        .contains(second);
  }

  @Test
  void isInTheOrderOfIdsNotOfAppending() throws SQLException {
    PublicationLog log = new PublicationLog(new DeploymentHome(folder));
    log.append(publication(10, "a.parquet"));
    log.append(publication(9, "b.parquet"));

    assertThat(log.latest().map(Publication::id)).contains(10L);
  }

  @Test
  void refusesASecondPublicationOfOneId() throws SQLException {
    PublicationLog log = new PublicationLog(new DeploymentHome(folder));
    Publication first = publication(1, "a.parquet");
    log.append(first);

    assertThatThrownBy(() -> log.append(publication(1, "b.parquet")))
        .isInstanceOf(SQLException.class);
    assertThat(log.latest()).as("what was published stands").contains(first);
  }

  @Test
  void cannotBeChangedOnceMade() {
    TreeMap<String, PublishedTable> tables = new TreeMap<>();
    tables.put("unit", new PublishedTable(1L, List.of("a.parquet")));
    Publication publication = publicationOf(1, tables);
    tables.clear();

    assertThat(publication.tables()).containsOnlyKeys("unit");
    assertThatThrownBy(() -> publication.tables().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Publication publication(long id, String... files) {
    return publicationOf(
        id,
        Map.of(
            "service", new PublishedTable(8_123_456_789_012_345_678L, List.of(files)),
            "quarantine", new PublishedTable(null, List.of())));
  }

  private static Publication publicationOf(long id, Map<String, PublishedTable> tables) {
    return new Publication(
        id,
        "20200821-013000",
        LocalDateTime.of(2020, 8, 21, 1, 31, 15, 123_000_000),
        LocalDate.of(2020, 8, 20),
        "d1ge57",
        new TreeMap<>(tables));
  }
}

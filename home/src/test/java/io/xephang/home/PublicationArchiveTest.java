package io.xephang.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.Publication.PublishedTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationArchiveTest {
  @TempDir private Path folder;

  @Test
  void hasEveryPublicationOfTheLogWhenItHasTakenItOver() throws Exception {
    DeploymentHome home = new DeploymentHome(folder);
    PublicationLog log = new PublicationLog(home);
    PublicationArchive archive = new PublicationArchive(home);
    archive.takeOver(log);
    assertThat(archive.all()).as("before the first publication").isEmpty();

    log.append(publication(9));
    log.append(publication(10));
    archive.takeOver(log);
    assertThat(archive.all()).containsExactly(publication(9), publication(10));

    log.append(publication(11));
    assertThat(archive.find(11)).as("not taken over yet").isEmpty();
    archive.takeOver(log);
    assertThat(archive.ids()).as("in the order of numbers").containsExactly(9L, 10L, 11L);
    assertThat(new PublicationArchive(new DeploymentHome(folder)).find(11))
        .as("another process sees it whole")
        .contains(publication(11));
  }

  @Test
  void anEmptyHomeHasNoneAndStaysEmpty() throws Exception {
    DeploymentHome home = new DeploymentHome(folder.resolve("new"));
    assertThat(new PublicationArchive(home).ids()).isEmpty();
    assertThat(new PublicationArchive(home).find(1)).isEmpty();
    assertThat(home.folder()).doesNotExist();
  }

  @Test
  void othersFilesAreNoPublications() throws Exception {
    DeploymentHome home = new DeploymentHome(folder);
    Files.createDirectories(home.publications());
    Files.writeString(home.publications().resolve("labels.json"), "[]");
    Files.writeString(home.publications().resolve("7.json.part"), "{");
    assertThat(new PublicationArchive(home).all()).isEmpty();
  }

  private static Publication publication(long id) {
    return new Publication(
        id,
        "run-" + id,
        LocalDate.of(2020, 8, 20).plusDays(id).atTime(1, 30),
        LocalDate.of(2020, 8, 20),
        "d1ge57",
        new TreeMap<>(
            Map.of("service", new PublishedTable(id, List.of("đêm/" + id + ".parquet")))));
  }
}

package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.home.Publication;
import io.xephang.home.PublicationArchive;
import io.xephang.home.PublicationLog;
import io.xephang.home.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any publication can be asked, not only the current one. */
class OlderPublicationsTest {
  @TempDir Path folder;

  @Test
  void sayWhatTheySaidWhenTheyWereMade() throws Exception {
    NumberedLake numbered = published(4);
    for (int n : new int[] {1, 4, 2}) {
      try (Warehouse warehouse = Warehouse.open(served(numbered, n))) {
        assertThat(Answer.rows(warehouse, NumberedLake.SEEN))
            .as("publication " + n)
            .containsExactly(n + "|" + n + "|" + n + "|" + n);
        assertThat(Answer.rows(warehouse, "SELECT run_id FROM run ORDER BY started_at"))
            .as("runs up to it")
            .hasSize(n)
            .last()
            .isEqualTo("run-" + n);
      }
    }
    assertThat(files(numbered)).as("the current one needs no other").hasSize(4);
    try (Warehouse warehouse = numbered.lake().open()) {
      assertThat(Answer.rows(warehouse, NumberedLake.SEEN)).containsExactly("4|4|4|4");
    }
  }

  @Test
  void areBuiltOnceAndKeptWhileTheCurrentOneChanges() throws Exception {
    NumberedLake numbered = published(2);
    ServedFile first = served(numbered, 1);
    Instant built = Files.getLastModifiedTime(first.database()).toInstant();
    numbered.publishNext();
    numbered.publishNext();
    assertThat(first.database()).as("publishing does not touch it").exists();
    assertThat(served(numbered, 1)).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(first.database()).toInstant())
        .as("when it was asked for last")
        .isAfter(built);
  }

  @Test
  void manyMayAskForOneAtOnce() throws Exception {
    NumberedLake numbered = published(2);
    Publication asked = publication(numbered, 1);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<List<String>> ask =
          () -> {
            try (Warehouse warehouse = Warehouse.open(served(numbered, asked))) {
              return Answer.rows(warehouse, NumberedLake.SEEN);
            }
          };
      for (Future<List<String>> answer : threads.invokeAll(List.of(ask, ask, ask, ask))) {
        assertThat(answer.get()).containsExactly("1|1|1|1");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(files(numbered)).as("one database and its list, no part").hasSize(2);
  }

  @Test
  void onlyTheLastOnesAreKeptAndPartsOfEndedProcessesAreCleared() throws Exception {
    NumberedLake numbered = published(8);
    List<Path> databases = new ArrayList<>();
    for (int n = 1; n <= 5; n++) {
      Path database = served(numbered, n).database();
      databases.add(database);
      // The clock of a file system may be coarse.
      Files.setLastModifiedTime(
          database, FileTime.from(Instant.now().minus(Duration.ofMinutes(10 - n))));
    }
    Path older = databases.get(0).getParent();
    Path abandoned = Files.createFile(older.resolve("9-x.1.part"));
    Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
    Path building = Files.createFile(older.resolve("9-x.2.part"));

    Path sixth = served(numbered, 6).database();

    assertThat(databases.get(0)).as("asked for longest ago").doesNotExist();
    assertThat(databases.subList(1, 5)).allSatisfy(path -> assertThat(path).exists());
    assertThat(sixth).exists();
    assertThat(abandoned).doesNotExist();
    assertThat(building).exists();
  }

  @Test
  void oneWhoseFilesAreGoneIsAFailureThatLeavesNothing() throws Exception {
    NumberedLake numbered = published(2);
    Publication first = publication(numbered, 1);
    for (String file : first.tables().get("progress_step").files()) {
      Files.delete(numbered.lake().home().lake().resolve(file));
    }
    assertThatThrownBy(() -> served(numbered, 1))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("progress_step");
    assertThat(files(numbered)).isEmpty();
  }

  private NumberedLake published(int publications) throws Exception {
    NumberedLake numbered = new NumberedLake(folder.resolve("home"));
    for (int i = 0; i < publications; i++) {
      numbered.publishNext();
    }
    return numbered;
  }

  private static ServedFile served(NumberedLake numbered, int id) throws Exception {
    return served(numbered, publication(numbered, id));
  }

  private static ServedFile served(NumberedLake numbered, Publication publication)
      throws Exception {
    return new ServedDatabase(numbered.lake().home(), LakeFixture.DEFINITIONS)
        .of(publication, new RunRecords(numbered.lake().home()).all());
  }

  /** Takes the log over into the archive, which one thread at a time may do. */
  private static Publication publication(NumberedLake numbered, int id) throws Exception {
    PublicationArchive archive = new PublicationArchive(numbered.lake().home());
    archive.takeOver(new PublicationLog(numbered.lake().home()));
    return archive.find(id).orElseThrow();
  }

  private static List<Path> files(NumberedLake numbered) throws IOException {
    Path older = numbered.lake().home().serving().resolve("older");
    if (!Files.exists(older)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(older)) {
      return paths.toList();
    }
  }
}

package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.home.DeploymentHome;
import io.xephang.home.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchTest {
  private static final String WHICH = "SELECT publication_id, as_of FROM publication";

  @TempDir Path folder;

  @Test
  void readersKeepWhatTheyOpenedAndNewOnesSeeTheNewest() throws Exception {
    LakeFixture lake = new LakeFixture(folder).publish("2020-08-20");
    try (Warehouse first = lake.open()) {
      lake.publish("2020-08-21").publish("2020-08-22");
      try (Warehouse third = lake.open()) {
        assertThat(Answer.rows(third, WHICH)).containsExactly("3|2020-08-22");
      }
      assertThat(Answer.rows(first, WHICH)).containsExactly("1|2020-08-20");
    }
    assertThat(files(".duckdb")).as("the current one and the one before").hasSize(2);
    assertThat(files(".files")).hasSize(2);
    assertThat(files(".part")).isEmpty();
  }

  @Test
  void whatAnInterruptedBuildLeftIsRemovedByTheNext() throws Exception {
    LakeFixture lake = new LakeFixture(folder);
    Files.writeString(lake.home().serving().resolve("7-x.duckdb.part"), "half");
    Files.createDirectory(lake.home().serving().resolve("7-x.duckdb.part.tmp"));
    Files.writeString(lake.home().serving().resolve("7-x.duckdb.part.tmp/spilled"), "half");
    lake.publish("2020-08-20");
    assertThat(files(".part")).isEmpty();
    assertThat(files("spilled")).isEmpty();
  }

  @Test
  void aFailedBuildLeavesReadersWhatTheyHave() throws Exception {
    LakeFixture lake =
        new LakeFixture(folder)
            .publish("2020-08-20")
            .with(
                "unit",
                "unit_code, unit_name, full_name, listed",
                "('H47', 'Quảng Nam', 'Tỉnh Quảng Nam', true)");
    try (Stream<Path> lost = Files.walk(lake.home().lake())) {
      for (Path file : lost.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertThatThrownBy(() -> lake.publish("2020-08-21")).isInstanceOf(SQLException.class);
    try (Warehouse warehouse = lake.open()) {
      assertThat(Answer.rows(warehouse, WHICH)).containsExactly("1|2020-08-20");
    }
  }

  @Test
  void aColumnOfAnotherTypeIsRefusedByName() throws Exception {
    LakeFixture lake = new LakeFixture(folder);
    lake.with(
        "ingest_file",
        "statement_id, file, feed, content_sha256, landed_name, landed_bytes, landed_modified,"
            + " rows_read, accepted, duplicates, quarantined, status, run_id, ingested_at",
        "('a', 'f', 'reports', 'aa', 'f', 1, 1, 1, 1, 0, 0, 'ingested', 'run-1', '2020-08-20')");
    Path file = lake.home().lake().resolve("ingest_file/data/part=VN/0-0.parquet");
    LakeFixture.run(
        "COPY (SELECT * REPLACE (CAST(rows_read AS INTEGER) AS rows_read) FROM '"
            + file
            + "') TO '"
            + file
            + "'");
    assertThatThrownBy(() -> lake.publish("2020-08-20"))
        .hasMessage(
            "column 'rows_read' of the published table 'ingest_file' has the type INTEGER, expected"
                + " BIGINT");
  }

  @Test
  void aPublicationIsServedUntilTheNextOrUntilTheFolderIsMoved() throws Exception {
    LakeFixture lake = new LakeFixture(folder.resolve("here"));
    Publication first = lake.append("2020-08-20");
    ServedDatabase served = new ServedDatabase(lake.home(), LakeFixture.DEFINITIONS);
    assertThat(served.serves(first)).isFalse();
    served.build(first, List.of());
    assertThat(served.serves(first)).isTrue();
    Publication second = lake.append("2020-08-21");
    assertThat(served.serves(second)).isFalse();

    Files.move(folder.resolve("here"), folder.resolve("there"));
    DeploymentHome moved = new DeploymentHome(folder.resolve("there"));
    assertThat(new ServedDatabase(moved, LakeFixture.DEFINITIONS).serves(first))
        .as("it names files where they were")
        .isFalse();
  }

  @Test
  void withoutADatabaseTheAnswerIsHowToMakeOne() throws Exception {
    LakeFixture lake = new LakeFixture(folder);
    assertThatThrownBy(lake::open)
        .isInstanceOf(NoServedDatabase.class)
        .hasMessageContaining("xephang run --landing DIR");
  }

  private List<String> files(String ending) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.map(Path::toString).filter(path -> path.endsWith(ending)).toList();
    }
  }
}

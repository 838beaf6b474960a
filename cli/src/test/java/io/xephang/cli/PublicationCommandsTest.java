package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.PublicationArchive;
import io.xephang.home.PublicationLog;
import io.xephang.home.RunRecords;
import io.xephang.schemas.Definitions;
import io.xephang.warehouse.ServedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two publications of one lake, 7 and 8, of which 8 is the current one. */
class PublicationCommandsTest {
  private static final String WHICH = "SELECT publication_id FROM publication";

  @TempDir private Path folder;
  private CapturedCli cli;

  @BeforeEach
  void publishTwice() throws Exception {
    DeploymentHome home = new DeploymentHome(folder.resolve("home"));
    SmallLake lake = new SmallLake(home);
    PublicationLog log = new PublicationLog(home);
    for (long id : new long[] {7, 8}) {
      log.append(lake.publication(id, "run-" + id));
    }
    new PublicationArchive(home).takeOver(log);
    new ServedDatabase(home, Definitions.shipped())
        .build(log.latest().orElseThrow(), new RunRecords(home).all());
    cli = new CapturedCli(home, Optional.empty());
  }

  @Test
  void anOlderOneIsAskedByItsIdOrItsLabel() {
    assertThat(cli.run("sql", WHICH, "--format", "csv")).isZero();
    assertThat(cli.out()).isEqualTo("publication_id\n8\n");
    assertThat(cli.run("sql", WHICH, "--format", "csv", "--publication", "7")).isZero();
    assertThat(cli.out()).isEqualTo("publication_id\n7\n");
    assertThat(cli.run("publication", "label", "7", "công văn 3485")).isZero();
    assertThat(cli.run("sql", WHICH, "--format", "csv", "--publication", "Công văn 3485")).isZero();
    assertThat(cli.out()).isEqualTo("publication_id\n7\n");
    assertThat(cli.run("annex", "--as-of", "2020-08-20", "--publication", "công văn 3485"))
        .isZero();
    assertThat(cli.out()).contains("công bố số 7");
    assertThat(cli.run("publication", "list", "--format", "csv")).isZero();
    assertThat(cli.out()).contains("\n8,").contains(",công văn 3485\n");
  }

  @Test
  void aLabelIsTakenOnceAndCanBeTakenAway() {
    assertThat(cli.run("publication", "label", "7", "nghị quyết")).isZero();
    assertThat(cli.run("publication", "label", "8", "nghị quyết")).isEqualTo(2);
    assertThat(cli.err()).contains("'nghị quyết'").contains("publication 7");
    assertThat(cli.run("publication", "label", "7", "nghị quyết", "--remove")).isZero();
    assertThat(cli.run("sql", WHICH, "--publication", "nghị quyết")).isEqualTo(2);
    assertThat(cli.err())
        .contains("there is no such publication")
        .contains("newest: 7, 8")
        .contains("nghị quyết");
    assertThat(cli.run("publication", "label", "9", "x")).isEqualTo(2);
  }

  @Test
  void twoThatSayTheSameDoNotDiffer() {
    assertThat(cli.run("publication", "diff", "7", "8")).isZero();
    assertThat(cli.out()).contains("Xếp hạng / Rankings: 0 đổi / changed");
  }

  @Test
  void aCopyIsReadWithoutTheLake() throws Exception {
    Path copy = folder.resolve("cong-bo.duckdb");
    assertThat(cli.run("export", "--to", copy.toString(), "--publication", "7")).isZero();
    for (Path file : files(folder.resolve("home").resolve("lake"))) {
      Files.delete(file);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + copy);
        Statement statement = connection.createStatement()) {
      assertThat(answer(statement, WHICH)).isEqualTo("7");
      assertThat(answer(statement, "SELECT count(*) FROM dossier")).isEqualTo("2");
      assertThat(
              answer(
                  statement,
                  "SELECT unit_code FROM ranking_at('online_dossier_rate', '2020-08-20')"))
          .isEqualTo("H57");
    }
  }

  private static Path[] files(Path folder) throws Exception {
    try (var paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toArray(Path[]::new);
    }
  }

  private static String answer(Statement statement, String sql) throws Exception {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}

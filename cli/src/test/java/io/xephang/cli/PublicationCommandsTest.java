package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExpiredPublications;
import io.xephang.home.Publication;
import io.xephang.home.Publication.PublishedTable;
import io.xephang.home.PublicationArchive;
import io.xephang.home.PublicationLog;
import io.xephang.home.RunRecords;
import io.xephang.home.WriterLock;
import io.xephang.schemas.Definitions;
import io.xephang.warehouse.ServedDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two publications, of which the second is served and has lost all rankings: that of a deployment
 * which an earlier version made, since nothing but the catalog knows of them yet.
 */
class PublicationCommandsTest {
  private static final String RANKED =
      "SELECT (SELECT publication_id FROM publication), count(*) FROM ranking";

  @TempDir Path folder;
  private DeploymentHome home;
  private CapturedCli cli;

  @BeforeEach
  void publishTwice() throws Exception {
    home = new DeploymentHome(folder.resolve("home"));
    Publication first = new SmallLake(home).publication(1, "run-1");
    TreeMap<String, PublishedTable> fewer = new TreeMap<>(first.tables());
    fewer.remove("ranking_interval");
    fewer.remove("period_ranking");
    Publication second =
        new Publication(
            2, "run-2", first.publishedAt().plusDays(1), first.asOf(), first.definitions(), fewer);
    PublicationLog log = new PublicationLog(home);
    log.append(first);
    log.append(second);
    new ServedDatabase(home, Definitions.shipped()).build(second, new RunRecords(home).all());
    cli = new CapturedCli(home, Optional.empty());
  }

  @Test
  void areListedWithTheirLabels() {
    assertThat(cli.run("publication", "label", "1", "công văn 3485")).isZero();
    assertThat(cli.err()).isEqualTo("Đã đặt nhãn / Labelled: 1 'công văn 3485'\n");
    assertThat(cli.run("publication", "label", "Công văn 3485", "phụ lục")).isZero();
    assertThat(cli.run("publication", "list", "--format", "csv")).isZero();
    assertThat(cli.out())
        .isEqualTo(
            """
            publication_id,published_at,as_of,run_id,current,labels
            2,2020-08-22T01:30:00,2020-08-20,run-2,true,
            1,2020-08-21T01:30:00,2020-08-20,run-1,false,công văn 3485; phụ lục
            """);

    assertThat(cli.run("publication", "label", "2", "công văn 3485")).isEqualTo(2);
    assertThat(cli.err())
        .contains("publication 1 đang mang")
        .contains("xephang publication label 1 \"công văn 3485\" --remove");
    assertThat(cli.run("publication", "label", "2", "phụ lục", "--remove")).isEqualTo(2);
    assertThat(cli.err()).contains("publication 2 không mang nhãn này / has no such label");
    assertThat(cli.run("publication", "label", "1", "phụ lục", "--remove")).isZero();
    assertThat(cli.run("publication", "list")).isZero();
    assertThat(cli.out()).contains("| công văn 3485 |").doesNotContain("phụ lục");
    assertThat(cli.run("publication", "label", "1", "2020")).isEqualTo(2);
    assertThat(cli.err()).contains("more than a number");
  }

  @Test
  void anOlderOneIsAskedByIdOrLabel() throws Exception {
    assertThat(cli.run("sql", RANKED, "--format", "csv")).isZero();
    assertThat(cli.out()).endsWith("\n2,0\n");
    cli.run("publication", "label", "1", "công văn 3485");
    for (String name : new String[] {"1", "công văn 3485"}) {
      assertThat(cli.run("sql", RANKED, "--format", "csv", "--publication", name)).isZero();
      assertThat(cli.out()).as(name).endsWith("\n1,4\n");
    }
    Path file = folder.resolve("a.parquet");
    assertThat(cli.run("sql", RANKED, "--format=parquet", "--publication=1", "-o", file.toString()))
        .isZero();
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("PAR1");

    assertThat(cli.run("annex", "--as-of", "2020-08-20")).as("the current one").isEqualTo(1);
    assertThat(cli.run("annex", "--as-of", "2020-08-20", "--publication", "1")).isZero();
    assertThat(cli.out()).contains("công bố số 1 lúc 21/8/2020 01:30").contains("Thừa Thiên Huế");

    assertThat(cli.run("sql", RANKED, "--publication", "7")).isEqualTo(2);
    assertThat(cli.err())
        .contains("--publication 7: không có công bố này / there is no such publication")
        .contains("newest: 1, 2; nhãn / labels: công văn 3485");
  }

  @Test
  void areComparedInEitherOrder() {
    assertThat(cli.run("publication", "diff", "1", "2")).isZero();
    assertThat(cli.out())
        .startsWith(
            "Tệp / Files: 0\nXếp hạng / Rankings: 0 đổi / changed, 4 mất / removed, 0 mới / added\n")
        .contains("| mất / removed | 1 → – | 33,33% (1/3) → – ")
        .contains("| 1 → – | 54,53% → – ");
    assertThat(cli.run("publication", "diff", "2", "1", "--limit", "1")).isZero();
    assertThat(cli.out())
        .contains("0 đổi / changed, 0 mất / removed, 4 mới / added")
        .contains("| mới / added | – → 1 |")
        .endsWith(
            """
            (1 dòng / rows)
            … và 3 dòng nữa; --limit 0 để xem hết. / … and 3 more; --limit 0 lists them.
            """);
    for (String enough : new String[] {"0", "4"}) {
      assertThat(cli.run("publication", "diff", "2", "1", "--limit", enough)).isZero();
      assertThat(cli.out()).as("--limit %s", enough).endsWith("(4 dòng / rows)\n");
    }
    assertThat(cli.run("publication", "diff", "1", "2", "--format", "csv")).isZero();
    assertThat(cli.out())
        .startsWith("indicator,basis,peer_group,period_type,period_start,period_end,unit_code,")
        .hasLineCount(5);
    assertThat(cli.run("publication", "diff", "1", "1")).isZero();
    assertThat(cli.out()).contains("0 đổi / changed, 0 mất / removed, 0 mới / added");
    assertThat(cli.run("publication", "diff", "1", "3")).isEqualTo(2);
    assertThat(cli.run("publication")).isEqualTo(2);
  }

  @Test
  void whereTheAsOfDateMovedOnBothAreTold() throws Exception {
    DeploymentHome other = new DeploymentHome(folder.resolve("other"));
    Publication first = new SmallLake(other).publication(1, "run-1");
    TreeMap<String, PublishedTable> fewer = new TreeMap<>(first.tables());
    fewer.remove("ranking_interval");
    PublicationLog log = new PublicationLog(other);
    log.append(
        new Publication(1, "run-1", first.publishedAt(), first.asOf(), first.definitions(), fewer));
    log.append(
        new Publication(
            2,
            "run-2",
            first.publishedAt().plusDays(1),
            first.asOf().plusDays(1),
            first.definitions(),
            first.tables()));
    CapturedCli asked = new CapturedCli(other, Optional.empty());
    assertThat(asked.run("publication", "diff", "2", "1")).isZero();
    assertThat(asked.out())
        .contains("0 đổi / changed, 6 mất / removed, 0 mới / added")
        .contains("| province   | 2020-08-21 → 2020-08-20 | Thừa Thiên Huế | mất / removed |")
        .contains("| province   | 2020-08-20              | Thừa Thiên Huế | mất / removed |");
  }

  @Test
  void filesThatCountOtherwiseAreToldInBothLanguages() throws Exception {
    DeploymentHome other = new DeploymentHome(folder.resolve("other"));
    Publication first = new SmallLake(other).publication(1, "run-1");
    TreeMap<String, PublishedTable> none = new TreeMap<>(first.tables());
    none.remove("ingest_file");
    PublicationLog log = new PublicationLog(other);
    log.append(first);
    log.append(
        new Publication(
            2, "run-2", first.publishedAt().plusDays(1), first.asOf(), first.definitions(), none));
    CapturedCli asked = new CapturedCli(other, Optional.empty());
    assertThat(asked.run("publication", "diff", "1", "2")).isZero();
    assertThat(asked.out())
        .startsWith(
            """
            Tệp / Files: 3
              catalogs/2020-08-20/h57.csv: đang tính / ingested → chưa có / not there
            """);
  }

  @Test
  void whatWouldExpireIsToldAndWhatHasExpiredIsNoMore() throws Exception {
    assertThat(cli.run("publication", "expire", "--dry-run")).isZero();
    assertThat(cli.err())
        .as("60 are kept")
        .isEqualTo("Sẽ xóa / Would be removed: không có / none\n");
    assertThat(cli.run("publication", "expire", "--keep-last", "1", "--dry-run")).isEqualTo(2);
    assertThat(cli.err()).contains("--keep-last 1: ít nhất / expected at least 2");

    assertThat(cli.run("sql", RANKED, "--format", "csv", "--publication", "1")).isZero();
    Path older = home.serving().resolve("older");
    assertThat(older).as("served when it was asked for").isNotEmptyDirectory();
    PublicationLog log = new PublicationLog(home);
    Publication first = log.after(0).get(0);
    new ExpiredPublications(home).add(List.of(first), LocalDateTime.parse("2020-12-31T01:00"));
    assertThat(cli.run("publication", "expire", "--dry-run")).isZero();
    assertThat(cli.err()).as("an interrupted expiry goes on").endsWith("removed: 1\n");
    new PublicationArchive(home).remove(1);
    log.remove(List.of(first));
    assertThat(cli.run("publication", "expire")).as("nothing but the served one is left").isZero();
    assertThat(older).isEmptyDirectory();

    assertThat(cli.run("sql", RANKED, "--publication", "1")).isEqualTo(2);
    assertThat(cli.err())
        .contains(
            "--publication 1: công bố này (số liệu đến 20/8/2020) đã được xóa ngày 31/12/2020")
        .contains("this publication was removed by xephang publication expire");
    assertThat(cli.run("publication", "label", "1", "công văn 3485")).isEqualTo(2);
    assertThat(cli.run("publication", "list", "--format", "csv")).isZero();
    assertThat(cli.out()).contains("\n2,").doesNotContain("\n1,");
    assertThat(cli.err())
        .isEqualTo("Đã xóa theo thời hạn lưu / Removed by publication expire: 1\n");
    assertThat(cli.run("sql", RANKED, "--format", "csv")).as("the current one").isZero();
  }

  @Test
  void areCopiedIntoOneFile() throws Exception {
    Path file = folder.resolve("cong-bo.duckdb");
    assertThat(cli.run("export", "--to", file.toString(), "--publication", "1")).isZero();
    assertThat(cli.err()).isEqualTo("Đã ghi / Written: " + file + "\n");
    long size = Files.size(file);
    assertThat(size).isGreaterThan(0);
    assertThat(cli.run("export", "--to", file.toString())).as("the current one").isZero();
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .as("no part and no journal")
          .containsExactlyInAnyOrder("home", "cong-bo.duckdb");
    }
    assertThat(cli.run("export", "--to", folder.toString())).isEqualTo(2);
    assertThat(cli.run("export")).isEqualTo(2);
  }

  @Test
  void aCopyIsReadWithoutTheLake() throws Exception {
    Path copy = folder.resolve("cong-bo.duckdb");
    assertThat(cli.run("export", "--to", copy.toString(), "--publication", "1")).isZero();
    try (Stream<Path> files = Files.walk(home.lake())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + copy);
        Statement statement = connection.createStatement()) {
      assertThat(answer(statement, RANKED)).isEqualTo("1");
      assertThat(answer(statement, "SELECT count(*) FROM dossier")).isEqualTo("2");
      assertThat(
              answer(
                  statement,
                  "SELECT unit_code FROM ranking_at('online_dossier_rate', '2020-08-20')"))
          .isEqualTo("H57");
    }
  }

  @Test
  void whoeverComesDuringARunIsToldToComeAgainOnlyWhereNothingIsKnownYet() throws Exception {
    try (WriterLock running = WriterLock.take(home.runLock(), "xephang run, process 1")) {
      assertThat(cli.run("publication", "list")).isEqualTo(4);
      assertThat(cli.err()).contains("another writer is at work: xephang run, process 1");
    }
    assertThat(cli.run("publication", "list")).isZero();
    try (WriterLock running = WriterLock.take(home.runLock(), "xephang run, process 1")) {
      assertThat(cli.run("publication", "list")).isZero();
      assertThat(cli.run("publication", "label", "1", "a")).isZero();
      assertThat(cli.run("sql", RANKED, "--publication", "1")).isZero();
    }
  }

  private static String answer(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}

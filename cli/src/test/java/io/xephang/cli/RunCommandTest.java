package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.cli.run.JobInstallation;
import io.xephang.home.DeploymentHome;
import io.xephang.home.ExpiredPublications;
import io.xephang.home.Publication;
import io.xephang.home.PublicationArchive;
import io.xephang.home.PublicationLog;
import io.xephang.home.RunRecord;
import io.xephang.home.RunRecords;
import io.xephang.home.RunStatus;
import io.xephang.home.WriterLock;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command around a job that only pretends: {@code io.xephang.jobs.RunJob} of the tests. */
class RunCommandTest {
  private static final String RUN = "run-20200821-100405-006";

  @TempDir static Path jobs;
  @TempDir Path folder;
  private DeploymentHome home;
  private RunRecords records;
  private CapturedCli cli;

  /** An installation as the build makes it, but with the classes of this test run. */
  @BeforeAll
  static void installJobs() throws IOException {
    Files.createFile(jobs.resolve("small.options"));
    Files.writeString(
        jobs.resolve("jvm.options"),
        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
    new JarOutputStream(Files.newOutputStream(jobs.resolve("xephang-jobs.jar")), manifest).close();
  }

  @BeforeEach
  void open() throws Exception {
    home = new DeploymentHome(folder.resolve("home"));
    records = new RunRecords(home);
    cli = new CapturedCli(home, Optional.of(new JobInstallation(jobs)));
  }

  @Test
  void aRunThatPublishesIsServedAndShown() throws Exception {
    assertThat(run("publish", "--as-of", "2020-08-20")).isZero();
    assertThat(cli.out())
        .startsWith("PHỤ LỤC\nTỈ LỆ CUNG CẤP DỊCH VỤ CÔNG TRỰC TUYẾN MỨC ĐỘ 4 CỦA CÁC BỘ")
        .contains("|    1 | Thừa Thiên Huế                       |     1 |      3 | 33,33% |");
    assertThat(cli.err())
        .contains("Started: " + RUN)
        .contains("--as-of 2020-08-20")
        .contains("đã công bố số / published 1, số liệu đến / as of 2020-08-20, 3.0 giây / s")
        .contains("10 dòng / rows = 7 nhận / accepted + 1 trùng / duplicates + 2 bị loại")
        .contains("left alone: catalogs/2030-01-01: later than today")
        .contains("\n  1 mục để lại / left alone\n");
    assertThat(cli.run("sql", "SELECT run_id, status FROM run", "--format", "csv")).isZero();
    assertThat(cli.out()).isEqualTo("run_id,status\n" + RUN + ",published\n");
  }

  @Test
  void withNothingEverPublishedThereIsNothingToShow() throws Exception {
    assertThat(run("nothing")).isZero();
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).contains("nothing new").contains("Nothing was ever published");
  }

  @Test
  void aFailedCheckKeepsItsExitCodeAndSaysWhy() throws Exception {
    assertThat(run("check")).isEqualTo(3);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err())
        .contains("check failed, nothing published")
        .contains("CHECK FAILED: indicator_interval.national_catalog_halved, 1 dòng / rows")
        .contains("found: unit_code H47, procedures_before 1885")
        .contains("left alone: catalogs/2030-01-01: later than today")
        .contains("rejected: catalogs/2020-08-20/h47.csv: bad_level, 2 dòng / rows")
        .contains("--accept indicator_interval.national_catalog_halved=");
    assertThat(cli.run("status")).isZero();
    assertThat(cli.out())
        .contains(RUN + ", run, check_failed, 2 tệp / files")
        .contains(
            "\nĐể lại / Left alone, "
                + RUN
                + ": 1 mục / entries\n  catalogs/2030-01-01: later than today\n")
        .contains(
            "failed: indicator_interval.national_catalog_halved: 1 dòng trái quy tắc / rows against the rule");
    assertThat(cli.run("status", "--json")).isZero();
    assertThat(cli.out())
        .contains("\"check_name\" : \"indicator_interval.national_catalog_halved\"")
        .contains("\"rejected\" : [ \"catalogs/2020-08-20/h47.csv: bad_level, 2 dòng / rows\" ]");
  }

  @Test
  void aCheckIsAcceptedByNameWithAReason() throws Exception {
    assertThat(run("nothing", "--accept", "national_catalog_halved=QĐ 123")).isZero();
    assertThat(cli.err()).contains("--accept=indicator_interval.national_catalog_halved=QĐ 123");
    assertThat(run("nothing", "--accept", "key_unique=hm"))
        .as("the product's own rules cannot be accepted away")
        .isEqualTo(2);
    assertThat(cli.err())
        .contains(
            "--accept key_unique: không phải kiểm tra có thể chấp nhận / is no check that can be"
                + " accepted; có / there are: ")
        .contains("indicator_interval.national_catalog_halved");
    assertThat(run("nothing", "--accept", "national_catalog_halved= ")).isEqualTo(2);
  }

  @Test
  void statementsAreWithdrawnByTheirNameInTheLedger() throws Exception {
    assertThat(run("publish")).isZero();
    assertThat(cli.run("withdraw", "catalogs/2020-08-20/h75.csv", "--reason", "sai")).isEqualTo(2);
    assertThat(cli.err())
        .contains("there is no such file in the ledger")
        .contains("catalogs/2020-08-20/h57.csv");
    assertThat(cli.run("withdraw", "catalogs/2020-08-20/h57.csv", "--reason", "sai")).isZero();
    assertThat(cli.err()).contains("--withdraw=catalogs/2020-08-20/h57.csv");
    assertThat(records.find(RUN).orElseThrow().task())
        .isEqualTo("withdraw catalogs/2020-08-20/h57.csv: sai");
  }

  @Test
  void aJobThatDiesIsMarkedAsFailed() throws Exception {
    assertThat(run("die")).isEqualTo(1);
    RunRecord died = records.find(RUN).orElseThrow();
    assertThat(died.status()).isEqualTo(RunStatus.FAILED);
    assertThat(died.message()).isEqualTo("the job ended with exit code 17 and did not say why");
  }

  @Test
  void aJobThatIsKilledIsInterruptedAndSaysWhere() throws Exception {
    assertThat(run("killed")).isEqualTo(1);
    RunRecord killed = records.find(RUN).orElseThrow();
    assertThat(killed.status()).isEqualTo(RunStatus.INTERRUPTED);
    assertThat(killed.message())
        .startsWith("the job was killed by signal 9, after: started; if nobody did it, the machine")
        .contains("set XEPHANG_JOB_MEMORY lower");
    assertThat(cli.err()).contains("Nothing was ever published");
  }

  @Test
  void anExpiryEndsWithNoNewPublicationAndRunsBesideNoOtherWriter() throws Exception {
    home.create();
    PublicationLog log = new PublicationLog(home);
    Publication first = new SmallLake(home).publication(1, "run-1");
    log.append(first);
    log.append(new SmallLake(home).publication(2, "run-2"));
    new PublicationArchive(home).takeOver(log);
    new ExpiredPublications(home).add(List.of(first), LocalDateTime.parse("2020-12-31T01:00"));
    WriterLock taken = WriterLock.take(home.runLock(), "somebody else");
    try {
      assertThat(cli.run("publication", "expire")).isEqualTo(4);
      assertThat(cli.err()).contains("another writer is at work: somebody else");
    } finally {
      taken.close();
    }
    assertThat(cli.run("publication", "expire")).isZero();
    assertThat(cli.err())
        .contains("--expire 1")
        .contains(RUN + ": xong, không có công bố mới / done, no new publication")
        .doesNotContain("nothing new");
  }

  @Test
  void anotherWriterIsNamed() throws Exception {
    home.create();
    for (Path lock : List.of(home.runLock(), home.jobLock())) {
      WriterLock taken = WriterLock.take(lock, "somebody else");
      try {
        assertThat(run("nothing")).isEqualTo(4);
        assertThat(cli.err()).contains("another writer is at work: somebody else");
      } finally {
        taken.close();
      }
    }
    assertThat(records.all()).as("no run was begun").isEmpty();
    assertThat(run("busy")).isEqualTo(4);
  }

  @Test
  void runsWhoseProcessEndedAreClosedByTheNext() throws Exception {
    home.create();
    records.save(RunRecord.started("run-1", LocalDateTime.of(2020, 8, 20, 1, 0), "run", "landing"));
    assertThat(run("nothing")).isZero();
    assertThat(records.find("run-1").orElseThrow().status()).isEqualTo(RunStatus.INTERRUPTED);
  }

  @Test
  void aPublicationThatIsNotServedIsServedFirst() throws Exception {
    new PublicationLog(home).append(new SmallLake(home).publication(7, "run-7"));
    assertThat(run("check")).isEqualTo(3);
    assertThat(cli.err()).contains("Building the served database of publication 7");
    assertThat(cli.run("sql", "SELECT publication_id FROM publication", "--format=csv")).isZero();
    assertThat(cli.out()).isEqualTo("publication_id\n7\n");
  }

  @Test
  void aPublicationThatCannotBeServedStands() throws Exception {
    new PublicationLog(home).append(new SmallLake(home).publication(7, "run-7"));
    Files.delete(home.lake().resolve("unit.parquet"));
    assertThat(run("nothing")).isEqualTo(1);
    assertThat(cli.err()).contains("the publication stands, and the next run builds it first");
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void aLandingFolderMustBeThere() {
    assertThat(cli.run("run", "--landing", folder.resolve("missing").toString())).isEqualTo(2);
    assertThat(cli.err()).contains("there is no such folder");
    assertThat(home.folder()).doesNotExist();
  }

  @Test
  void endingTheCommandEndsTheJobAndSaysSo() throws Exception {
    Path landing = Files.createDirectory(folder.resolve("hang"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-D" + JobInstallation.PROPERTY + "=" + jobs,
            "-cp",
            System.getProperty("java.class.path"),
            "io.xephang.cli.Cli",
            "run",
            "--landing",
            landing.toString());
    builder.environment().put(DeploymentHome.VARIABLE, home.folder().toString());
    Process command = builder.inheritIO().start();
    Path pid = home.folder().resolve("pid");
    while (command.isAlive() && !(Files.exists(pid) && Files.size(pid) > 0)) {
      Thread.sleep(20);
    }
    Optional<ProcessHandle> job = ProcessHandle.of(Long.parseLong(Files.readString(pid)));
    command.destroy();
    command.waitFor();
    assertThat(job.filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(records.all())
        .singleElement()
        .extracting(RunRecord::status)
        .isEqualTo(RunStatus.INTERRUPTED);
  }

  private int run(String landing, String... options) throws Exception {
    Path landed = Files.createDirectories(folder.resolve(landing));
    String[] arguments = new String[3 + options.length];
    arguments[0] = "run";
    arguments[1] = "--landing";
    arguments[2] = landed.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return cli.run(arguments);
  }
}

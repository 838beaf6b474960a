package io.xephang.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordsTest {
  private static final LocalDateTime NIGHT = LocalDateTime.of(2020, 8, 21, 1, 30);

  private static final RunRecord PUBLISHED =
      new RunRecord(
          "20200821-013000",
          NIGHT,
          NIGHT.plusSeconds(75),
          RunStatus.PUBLISHED,
          "run",
          "landing",
          LocalDate.of(2020, 8, 20),
          7L,
          3,
          100,
          90,
          6,
          4,
          "04 dòng bị loại",
          List.of("catalogs/2020-13-01: no date"),
          List.of("catalogs/2020-08-20/h47.csv: bad_level, 4 rows"),
          List.of(
              CheckFinding.of(
                      "indicator_interval.rate_jumped",
                      CheckFinding.Outcome.FAILED,
                      1,
                      "30 points at most",
                      List.of("unit_code H47"))
                  .accepted("QĐ 123")),
          null);

  @TempDir private Path folder;
  private DeploymentHome home;
  private RunRecords records;

  @BeforeEach
  void makeHome() throws IOException {
    home = new DeploymentHome(folder);
    home.create();
    records = new RunRecords(home);
  }

  @Test
  void giveBackWhatWasSaved() throws IOException {
    RunRecord running = RunRecord.started("20200822-013000", NIGHT.plusDays(1), "run", "landing");
    records.save(PUBLISHED);
    records.save(running);

    assertThat(records.find("20200821-013000")).contains(PUBLISHED);
    assertThat(records.find("20200822-013000"))
        .as("a run that has just begun has no end, date or publication yet")
        .contains(running);
    assertThat(records.find("20200823-013000")).isEmpty();
  }

  @Test
  void areReadAsEarlierVersionsWroteThem() throws IOException {
    records.save(PUBLISHED);
    Path file = home.runs().resolve(PUBLISHED.runId() + ".json");
    ObjectMapper json = new ObjectMapper();
    ObjectNode written = (ObjectNode) json.readTree(file.toFile());
    assertThat(written.remove("rejected")).isNotNull();
    json.writeValue(file.toFile(), written);
    assertThat(records.find(PUBLISHED.runId()).orElseThrow().rejected()).isEmpty();
  }

  @Test
  void replaceTheRecordOfARun() throws IOException {
    records.save(RunRecord.started(PUBLISHED.runId(), NIGHT, "run", "landing"));
    records.save(PUBLISHED);

    assertThat(records.all()).containsExactly(PUBLISHED);
    assertThat(filesIn(home.runs())).as("no part is left").containsExactly("20200821-013000.json");
  }

  @Test
  void areListedOldestFirst() throws IOException {
    for (String runId : List.of("20201001-013000", "20200821-013000", "20200903-233000")) {
      records.save(RunRecord.started(runId, NIGHT, "run", "landing"));
    }

    assertThat(records.all())
        .extracting(RunRecord::runId)
        .containsExactly("20200821-013000", "20200903-233000", "20201001-013000");
  }

  @Test
  void leaveLogsAndHalfWrittenRecordsAlone() throws IOException {
    records.save(PUBLISHED);
    Files.writeString(home.runLog(PUBLISHED.runId()), "01:30:00 started\n");
    Files.writeString(home.runs().resolve("20200822-013000.json.part"), "{\"runId\":\"2020");

    assertThat(records.all()).containsExactly(PUBLISHED);
  }

  @Test
  void closeTheRunsThatEndedWithoutSayingSo() throws IOException {
    records.save(PUBLISHED);
    records.save(RunRecord.started("20200822-013000", NIGHT.plusDays(1), "run", "landing"));

    records.closeInterrupted(NIGHT.plusDays(2));

    assertThat(records.all())
        .as("the one that was running is interrupted, the other stays as it was")
        .containsExactly(
            PUBLISHED,
            RunRecord.started("20200822-013000", NIGHT.plusDays(1), "run", "landing")
                .ended(
                    RunStatus.INTERRUPTED,
                    NIGHT.plusDays(2),
                    "the process ended before the run did"));
  }

  @Test
  void tellOfARunThatHasNoProcessAnyMoreThatItWasInterrupted() throws Exception {
    RunRecord running = RunRecord.started("20200822-013000", NIGHT.plusDays(1), "run", "landing");
    records.save(PUBLISHED);
    records.save(running);

    for (Path lock : List.of(home.runLock(), home.jobLock())) {
      try (WriterLock held = WriterLock.take(lock, "a run")) {
        assertThat(records.asTheyStand()).as("while %s is held", lock).contains(running);
      }
    }

    assertThat(records.asTheyStand())
        .containsExactly(
            PUBLISHED,
            running.ended(
                RunStatus.INTERRUPTED,
                null,
                "không còn tiến trình nào: hãy chạy lại / no process is left: run again"));
    assertThat(records.all()).as("nothing was written").containsExactly(PUBLISHED, running);
  }

  @Test
  void sayWhereAnInterruptedRunStopped() throws IOException {
    records.save(RunRecord.started("20200822-013000", NIGHT, "run", "landing"));
    RunMilestones milestones =
        new RunMilestones(
            home,
            "20200822-013000",
            Clock.fixed(Instant.parse("2020-08-21T18:30:00Z"), WallClock.ZONE));
    milestones.reached("written unit_row");
    milestones.reached("written report_row");

    assertThat(records.find("20200822-013000").orElseThrow().milestone())
        .isEqualTo("written report_row");
    assertThat(home.runLog("20200822-013000"))
        .hasContent(
            """
            2020-08-22 01:30:00.000 INFO  milestone - written unit_row
            2020-08-22 01:30:00.000 INFO  milestone - written report_row
            """);

    records.closeInterrupted(NIGHT.plusDays(1));
    assertThat(records.find("20200822-013000").orElseThrow().message())
        .isEqualTo("the process ended before the run did, after: written report_row");
  }

  @Test
  void keepNoMilestonesOfWorkBetweenRuns() throws IOException {
    new RunMilestones(
            home,
            "20200822-013000",
            Clock.fixed(Instant.parse("2020-08-21T18:30:00Z"), WallClock.ZONE))
        .reached("serving begun");
    assertThat(records.all()).isEmpty();
  }

  @Test
  void areNoneBeforeTheFirstRun() throws IOException {
    assertThat(new RunRecords(new DeploymentHome(folder.resolve("new"))).all()).isEmpty();
  }

  @Test
  void sayTheStatusAsTheViewDoes() throws IOException {
    records.save(PUBLISHED.ended(RunStatus.NOTHING_NEW, NIGHT, null));

    assertThat(Files.readString(home.runs().resolve("20200821-013000.json")))
        .contains("\"status\" : \"nothing_new\"", "\"startedAt\" : \"2020-08-21T01:30:00\"");
  }

  private static List<String> filesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

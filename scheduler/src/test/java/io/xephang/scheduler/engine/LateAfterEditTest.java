package io.xephang.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.store.Alert;
import io.xephang.scheduler.store.DagRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A report whose schedule is changed: what the new one would have demanded before it was written is
 * made, as in Airflow, but nobody is told that it is late. The report of 17 May has been made.
 */
final class LateAfterEditTest {
  private static final String ON_THE_17TH =
      """
      report:
        schedule: "0 6 17 * *"
        start_date: 2026-01-01
        end_date: 2026-12-31
        timezone: Asia/Ho_Chi_Minh
        dagrun_timeout: {__type__: datetime.timedelta, hours: 18}
        tasks:
          - task_id: only
            operator: airflow.providers.standard.operators.empty.EmptyOperator
      """;
  private static final String ON_THE_5TH = ON_THE_17TH.replace("0 6 17", "0 6 5");

  private final SettableClock clock = new SettableClock("2026-05-16T00:00:00Z");

  @TempDir private Path folder;

  @BeforeEach
  void theReportOfMayIsMade() throws Exception {
    try (Deployment scheduler = Deployment.of(folder, ON_THE_17TH, clock)) {
      scheduler.unpause("report");
      clock.set("2026-05-16T23:00:00Z");
      scheduler.engine.tick();
      assertThat(scheduler.runs("report")).extracting(DagRun::state).containsOnly(RunState.SUCCESS);
    }
  }

  private static List<String> late(Deployment scheduler) {
    return scheduler.engine.read(rows -> rows.alerts().unsent()).stream()
        .map(Alert::text)
        .filter(text -> text.contains("Not ready in time"))
        .toList();
  }

  private static List<String> dates(Deployment scheduler) {
    return scheduler.runs("report").stream()
        .map(run -> run.logicalDate().orElseThrow().toString())
        .toList();
  }

  @Test
  void aDayThatHadPassedWhenItWasWrittenIsNotLate() throws Exception {
    clock.set("2026-06-10T00:00:00Z");
    try (Deployment scheduler = Deployment.of(folder, ON_THE_17TH, clock)) {
      scheduler.edit(ON_THE_5TH);
      scheduler.engine.tick();
      assertThat(late(scheduler)).as("on 5 June nobody wanted it").isEmpty();
      assertThat(dates(scheduler)).as("it is made").startsWith("2026-06-04T23:00:00Z");
    }
  }

  @Test
  void anHourMovedAfterTheRunIsNotLate() throws Exception {
    clock.set("2026-05-18T00:00:00Z");
    try (Deployment scheduler = Deployment.of(folder, ON_THE_17TH, clock)) {
      for (String hour : List.of("0 7 17", "30 7 17")) {
        scheduler.edit(ON_THE_17TH.replace("0 6 17", hour));
        scheduler.engine.tick();
      }
      assertThat(late(scheduler)).as("17 May is done already").isEmpty();
    }
  }

  @Test
  void anEditWhileNoSchedulerIsAtWorkMakesNothingLate() throws Exception {
    clock.set("2026-06-10T00:00:00Z");
    try (Deployment scheduler = Deployment.of(folder, ON_THE_5TH, clock)) {
      assertThat(late(scheduler)).isEmpty();
      assertThat(dates(scheduler)).startsWith("2026-06-04T23:00:00Z");
    }
  }

  @Test
  void anotherPlaceOrEndIsAnotherScheduleToo() throws Exception {
    clock.set("2026-06-30T00:00:00Z");
    String ended = ON_THE_17TH.replace("2026-12-31", "2026-06-01");
    try (Deployment scheduler = Deployment.of(folder, ended, clock)) {
      scheduler.edit(ON_THE_17TH);
      scheduler.engine.tick();
      assertThat(dates(scheduler)).startsWith("2026-06-16T23:00:00Z");
      scheduler.edit(ON_THE_17TH.replace("Asia/Ho_Chi_Minh", "Europe/Paris"));
      scheduler.engine.tick();
      assertThat(dates(scheduler)).startsWith("2026-06-17T04:00:00Z");
      assertThat(late(scheduler)).isEmpty();
    }
  }

  @Test
  void whatTheNewScheduleDemandsFromThenOnIsLate() throws Exception {
    clock.set("2026-06-10T00:00:00Z");
    try (Deployment scheduler = Deployment.of(folder, ON_THE_17TH, clock)) {
      scheduler.engine.pause("report", PauseState.PAUSED);
      scheduler.edit(ON_THE_5TH);
      scheduler.engine.tick();
      assertThat(late(scheduler)).isEmpty();
      clock.set("2026-07-05T17:00:00Z");
      scheduler.engine.tick();
      assertThat(late(scheduler))
          .singleElement()
          .asString()
          .contains("Scheduled: 2026-07-05T06:00 (Asia/Ho_Chi_Minh)");
    }
  }

  @Test
  void anEditOfSomethingElseHidesNothing() throws Exception {
    clock.set("2026-06-17T12:00:00Z");
    try (Deployment scheduler = Deployment.of(folder, ON_THE_17TH, clock, 0)) {
      scheduler.engine.tick();
      scheduler.edit(ON_THE_17TH.replace("tasks:", "description: monthly\n  tasks:"));
      clock.set("2026-06-17T17:00:00Z");
      scheduler.engine.tick();
      assertThat(late(scheduler)).as("June's waits for a place").hasSize(1);
    }
  }

  @Test
  void aRunOfTheScheduleBeforeStaysLate() throws Exception {
    clock.set("2026-06-17T12:00:00Z");
    try (Deployment scheduler = Deployment.of(folder, ON_THE_17TH, clock, 0)) {
      scheduler.engine.tick();
      scheduler.edit(ON_THE_17TH.replace("0 6 17", "0 6 18"));
      clock.set("2026-06-17T17:00:00Z");
      scheduler.engine.tick();
      assertThat(late(scheduler))
          .singleElement()
          .asString()
          .contains("Scheduled: 2026-06-17T06:00 (Asia/Ho_Chi_Minh)");
    }
  }

  @Test
  void aRunOfTheSameMorningHasNoDeadlineOfThatMorning() throws Exception {
    clock.set("2026-06-10T03:00:00Z");
    try (Deployment scheduler = Deployment.of(folder, ON_THE_17TH, clock, 0)) {
      scheduler.edit(ON_THE_17TH.replace("0 6 17", "0 6 10"));
      scheduler.engine.tick();
      assertThat(dates(scheduler)).as("made at ten").startsWith("2026-06-09T23:00:00Z");
      clock.set("2026-06-10T17:00:00Z");
      scheduler.engine.tick();
      assertThat(late(scheduler)).isEmpty();
    }
  }

  @Test
  void aDatabaseOfAnEarlierVersionHidesNothing() throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("runs"));
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE dag_schedule");
    }
    clock.set("2026-06-19T00:00:00Z");
    try (Deployment scheduler = Deployment.of(folder, ON_THE_17TH, clock)) {
      assertThat(late(scheduler)).singleElement().asString().contains("no scheduler was at work");
    }
  }
}

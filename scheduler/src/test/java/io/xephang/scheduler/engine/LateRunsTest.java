package io.xephang.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.store.Alert;
import io.xephang.scheduler.store.DagRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report at six on the 17th that has to be there by midnight, Viet Nam's time. */
final class LateRunsTest {
  private static final String DAG =
      """
      report:
        schedule: "0 6 17 * *"
        start_date: 2026-01-01
        timezone: Asia/Ho_Chi_Minh
        dagrun_timeout: {__type__: datetime.timedelta, hours: 18}
        tasks:
          - task_id: only
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "%s"
      """;

  private final SettableClock clock = new SettableClock("2026-05-16T00:00:00Z");

  @TempDir private Path folder;

  private Deployment deployed(String command) throws Exception {
    return Deployment.of(folder, DAG.formatted(command), clock);
  }

  private static List<String> late(Deployment scheduler) {
    return scheduler.engine.read(rows -> rows.alerts().unsent()).stream()
        .map(Alert::text)
        .filter(text -> text.contains("Not ready in time"))
        .toList();
  }

  /**
   * The run of May succeeds in time; whoever has unpaused the dag on the 16th gets that of April.
   */
  private void mayIsDone(Deployment scheduler) throws Exception {
    scheduler.unpause("report");
    scheduler.finished(scheduler.runs("report").get(0));
    clock.set("2026-05-16T23:00:00Z");
    scheduler.engine.tick();
    scheduler.finished(scheduler.runs("report").get(0));
    clock.set("2026-05-20T00:00:00Z");
    scheduler.engine.tick();
    assertThat(late(scheduler))
        .as("neither April's, which nobody wanted then, nor May's")
        .isEmpty();
  }

  @Test
  void aDagThatIsPausedIsToldOfOnceWhenItsReportIsMissing() throws Exception {
    try (Deployment scheduler = deployed("true")) {
      mayIsDone(scheduler);
      scheduler.engine.pause("report", PauseState.PAUSED);
      clock.set("2026-06-17T16:59:59Z");
      scheduler.engine.tick();
      assertThat(late(scheduler)).as("a second before midnight").isEmpty();
      clock.set("2026-06-17T17:00:00Z");
      scheduler.engine.tick();
      scheduler.engine.tick();
      assertThat(late(scheduler))
          .singleElement()
          .asString()
          .contains("Scheduled: 2026-06-17T06:00 (Asia/Ho_Chi_Minh)")
          .contains("Deadline: 2026-06-18T00:00 (Asia/Ho_Chi_Minh)")
          .contains("the dag is paused: xephang dags unpause report")
          .contains("xephang dags trigger report --logical-date 2026-06-16T23:00:00Z");
      clock.set("2026-07-20T00:00:00Z");
      scheduler.engine.tick();
      assertThat(late(scheduler)).as("June's and July's").hasSize(2);
      scheduler.unpause("report");
      scheduler.engine.tick();
      assertThat(late(scheduler)).as("July's run, made now, is not told of again").hasSize(2);
      scheduler.finished(scheduler.runs("report").get(0));
    }
  }

  @Test
  void whatWasMissedWhileNoSchedulerWasAtWorkIsToldOfAtStart() throws Exception {
    try (Deployment scheduler = deployed("true")) {
      mayIsDone(scheduler);
    }
    clock.set("2026-06-19T00:00:00Z");
    try (Deployment scheduler = deployed("true")) {
      assertThat(late(scheduler)).singleElement().asString().contains("no scheduler was at work");
      assertThat(scheduler.runs("report")).as("and it is made up for").hasSize(3);
      scheduler.finished(scheduler.runs("report").get(0));
    }
  }

  @Test
  void aReportMadeByHandInTimeIsNotMissing() throws Exception {
    try (Deployment scheduler = deployed("true")) {
      mayIsDone(scheduler);
      // Paused, so that the schedule is not quicker.
      scheduler.engine.pause("report", PauseState.PAUSED);
      clock.set("2026-06-17T02:00:00Z");
      scheduler.trigger("report", "mine", Instant.parse("2026-06-16T23:00:00Z"));
      scheduler.unpause("report");
      scheduler.finished(scheduler.runs("report").get(0));
      scheduler.engine.pause("report", PauseState.PAUSED);
      clock.set("2026-06-18T00:00:00Z");
      scheduler.engine.tick();
      assertThat(late(scheduler)).isEmpty();
    }
  }

  @Test
  void aRunThatIsStillAtWorkIsLateToo() throws Exception {
    try (Deployment scheduler =
        deployed(
            "test {{ ds }} != 2026-06-16 || until test -e %s/go; do sleep 0.05; done"
                .formatted(folder))) {
      mayIsDone(scheduler);
      clock.set("2026-06-16T23:00:00Z");
      scheduler.engine.tick();
      Deployment.await(
          () -> scheduler.states(scheduler.runs("report").get(0)).containsValue("running"),
          () -> scheduler.runs("report").toString());
      scheduler.engine.pause("report", PauseState.PAUSED);
      clock.set("2026-06-17T17:00:00Z");
      scheduler.engine.tick();
      assertThat(late(scheduler)).singleElement().asString().contains("the dag is paused");
      Files.createFile(folder.resolve("go"));
      Deployment.await(
          () -> scheduler.states(scheduler.runs("report").get(0)).containsValue("success"),
          () -> scheduler.runs("report").toString());
    }
  }

  @Test
  void aRunThatBeganOnTimeIsToldOfOnceWhenItTakesTooLong() throws Exception {
    try (Deployment scheduler = deployed("test {{ ds }} != 2026-06-16 || sleep 600")) {
      mayIsDone(scheduler);
      clock.set("2026-06-16T23:00:00Z");
      scheduler.engine.tick();
      DagRun run = scheduler.runs("report").get(0);
      Deployment.await(() -> scheduler.states(run).containsValue("running"), () -> run.runId());
      clock.set("2026-06-17T17:00:00Z");
      scheduler.engine.tick();
      assertThat(scheduler.finished(run).state()).isEqualTo(RunState.FAILED);
      assertThat(late(scheduler)).as("its failure is told of").isEmpty();
      List<Alert> told = scheduler.engine.read(rows -> rows.alerts().unsent());
      assertThat(told).hasSize(1);
      Deployment.await(() -> !scheduler.attempts(run, "only").isEmpty(), () -> run.runId());
    }
  }

  @Test
  void aRunOfAnIntervalIsStartedByTheDateOfItsBeginning() throws Exception {
    String interval =
        DAG.formatted("true")
            .replace(
                "\"0 6 17 * *\"",
                "{__type__: airflow.timetables.interval.CronDataIntervalTimetable,"
                    + " cron: \"0 6 17 * *\", timezone: Asia/Ho_Chi_Minh}");
    try (Deployment scheduler = Deployment.of(folder, interval, clock)) {
      mayIsDone(scheduler);
      scheduler.engine.pause("report", PauseState.PAUSED);
      clock.set("2026-06-17T17:00:00Z");
      scheduler.engine.tick();
      assertThat(late(scheduler))
          .singleElement()
          .asString()
          .contains("Scheduled: 2026-06-17T06:00 (Asia/Ho_Chi_Minh)")
          .contains("xephang dags trigger report --logical-date 2026-05-16T23:00:00Z");
    }
  }
}

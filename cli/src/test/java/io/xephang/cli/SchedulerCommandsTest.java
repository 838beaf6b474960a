package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.scheduler.dag.DagFolder;
import io.xephang.scheduler.service.SchedulerFolder;
import io.xephang.scheduler.service.SchedulerService;
import io.xephang.scheduler.service.SchedulerSettings;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about dags; it is 10:04 of 21/8/2020 in Viet Nam. */
final class SchedulerCommandsTest {
  private static final String DAGS =
      """
      daily:
        description: "Mỗi ngày / Every day"
        schedule: "30 1 * * *"
        start_date: 2020-08-01
        timezone: Asia/Ho_Chi_Minh
        tasks:
          - task_id: first
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "echo Ngày {{ ds }} {{ params.unit }}"
          - task_id: left
            operator: airflow.providers.standard.operators.empty.EmptyOperator
            dependencies: [first]
          - task_id: right
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "exit {{ params.code }}"
            dependencies: [first]
          - task_id: join
            operator: airflow.providers.standard.operators.empty.EmptyOperator
            dependencies: [left, right]
            trigger_rule: all_done
          - task_id: last
            operator: airflow.providers.standard.operators.empty.EmptyOperator
            dependencies: [right]
        params: {unit: H47, code: 0}
      """;

  @TempDir private Path folder;
  private DeploymentHome home;
  private CapturedCli cli;

  @BeforeEach
  void describeDags() throws Exception {
    home = new DeploymentHome(folder);
    Files.createDirectories(home.dags());
    Files.writeString(home.dags().resolve("daily.yaml"), DAGS);
    cli = new CapturedCli(home, Optional.empty());
  }

  @Test
  void listsDagsAndFilesThatAreWrong() throws Exception {
    assertThat(cli.run("dags", "list", "--format", "csv")).isZero();
    assertThat(cli.out())
        .isEqualTo(
            """
            dag_id,schedule,paused,next_run,file,description
            daily,30 1 * * *,true,2020-08-21T01:30:00+07:00,daily.yaml,Mỗi ngày / Every day
            """);
    Files.writeString(home.dags().resolve("bad.yaml"), "bad:\n  colour: red\n");
    assertThat(cli.run("dags", "list", "--format", "csv")).isEqualTo(1);
    assertThat(cli.out()).contains("daily,30 1");
    assertThat(cli.err()).startsWith("bad.yaml, dòng / line 2: ").contains("'colour'");
  }

  @Test
  void drawsTheGraph() {
    assertThat(cli.run("dags", "show", "daily")).isZero();
    assertThat(cli.out())
        .contains("lịch / schedule: 30 1 * * *\n")
        .endsWith(
            """

            first [BashOperator]
            ├─▶ left [EmptyOperator]
            │   └─▶ join [EmptyOperator, all_done] (cũng sau / also after: right)
            └─▶ right [BashOperator]
                └─▶ last [EmptyOperator]
            """);
  }

  @Test
  void aDagWithoutAScheduleHasNoNextRun() throws Exception {
    Files.writeString(
        home.dags().resolve("by_hand.yaml"),
        "by_hand:\n  tasks: [{task_id: a, operator: airflow.operators.empty.EmptyOperator}]\n");
    assertThat(cli.run("dags", "show", "by_hand")).isZero();
    assertThat(cli.out()).contains("lần tới / next run: không có / none\n");
    assertThat(cli.err()).doesNotContain("waits for");
    assertThat(cli.run("dags", "unpause", "by_hand")).isZero();
    assertThat(cli.out()).isEqualTo("Không có gì chạy ngay / Nothing runs at once\n");
    assertThat(cli.err()).contains("next scheduled run: không có / none");
  }

  @Test
  void saysWhenItRunsAndWhat() {
    assertThat(cli.run("dags", "next-execution", "daily", "-n", "2")).isZero();
    assertThat(cli.out())
        .isEqualTo(
            """
            2020-08-21T01:30:00+07:00  logical_date 2020-08-20T18:30:00Z
            2020-08-22T01:30:00+07:00  logical_date 2020-08-21T18:30:00Z
            """);
    assertThat(cli.err()).contains("waits for: xephang dags unpause daily");
    assertThat(
            cli.run("tasks", "render", "daily", "first", "2020-08-20", "-c", "{\"unit\":\"H27\"}"))
        .isZero();
    assertThat(cli.out()).isEqualTo("echo Ngày 2020-08-19 H27\n");
    assertThat(cli.run("tasks", "list", "daily")).isZero();
    assertThat(cli.out()).isEqualTo("first\nleft\nright\njoin\nlast\n");
  }

  @Test
  void triesADagOutAndLeavesNoTrace() {
    assertThat(cli.run("dags", "test", "daily", "2020-08-20T08:00:00")).isZero();
    assertThat(cli.out()).contains("== first: success").contains("\nNgày 2020-08-20 H47\n");
    assertThat(cli.run("dags", "test", "daily", "-c", "{\"code\": 7}")).isEqualTo(1);
    assertThat(cli.out()).contains("== right: failed").contains("== last: upstream_failed");
    assertThat(cli.run("dags", "list-runs", "daily", "--format", "csv")).isZero();
    assertThat(cli.out()).isEqualTo("run_id,state,logical_date,run_after,start_date,end_date\n");
  }

  @Test
  void ordersWaitForASchedulerAndSaySo() {
    assertThat(cli.run("dags", "unpause", "daily", "--dry-run")).isZero();
    assertThat(cli.out())
        .isEqualTo(
            """
            Chạy ngay / Runs at once: 1
              2020-08-21T01:30:00+07:00  scheduled__2020-08-20T18:30:00+00:00
            """);
    assertThat(cli.run("dags", "unpause", "daily")).isZero();
    assertThat(cli.err()).contains("No scheduler is at work");
    assertThat(cli.run("dags", "trigger", "daily", "-l", "2020-08-10", "--run-id", "mine"))
        .isZero();
    assertThat(cli.out()).isEqualTo("mine\n");
    assertThat(cli.run("dags", "list-runs", "daily", "--format", "csv")).isZero();
    assertThat(cli.out().lines().map(line -> line.split(",", -1)[0]))
        .containsExactly("run_id", "mine", "scheduled__2020-08-20T18:30:00+00:00");
    assertThat(cli.run("tasks", "logs", "daily", "first", "mine")).isEqualTo(1);
    assertThat(cli.err())
        .isEqualTo(
            "xephang: tác vụ chưa bắt đầu, nên chưa có nhật ký / the task has not started yet, so"
                + " there is no log: first, mine; xephang tasks states daily mine\n");
  }

  @Test
  void ofATaskThatHasNotStartedTheRunThatIsAtWorkIsNamed() throws Exception {
    Path held = Files.createFile(folder.resolve("held"));
    Files.writeString(
        home.dags().resolve("one_at_a_time.yaml"),
        """
        one_at_a_time:
          max_active_runs: 1
          tasks:
            - task_id: work
              operator: airflow.providers.standard.operators.bash.BashOperator
              bash_command: "for i in {1..600}; do test -e %s || exit 0; sleep 0.1; done; exit 1"
        """
            .formatted(held));
    try (SchedulerService scheduler = atWork()) {
      assertThat(scheduler.port()).isPositive();
      cli.run("dags", "unpause", "one_at_a_time");
      cli.run("dags", "trigger", "one_at_a_time", "--run-id", "older");
      cli.run("dags", "trigger", "one_at_a_time", "--run-id", "newer");
      await("one_at_a_time", "older", "running");
      awaitTask("one_at_a_time", "older", "work,running");

      assertThat(cli.run("tasks", "logs", "one_at_a_time", "work")).isEqualTo(1);
      assertThat(cli.err())
          .isEqualTo(
              "xephang: tác vụ chưa bắt đầu, nên chưa có nhật ký / the task has not started yet,"
                  + " so there is no log: work, newer; lần chạy khác đang làm / another run is at"
                  + " work: older (running): xephang tasks logs one_at_a_time work older\n");
      assertThat(cli.run("tasks", "logs", "one_at_a_time", "work", "older")).isZero();

      Files.delete(held);
      await("one_at_a_time", "newer", "success");
    }
  }

  @Test
  void saysWhatABackfillWouldDo() {
    cli.run("dags", "trigger", "daily", "-l", "2020-08-02T01:30:00");
    String[] backfill = {
      "dags", "backfill", "daily", "--from-date", "2020-08-01", "--to-date", "2020-08-03T23:00:00"
    };
    String[] dry = Arrays.copyOf(backfill, backfill.length + 1);
    dry[backfill.length] = "--dry-run";
    assertThat(cli.run(dry)).isZero();
    assertThat(cli.out())
        .isEqualTo(
            """
            2020-08-01T01:30:00+07:00  chạy / runs
            2020-08-02T01:30:00+07:00  giữ nguyên / left: in flight
            2020-08-03T01:30:00+07:00  chạy / runs
            """);
    assertThat(cli.run(backfill)).isZero();
    assertThat(cli.err()).contains("The dag is paused; its runs wait for: xephang dags unpause");
    assertThat(cli.run(backfill)).isEqualTo(1);
    assertThat(cli.err()).contains("is not finished yet");
  }

  @Test
  void wrongQuestionsAreAnsweredWithWhatThereIs() {
    assertThat(cli.run("dags", "show", "nowhere")).isEqualTo(1);
    assertThat(cli.err()).contains("nowhere");
    assertThat(cli.run("dags", "trigger", "daily", "-l", "tomorrow")).isEqualTo(2);
    assertThat(cli.err()).contains("expected 2026-06-30, 2026-06-30T01:30:00");
    assertThat(cli.run("dags", "test", "daily", "2020-09-01")).isEqualTo(2);
    assertThat(cli.err()).contains("lies in the future");
    assertThat(cli.run("dags", "trigger", "daily", "-c", "[1]")).isEqualTo(2);
    assertThat(cli.err()).contains("--conf [1]");
    assertThat(cli.run("dags", "trigger", "daily", "--run-id", "../up")).isEqualTo(1);
    assertThat(cli.err()).contains("expected letters, digits");
    assertThat(cli.run("tasks", "clear", "daily")).isEqualTo(2);
    assertThat(cli.run("tasks", "states", "daily")).isEqualTo(1);
    assertThat(cli.err()).contains("there is no run yet: daily");
    assertThat(cli.run("dags")).isEqualTo(2);
  }

  @Test
  void commandsTalkToTheSchedulerThatIsAtWork() throws Exception {
    try (SchedulerService scheduler = atWork()) {
      assertThat(scheduler.port()).isPositive();
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(home.scheduler().resolve("token"))))
          .isEqualTo("rw-------");
      assertThat(cli.run("dags", "unpause", "daily")).isZero();
      assertThat(cli.err()).doesNotContain("No scheduler");
      cli.run(
          "dags", "trigger", "daily", "-l", "2020-08-20", "--run-id", "mine", "-c", "{\"code\":3}");
      await("daily", "mine", "failed");
      assertThat(cli.run("tasks", "states", "daily", "mine", "--format", "csv")).isZero();
      assertThat(cli.out()).contains("first,success,1,1,").contains("last,upstream_failed,0,1,");
      assertThat(cli.run("tasks", "logs", "daily", "first", "mine")).isZero();
      assertThat(cli.out()).endsWith("\nNgày 2020-08-19 H47\n");
      assertThat(cli.run("tasks", "logs", "daily", "last", "mine")).isEqualTo(1);
      assertThat(cli.err())
          .as("a task that will not run")
          .isEqualTo(
              "xephang: tác vụ không có lần thử nào, nên không có nhật ký / the task has had no"
                  + " try, so there is no log: upstream_failed: last, mine; xephang tasks states"
                  + " daily mine\n");
      assertThat(cli.run("tasks", "logs", "daily", "first", "mine", "--try-number", "7"))
          .isEqualTo(1);
      assertThat(cli.err())
          .startsWith("xephang: không có lần thử / there is no try 7, lần cuối là / the last one")
          .endsWith(" is 1: first, mine; xephang tasks states daily mine\n");
      assertThat(cli.run("tasks", "logs", "daily", "left", "mine")).isEqualTo(1);
      assertThat(cli.err())
          .as("an empty task, which succeeds without a try")
          .contains("không có lần thử nào", "so there is no log: success: left, mine");
      Files.delete(
          home.scheduler().resolve("logs/dag_id=daily/run_id=mine/task_id=first/attempt=1.log"));
      assertThat(cli.run("tasks", "logs", "daily", "first", "mine")).isEqualTo(1);
      assertThat(cli.err())
          .isEqualTo(
              "xephang: nhật ký không còn, hoặc chưa được ghi / the log was removed, or is not"
                  + " written yet: try_number `1`\n");
      assertThat(cli.run("tasks", "clear", "daily", "--run-id", "mine", "-f")).isZero();
      assertThat(cli.out()).isEqualTo("mine last upstream_failed\nmine right failed\n");
      await("daily", "mine", "failed");
      assertThat(cli.run("tasks", "states", "daily", "mine", "--format", "csv")).isZero();
      assertThat(cli.out()).contains("right,failed,2,2,");
      assertThat(cli.run("dags", "pause", "daily")).isZero();
      assertThat(cli.run("scheduler", "--port", "0")).isEqualTo(4);
      assertThat(cli.err()).contains("a scheduler or a command is at work");
    }
  }

  private SchedulerService atWork() throws Exception {
    return SchedulerService.start(
        new SchedulerSettings(
            new SchedulerFolder(home.scheduler()),
            new DagFolder(home.dags(), Map.of()),
            InetAddress.getLoopbackAddress(),
            0,
            4,
            400,
            System.getenv(),
            "1"),
        Clock.systemUTC(),
        line -> {});
  }

  private void await(String dag, String run, String state) throws InterruptedException {
    awaitLine(run + "," + state + ",", "dags", "list-runs", dag, "--format", "csv");
  }

  private void awaitTask(String dag, String run, String line) throws InterruptedException {
    awaitLine(line + ",", "tasks", "states", dag, run, "--format", "csv");
  }

  private void awaitLine(String line, String... command) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      cli.run(command);
      if (cli.out().contains(line)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("there is no line '" + line + "': " + cli.out());
  }
}

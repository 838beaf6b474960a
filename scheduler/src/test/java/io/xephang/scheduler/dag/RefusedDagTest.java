package io.xephang.scheduler.dag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefusedDagTest {
  /** A dag that is right but for one line of its own and one of its task, put in at the marks. */
  private static final String DAG =
      """
      bad:
        start_date: 2026-01-01
        %s
        tasks:
          only:
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "true"
            %s
      """;

  private static final int LINE_OF_DAG = 3;
  private static final int LINE_OF_TASK = 8;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on_failure_callback: x    | 'on_failure_callback'; có / there are [catchup",
        "dag_display_name: x       | 'dag_display_name'",
        "catchup: 1                | bad.catchup: cần / expected true, false; có / found '1'",
        "max_active_runs: 0        | expected at least 1",
        "max_active_runs: -1       | expected 0 or more, found -1",
        "max_active_tasks: many    | expected số nguyên / a whole number; có / found 'many'",
        "dagrun_timeout: 60        | expected __type__: datetime.timedelta",
        "schedule: '61 * * * *'    | cron expression '61 * * * *'",
        "schedule: '@continuous'   | cron expression '@continuous'",
        "schedule: [asset]         | expected cron, @daily",
        "schedule: {__type__: airflow.timetables.events.EventsTimetable} | EventsTimetable",
        "schedule: {__type__: airflow.timetables.trigger.CronTriggerTimetable, cron: '@daily'} | timezone: cần có / is required",
        "schedule: {__type__: airflow.timetables.trigger.CronTriggerTimetable, cron: '@daily', timezone: UTC, run_immediately: true} | 'run_immediately'",
        "timezone: Asia/Hanoi      | expected Asia/Ho_Chi_Minh",
        "end_date: tomorrow        | expected 2026-01-31",
        "end_date: 2026-01-02T03:04:05Z | not a zone",
        "params: {a: {__type__: airflow.sdk.Param}} | '__type__'",
        "tags: one                 | expected danh sách / a list",
        "default_args: {email: x}  | 'email'",
        "default_args: {start_date: 2026-01-01} | in one place",
        "default_args: {timezone: UTC} | has no effect",
        "start_date: 2026-01-02    | 'start_date' có hai lần",
      })
  void aDagThatHasThis(String line, String reason) {
    DagFile file = DagFile.read("bad.yaml", DAG.formatted(line, "retries: 0"), Map.of());
    assertThat(file.dags()).isEmpty();
    assertThat(file.problems()).hasSize(1);
    assertThat(file.problems().get(0).reason()).contains(reason);
    assertThat(file.problems().get(0).file()).isEqualTo("bad.yaml");
    // What is wrong with the whole dag is told of its first line.
    assertThat(file.problems().get(0).line()).isIn(2, LINE_OF_DAG);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pool: x                      | 'pool'; có / there are [append_env",
        "retries: two                 | only.retries: cần / expected số nguyên",
        "retry_delay: soon            | expected __type__: datetime.timedelta",
        "retry_delay: {__type__: datetime.timedelta, years: 1} | 'years'",
        "retry_delay: {__type__: datetime.timedelta, minutes: -1} | that is not negative",
        "retry_exponential_backoff: x | expected true, false, 2.0",
        "execution_timeout: 5         | expected __type__: datetime.timedelta",
        "trigger_rule: sometimes      | expected all_success, all_failed",
        "depends_on_past: 1           | expected true, false",
        "dependencies: [other]        | there is no task 'other'",
        "dependencies: [only]         | wait for each other in a circle: [only]",
        "env: {A: 1}                  | only.env.A: cần / expected chữ",
        "env: {A: '{{ nothing }}'}    | unknown name 'nothing'",
        "append_env: 2                | expected true, false",
        "task_id: x                   | the key is the name already",
        "cwd: /tmp                    | 'cwd'",
      })
  void aTaskThatHasThis(String line, String reason) {
    DagFile file = DagFile.read("bad.yaml", DAG.formatted("catchup: false", line), Map.of());
    assertThat(file.dags()).isEmpty();
    assertThat(file.problems()).hasSize(1);
    assertThat(file.problems().get(0).reason()).contains(reason);
    // What tasks do to each other is told of the dag, a missing thing of the task.
    assertThat(file.problems().get(0).line()).isIn(2, 6, LINE_OF_TASK);
  }

  @Test
  void otherOperatorsAndScriptFiles() {
    String operator = "    operator: airflow.providers.standard.operators.python.PythonOperator";
    assertThat(problem("dag:\n  tasks:\n    - task_id: a\n  " + operator))
        .isEqualTo(
            "bad.yaml, dòng / line 4: a.operator: cần / expected"
                + " [airflow.operators.bash.BashOperator,"
                + " airflow.providers.standard.operators.bash.BashOperator],"
                + " [airflow.operators.empty.EmptyOperator,"
                + " airflow.providers.standard.operators.empty.EmptyOperator]; có / found"
                + " 'airflow.providers.standard.operators.python.PythonOperator'");
    assertThat(
            problem(
                """
                dag:
                  tasks:
                    a:
                      operator: airflow.operators.bash.BashOperator
                      bash_command: /opt/nightly.sh
                """))
        .startsWith("bad.yaml, dòng / line 5: a.bash_command")
        .contains("put a space at the end");
    assertThat(problem("dag:\n  tasks: {a: {operator: x")).contains("not YAML").contains("line");
    assertThat(problem("")).isEqualTo("bad.yaml, dòng / line 1: tệp rỗng / the file is empty");
  }

  @Test
  void anchorsThatDoubleEachOther() {
    StringBuilder params = new StringBuilder("dag:\n  params:\n    a0: &a0 [x, x]\n");
    for (int i = 1; i < 24; i++) {
      params.append("    a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    params.append("  tasks: {t: {operator: airflow.operators.empty.EmptyOperator}}\n");
    assertThat(problem(params.toString()))
        .startsWith("bad.yaml, dòng / line ")
        .contains("more than 100000; write them out");
  }

  @Test
  void anAnchorThatContainsItself() {
    String tasks = "\n  tasks: {t: {operator: airflow.operators.empty.EmptyOperator}}\n";
    assertThat(problem("dag:\n  params: &own {again: *own}" + tasks))
        .startsWith("bad.yaml, dòng / line 2: neo '&own' chứa chính nó")
        .endsWith("the anchor contains itself; remove the alias inside it");
    assertThat(problem("dag:\n  start_date: 2026-01-01\n  tags: &t [a, [*t]]" + tasks))
        .startsWith("bad.yaml, dòng / line 3: neo '&t'");
    assertThat(problem("&all\ndag:\n  params: *all" + tasks)).contains("'&all'");
    // The same anchor beside itself is no circle.
    assertThat(DagFile.read("good.yaml", "dag:\n  params: {a: &x [1], b: *x}" + tasks, Map.of()))
        .satisfies(file -> assertThat(file.problems()).isEmpty())
        .satisfies(file -> assertThat(file.dags()).hasSize(1));
  }

  @Test
  void idsWhoseLogFolderNoFileSystemTakes() {
    String dag = "%s:\n  tasks:\n    %s:\n      operator: airflow.operators.empty.EmptyOperator\n";
    // 'dag_id=' and 82 letters of three bytes, and two of one, are 255 bytes; 'task_id=' is longer.
    String longest = "ệ".repeat(82) + "ab";
    DagFile good =
        DagFile.read("good.yaml", dag.formatted(longest, longest.substring(1)), Map.of());
    assertThat(good.problems()).isEmpty();
    assertThat(problem(dag.formatted(longest + "c", "t")))
        .startsWith("bad.yaml, dòng / line 2: ")
        .contains("dag_id '" + longest + "c'")
        .contains("256 byte UTF-8, tối đa / at most 255");
    assertThat(problem(dag.formatted("d", longest)))
        .startsWith("bad.yaml, dòng / line 4: ")
        .contains("task_id '" + longest + "'")
        .contains("256 byte");
    assertThat(problem(dag.formatted("d".repeat(251), "t"))).contains("at most 250");
  }

  @Test
  void aBadDagAndABadFileHideNoOther(@TempDir Path folder) throws IOException {
    String task = "{operator: airflow.operators.empty.EmptyOperator}";
    Files.writeString(
        folder.resolve("a.yaml"),
        "bad:\n  colour: red\n  tasks: {t: " + task + "}\ngood:\n  tasks: {t: " + task + "}\n");
    Files.writeString(folder.resolve("b.yaml"), "[");
    Files.createDirectory(folder.resolve("below"));
    Files.writeString(
        folder.resolve("below").resolve("c.yml"),
        "good:\n  tasks: {t: " + task + "}\nfine:\n  tasks: {t: " + task + "}\n");
    Files.writeString(folder.resolve("defaults.yml"), "default_args: {}\n");

    DagCatalog catalog = new DagFolder(folder, Map.of()).read();

    assertThat(catalog.dags().keySet()).containsExactly("fine", "good");
    assertThat(catalog.problems().stream().map(DagProblem::toString))
        .satisfiesExactly(
            problem ->
                assertThat(problem).startsWith("a.yaml, dòng / line 2: bad").contains("'colour'"),
            problem -> assertThat(problem).startsWith("b.yaml, dòng / line 1: không phải YAML"),
            problem -> assertThat(problem).contains("c.yml").contains("already in a.yaml"),
            problem -> assertThat(problem).startsWith("defaults.yml").contains("not supported"));
  }

  private static String problem(String text) {
    return DagFile.read("bad.yaml", text, Map.of()).problems().get(0).toString();
  }
}

package io.xephang.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.engine.TriggerOrder;
import io.xephang.scheduler.process.ProcessMark;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.state.TaskState;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.TaskInstance;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clearing by the API: Airflow 3's {@code post_clear_task_instances}. */
final class ClearTest {
  private static final String DAG =
      """
      dag:
        schedule: "0 0 * * *"
        tasks:
          - {task_id: a, operator: EMPTY}
          - {task_id: b, operator: EMPTY, dependencies: [a]}
          - {task_id: c, operator: EMPTY, dependencies: [b]}
      """
          .replace("EMPTY", "airflow.providers.standard.operators.empty.EmptyOperator");

  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  @TempDir private Path folder;
  private AskedApi api;

  /** Three runs that failed at b, and one of no date in which b is at work. */
  @BeforeEach
  void runs() throws Exception {
    api = new AskedApi(folder, DAG);
    for (String day : List.of("1", "2", "3")) {
      settle(run("day" + day, Optional.of(Instant.parse("2026-06-0" + day + "T00:00:00Z"))));
    }
    DagRun dateless = run("dateless", Optional.empty());
    api.store.transact(
        rows -> {
          rows.runs().update(dateless.become(RunState.RUNNING, NOW));
          for (TaskInstance task : rows.tasks().of("dag", "dateless")) {
            if (task.key().taskId().equals("b")) {
              ProcessMark mark = ProcessMark.of(ProcessHandle.current().pid()).orElseThrow();
              rows.tasks().update(task.queued(NOW).running(mark, NOW));
            }
          }
          return dateless;
        });
  }

  @AfterEach
  void close() throws Exception {
    api.close();
  }

  private DagRun run(String id, Optional<Instant> date) throws Exception {
    return api.engine.trigger(
        new TriggerOrder("dag", Optional.of(id), date, Optional.empty(), "{}", Optional.empty()));
  }

  private void settle(DagRun run) {
    api.store.transact(
        rows -> {
          rows.runs().update(run.become(RunState.FAILED, NOW));
          List<TaskState> states =
              List.of(TaskState.SUCCESS, TaskState.FAILED, TaskState.UPSTREAM_FAILED);
          List<TaskInstance> tasks = rows.tasks().of("dag", run.runId());
          for (int i = 0; i < tasks.size(); i++) {
            rows.tasks().update(tasks.get(i).ended(states.get(i), NOW, Optional.empty()));
          }
          return run;
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"dag_run_id\":\"day2\" | day2.b day2.c", // only_failed is the default
        "\"dag_run_id\":\"day2\",\"only_failed\":false | day2.a day2.b day2.c",
        "\"dag_run_id\":\"day2\",\"include_past\":true | day1.b day1.c day2.b day2.c",
        "\"dag_run_id\":\"day2\",\"include_future\":true,\"task_ids\":[\"b\"] | day2.b day3.b",
        "\"dag_run_id\":\"day2\",\"task_ids\":[\"c\"],\"include_upstream\":true | day2.b day2.c",
        "\"dag_run_id\":\"day2\",\"task_ids\":[\"b\"],\"include_downstream\":true | day2.b day2.c",
        "\"dag_run_id\":\"dateless\",\"only_failed\":false,\"only_running\":true | dateless.b",
        "\"dag_run_id\":\"day2\",\"only_failed\":false,\"only_running\":true | ''",
        "\"start_date\":\"2026-06-03T00:00:00Z\",\"end_date\":\"2026-06-03T00:00:00Z\" | day3.b day3.c",
      })
  void touchesWhatAirflowWould(String body, String expected) throws Exception {
    ApiResponse response = api.post("dags/dag/clearTaskInstances", "{" + body + "}");
    List<String> runs = AskedApi.values(response, "task_instances", "dag_run_id");
    List<String> tasks = AskedApi.values(response, "task_instances", "task_id");
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < runs.size(); i++) {
      found.append(runs.get(i)).append('.').append(tasks.get(i)).append(' ');
    }
    assertThat(found.toString().strip().split(" ", -1))
        .as(body)
        .containsExactlyInAnyOrder(expected.split(" ", -1));
    assertThat(states("day2"))
        .as("dry_run is the default")
        .containsExactly("success", "failed", "upstream_failed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"dag_run_id\":\"day2\",\"task_ids\":\"b\" | 422 | task_ids",
        "\"dag_run_id\":\"day2\",\"task_ids\":[] | 422 | task_ids",
        "\"dag_run_id\":\"day2\",\"task_ids\":[[\"b\",1]] | 422 | task_ids",
        "\"dag_run_id\":\"day2\",\"only_running\":\"yes\" | 422 | only_running",
        "\"dag_run_id\":\"day2\",\"only_failed\":true,\"only_running\":true | 422 | only_running",
        "\"dag_run_id\":\"day2\",\"start_date\":\"2026-06-01T00:00:00Z\" | 422 | start_date",
        "\"start_date\":\"2026-06-02T00:00:00Z\",\"end_date\":\"2026-06-01T00:00:00Z\" | 422 | end_date",
        "\"dag_run_id\":\"day2\",\"note\":\"why\" | 422 | note",
        "\"dag_run_id\":\"day2\",\"colour\":\"red\" | 422 | colour",
        "\"dag_run_id\":\"dateless\",\"include_past\":true | 400 | dateless",
        "\"dag_run_id\":\"nowhere\" | 404 | nowhere",
        "\"dag_run_id\":\"day2\",\"task_ids\":[\"x\"] | 404 | x",
      })
  void refusesByName(String body, int status, String named) throws Exception {
    ApiResponse response = api.post("dags/dag/clearTaskInstances", "{" + body + "}");
    assertThat(response.status()).as(body).isEqualTo(status);
    assertThat(response.body().toString()).contains(named);
  }

  @Test
  void aRunGoesOnOnlyIfItIsToBeReset() throws Exception {
    api.post(
        "dags/dag/clearTaskInstances",
        "{\"dag_run_id\":\"day1\",\"dry_run\":false,\"reset_dag_runs\":false}");
    assertThat(states("day1")).containsExactly("success", "null", "null");
    assertThat(api.get("dags/dag/dagRuns/day1").body().get("state").textValue())
        .isEqualTo("failed");
    api.post("dags/dag/clearTaskInstances", "{\"dag_run_id\":\"day2\",\"dry_run\":false}");
    assertThat(api.get("dags/dag/dagRuns/day2").body().get("state").textValue())
        .isEqualTo("queued");
  }

  @Test
  void nothingIsClearedIfWhatIsAtWorkIsToBeLeft() throws Exception {
    ApiResponse response =
        api.post(
            "dags/dag/clearTaskInstances",
            "{\"dag_run_id\":\"dateless\",\"dry_run\":false,\"only_failed\":false,"
                + "\"prevent_running_task\":true}");
    assertThat(response.status()).isEqualTo(409);
    assertThat(states("dateless")).contains("running");
  }

  @Test
  void otherRequestsRefuseWhatTheyWouldPassOver() throws Exception {
    for (String[] refused :
        new String[][] {
          {"dags/dag/dagRuns", "{\"data_interval_start\":\"2026-06-01T00:00:00Z\"}"},
          {"dags/dag/dagRuns/day1/clear", "{\"only_new\":true}"},
          {"backfills", "{\"dag_id\":\"dag\",\"partition_key\":\"x\"}"}
        }) {
      ApiResponse response = api.post(refused[0], refused[1]);
      assertThat(response.status()).as(refused[0]).isEqualTo(422);
      assertThat(response.body().toString()).contains("is not supported");
    }
  }

  private List<String> states(String runId) {
    return AskedApi.values(
        api.get("dags/dag/dagRuns/" + runId + "/taskInstances"), "task_instances", "state");
  }
}

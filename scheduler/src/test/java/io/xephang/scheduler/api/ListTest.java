package io.xephang.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.engine.TriggerOrder;
import io.xephang.scheduler.state.RunState;
import io.xephang.scheduler.state.TaskState;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.TaskInstance;
import io.xephang.scheduler.store.TaskKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Filters and orders of lists, as {@code api_fastapi/common/parameters.py} of Airflow 3 has them.
 */
final class ListTest {
  private static final String DAGS =
      """
      daily:
        schedule: "0 0 * * *"
        start_date: 2026-06-01
        tags: [xephang, nightly]
        default_args: {owner: VanHanh}
        tasks:
          - {task_id: first, operator: airflow.providers.standard.operators.bash.BashOperator, bash_command: "true"}
          - {task_id: last, operator: airflow.providers.standard.operators.empty.EmptyOperator, dependencies: [first]}
      by_hand:
        tags: [xephang, trial]
        tasks: [{task_id: only, operator: airflow.providers.standard.operators.empty.EmptyOperator}]
      weekly:
        schedule: "0 0 * * 0"
        start_date: 2026-06-01
        tasks: [{task_id: only, operator: airflow.providers.standard.operators.empty.EmptyOperator}]
      """;

  @TempDir private Path folder;
  private AskedApi api;

  /** Made in the order c, a, b; b has not started, a has ended after 90 seconds. */
  @BeforeEach
  void runs() throws Exception {
    api = new AskedApi(folder, DAGS);
    DagRun c = run("daily", "c", "2026-06-03T00:00:00Z");
    DagRun a = run("daily", "a", "2026-06-01T00:00:00Z");
    run("daily", "b", "2026-06-02T00:00:00Z");
    api.store.transact(
        rows -> {
          rows.runs().update(c.become(RunState.RUNNING, Instant.parse("2026-06-10T00:00:00Z")));
          rows.runs()
              .update(
                  a.become(RunState.RUNNING, Instant.parse("2026-06-05T00:00:00Z"))
                      .become(RunState.FAILED, Instant.parse("2026-06-05T00:01:30Z")));
          TaskInstance first = rows.tasks().find(new TaskKey("daily", "a", "first")).orElseThrow();
          rows.tasks()
              .update(
                  first
                      .queued(Instant.parse("2026-06-05T00:00:00Z"))
                      .ended(
                          TaskState.FAILED,
                          Instant.parse("2026-06-05T00:01:00Z"),
                          Optional.empty()));
          return a;
        });
  }

  @AfterEach
  void close() throws Exception {
    api.close();
  }

  private DagRun run(String dag, String id, String date) throws Exception {
    return api.engine.trigger(
        new TriggerOrder(
            dag,
            Optional.of(id),
            Optional.of(Instant.parse(date)),
            Optional.of(Instant.parse(date)),
            "{\"place\": \"" + id + "\"}",
            Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | c a b", // as they were made
        "order_by=id | c a b",
        "order_by=-id | b a c",
        "order_by=logical_date | a b c",
        "order_by=-run_after | c b a",
        "order_by=dag_run_id | a b c",
        "order_by=start_date | b a c", // what has not started comes first, as on SQLite
        "order_by=-end_date | a b c", // c and b have not ended: equal, and the last made first
        "order_by=dag_id&order_by=-state | c b a", // running, queued, failed
        "limit=1&offset=1&order_by=logical_date | b",
        "logical_date_gte=2026-06-02T00:00:00Z | c b",
        "logical_date_gt=2026-06-02T00:00:00Z | c",
        "run_after_lte=2026-06-02T07:00:00.000000%2B0700 | a b", // as the client writes offsets
        "run_after_lt=2026-06-02T00:00:00%2B00:00 | a",
        "start_date_gte=2026-06-06T00:00:00Z | c b", // b will start after
        "start_date_lte=2026-06-06T00:00:00Z | a",
        "end_date_lte=2026-06-20T00:00:00Z | c a b", // c and b may have ended by then
        "duration_gte=60 | a",
        "duration_lt=60 | ''",
        "state=failed&state=running | c a",
        "run_type=scheduled | ''",
        "run_id_pattern=A%7CB | a b",
        "dag_id_pattern=ail | c a b",
        "conf_contains=\"b\" | b",
        "order_by=colour | 400",
        "state=broken | 422",
        "run_type=cron | 422",
        "logical_date_gte=yesterday | 422",
        "duration_gte=long | 422",
        "updated_at_gte=2026-06-06T00:00:00Z | 422",
      })
  void ofRuns(String query, String expected) {
    ApiResponse response = api.get("dags/daily/dagRuns?" + (query.isEmpty() ? "limit=9" : query));
    assertAnswer(query, response, "dag_runs", "dag_run_id", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "order_by=-logical_date | c b a",
        "state=failed | a",
        "state=no_status | c b",
        "try_number=1 | a",
        "duration_gte=1 | ''", // it has no beginning
        "end_date_lt=2026-06-06T00:00:00Z | a",
        "run_after_gte=2026-06-03T00:00:00Z | c",
        "operator=BashOperator | c b a",
        "operator=EmptyOperator | ''",
        "pool=default_pool | 422",
        "order_by=queue | 400",
        "state=done | 422",
      })
  void ofTasks(String query, String expected) {
    ApiResponse response =
        api.get(
            "dags/daily/dagRuns/~/taskInstances?task_id=first&"
                + (query.contains("order_by") ? query : query + "&order_by=-logical_date"));
    assertAnswer(query, response, "task_instances", "dag_run_id", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | by_hand daily weekly",
        "order_by=-dag_id | weekly daily by_hand",
        "order_by=next_dagrun | by_hand weekly daily", // none; Sunday the 14th; the 15th
        "order_by=-last_run_state | daily weekly by_hand",
        "tags=trial&tags=nightly | by_hand daily", // any of them, as in Airflow
        "tags=xephang&tags=nightly&tags_match_mode=all | daily",
        "owners=vanhanh | daily",
        "paused=false | ''",
        "has_import_errors=true | ''",
        "dag_id_pattern=b%25hand | by_hand",
        "dag_id_pattern=hand%7CWEEK | by_hand weekly",
        "last_dag_run_state=queued | daily",
        "dag_run_state=success | ''",
        "dag_run_start_date_lte=2026-06-01T00:00:00Z | ''",
        "is_favorite=true | 422",
        "paused=perhaps | 422",
        "order_by=fileloc | 400",
      })
  void ofDags(String query, String expected) {
    ApiResponse response = api.get("dags?" + (query.isEmpty() ? "limit=9" : query));
    assertAnswer(query, response, "dags", "dag_id", expected);
  }

  /**
   * The ids in their order, or the status of a refusal.
   *
   * @param list name of the list in the answer
   * @param id name of the field of its elements that is looked at
   */
  private static void assertAnswer(
      String query, ApiResponse response, String list, String id, String expected) {
    if (expected.matches("4..")) {
      assertThat(response.status()).as(query).isEqualTo(Integer.parseInt(expected));
    } else {
      assertThat(String.join(" ", AskedApi.values(response, list, id)))
          .as(query)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "backfills?limit=9, 200",
    "backfills?dag_id=daily, 200",
    "backfills?active=true, 422",
    "backfills?order_by=id, 422",
    "importErrors?limit=9&offset=0, 200",
    "importErrors?filename_pattern=a, 422",
  })
  void ofBackfillsAndImportErrors(String path, int expected) {
    assertThat(api.get(path).status()).isEqualTo(expected);
  }

  @Test
  void whatIsRefusedIsNamed() {
    assertThat(api.get("dags/daily/dagRuns?order_by=colour").body().toString())
        .contains("Ordering with 'colour' is disallowed");
    assertThat(api.get("dags?bundle_name=x").body().toString())
        .contains("\"loc\":[\"query\",\"bundle_name\"]")
        .contains("is not supported");
  }
}

package io.xephang.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.engine.TriggerOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Parameters of requests that are no lists, as {@code routes/public} of Airflow 3 has them; Airflow
 * passes over others.
 */
final class KnownParametersTest {
  @TempDir private Path folder;
  private AskedApi api;

  @BeforeEach
  void oneAttempt() throws Exception {
    api =
        new AskedApi(
            folder,
            """
            dag:
              tasks:
                - {task_id: z, operator: airflow.operators.empty.EmptyOperator}
                - {task_id: a, operator: airflow.operators.empty.EmptyOperator}
            """);
    api.engine.trigger(
        new TriggerOrder(
            "dag",
            Optional.of("mine"),
            Optional.empty(),
            Optional.empty(),
            "{}",
            Optional.empty()));
    Path log = folder.resolve("logs/dag_id=dag/run_id=mine/task_id=a/attempt=1.log");
    Files.createDirectories(log.getParent());
    Files.write(log, List.of("dòng"));
  }

  @AfterEach
  void close() throws Exception {
    api.close();
  }

  @ParameterizedTest
  @CsvSource({
    "logs/1, 200",
    "logs/1?full_content=true&map_index=-1&token=0, 200", // as the client asks
    "logs/1?full_content=False, 200", // as Python writes it
    "logs/1?token=, 200",
    "logs/1?map_index=0, 404", // no task is mapped
    "logs/1?map_index=first, 422",
    "logs/1?full_content=perhaps, 422",
    "logs/1?tail=100, 422",
    "logs/1?full_content=true&metadata=x, 422",
    "tries?map_index=-1, 200",
    "tries?map_index=0, 404",
    "tries?limit=1, 422",
    "tries/1?map_index=0, 404",
    "tries/1?order_by=id, 422",
  })
  void ofAttempts(String path, int expected) {
    assertThat(api.get("dags/dag/dagRuns/mine/taskInstances/a/" + path).status())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "version",
    "monitor/health",
    "dags/dag",
    "dags/dag/details",
    "dags/dag/dueRuns",
    "dags/dag/tasks",
    "dags/dag/tasks/a",
    "dags/dag/dagRuns/mine",
    "dags/dag/dagRuns/mine/taskInstances/a",
  })
  void ofOneThingThereAreNone(String path) {
    assertThat(api.get(path).status()).isEqualTo(200);
    ApiResponse refused = api.get(path + "?colour=red");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().toString()).contains("\"loc\":[\"query\",\"colour\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 200, z a",
    "?order_by=task_id, 200, a z",
    "?order_by=-task_id, 200, z a",
    "?order_by=colour, 400, ",
  })
  void theTasksOfADagAreOrdered(String query, int expected, String ids) {
    ApiResponse tasks = api.get("dags/dag/tasks" + query);
    assertThat(tasks.status()).isEqualTo(expected);
    if (ids != null) {
      assertThat(tasks.body().findValuesAsText("task_id")).containsExactly(ids.split(" ", -1));
    }
  }

  @Test
  void anUnknownPathIsToldOfFirst() {
    assertThat(api.get("nowhere?colour=red").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "update_mask=is_paused, 200",
    "update_mask=tags, 400",
    "mask=is_paused, 422",
  })
  void ofAChange(String query, int expected) throws Exception {
    assertThat(api.patch("dags/dag?" + query, "{\"is_paused\": true}").status())
        .isEqualTo(expected);
  }

  @Test
  void ofAnOrderThereAreNone() throws Exception {
    assertThat(api.post("dags/dag/dagRuns?limit=1", "{\"logical_date\": null}").status())
        .isEqualTo(422);
  }
}

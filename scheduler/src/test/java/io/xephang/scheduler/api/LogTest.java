package io.xephang.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.engine.TriggerOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that are too long for one answer. */
final class LogTest {
  private static final String LOG = "dags/dag/dagRuns/mine/taskInstances/a/logs/1";

  @TempDir private Path folder;

  @Test
  void comesInPartsByTheTokenOfTheAnswerBefore() throws Exception {
    try (AskedApi api =
        new AskedApi(
            folder,
            "dag:\n  tasks: [{task_id: a, operator: airflow.operators.empty.EmptyOperator}]\n")) {
      api.engine.trigger(
          new TriggerOrder(
              "dag",
              Optional.of("mine"),
              Optional.empty(),
              Optional.empty(),
              "{}",
              Optional.empty()));
      assertThat(api.get(LOG).status()).isEqualTo(404);
      Path log = folder.resolve("logs/dag_id=dag/run_id=mine/task_id=a/attempt=1.log");
      Files.createDirectories(log.getParent());
      List<String> lines = new ArrayList<>(Collections.nCopies(25_000, "dòng"));
      lines.add("cuối");
      Files.write(log, lines);

      ApiResponse first = api.get(LOG);
      ApiResponse second = api.get(LOG + "?token=" + token(first));
      List<String> read = new ArrayList<>(AskedApi.values(first, "content", "event"));
      assertThat(read).hasSize(20_000);
      read.addAll(AskedApi.values(second, "content", "event"));
      assertThat(read).isEqualTo(lines);
      assertThat(second.body().get("continuation_token").isNull()).isTrue();
      assertThat(api.get(LOG + "?token=-1").status()).isEqualTo(400);
    }
  }

  private static String token(ApiResponse response) {
    return response.body().get("continuation_token").textValue();
  }
}

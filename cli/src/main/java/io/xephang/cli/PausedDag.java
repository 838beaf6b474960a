package io.xephang.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What to know of the next run of a dag that is paused: its moment may have passed long ago. */
final class PausedDag {
  private PausedDag() {}

  /**
   * A sentence for people, if the dag is paused.
   *
   * @param dag as the API describes it
   */
  static Optional<String> note(JsonNode dag) {
    return dag.path("is_paused").asBoolean() && dag.path("next_dagrun_run_after").isTextual()
        ? Optional.of(
            "Dag đang tạm dừng: lần tới, kể cả khi đã qua giờ, chỉ chạy sau / The dag is paused; its"
                + " next run, even one whose time has passed, waits for: xephang dags unpause "
                + DisplayText.of(dag.path("dag_id").asText()))
        : Optional.empty();
  }
}

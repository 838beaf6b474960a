package io.xephang.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.cli.schedule.SchedulerAccess;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A run of a dag by its name, or the latest one. */
final class KnownRun {
  private KnownRun() {}

  static String of(SchedulerAccess scheduler, String dagId, String runId)
      throws CommandFailed, IOException, InterruptedException {
    if (runId != null) {
      return runId;
    }
    JsonNode latest =
        scheduler
            .get(List.of("dags", dagId, "dagRuns"), Map.of("limit", "1", "order_by", "-run_after"))
            .path("dag_runs");
    if (latest.isEmpty()) {
      throw CommandFailed.failed(
          "chưa có lần chạy nào / there is no run yet: "
              + dagId
              + "; xephang dags trigger "
              + dagId);
    }
    return latest.path(0).path("dag_run_id").textValue();
  }
}

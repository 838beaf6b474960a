package io.xephang.scheduler.engine;

import io.xephang.scheduler.store.Alert;
import io.xephang.scheduler.store.DagRun;
import java.time.Instant;
import java.util.List;

/** What is told of a run that has failed: what, why, and how to go on. */
final class FailureAlert {
  private FailureAlert() {}

  static Alert of(DagRun run, List<String> failedTasks, String reason, Instant now) {
    StringBuilder text = new StringBuilder();
    text.append("Lần chạy hỏng / Run failed: ").append(run.dagId()).append(' ');
    text.append(run.runId()).append('\n');
    if (!reason.isEmpty()) {
      text.append("Vì sao / Why: ").append(reason).append('\n');
    }
    failedTasks.forEach(task -> text.append("Tác vụ / Task ").append(task).append('\n'));
    text.append("\nXem nhật ký / Read the log:\n  xephang tasks logs ");
    text.append(run.dagId()).append(" TASK ").append(run.runId()).append('\n');
    text.append("Chạy lại phần hỏng / Run again what failed:\n  xephang tasks clear ");
    text.append(run.dagId()).append(" --run-id ").append(run.runId()).append(" --only-failed\n");
    return new Alert(
        0,
        "failed " + run.dagId() + " " + run.runId() + " " + now,
        "[xephang] hỏng / failed: " + run.dagId(),
        text.toString(),
        now);
  }
}

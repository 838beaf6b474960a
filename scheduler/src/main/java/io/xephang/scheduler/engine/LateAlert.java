package io.xephang.scheduler.engine;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.store.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What is told of a run that is not done in time: which, why, and how to go on. */
final class LateAlert {
  private LateAlert() {}

  static Alert of(Dag dag, Instant due, Duration most, String why, Instant now) {
    String text =
        "Chưa xong đúng hạn / Not ready in time: "
            + dag.id()
            + "\nLịch / Scheduled: "
            + shown(due, dag)
            + "\nHạn / Deadline: "
            + shown(due.plus(most), dag)
            + "\nVì sao / Why: "
            + why
            + "\n\nXem các lần chạy / See its runs:\n  xephang dags list-runs "
            + dag.id()
            + "\nChạy ngay / Run it now:\n  xephang dags trigger "
            + dag.id()
            + " --logical-date "
            + due
            + "\n";
    return new Alert(
        0,
        "late " + dag.id() + " " + due,
        "[xephang] chưa xong đúng hạn / not ready in time: " + dag.id(),
        text,
        now);
  }

  private static String shown(Instant moment, Dag dag) {
    return moment.atZone(dag.zone()).truncatedTo(ChronoUnit.MINUTES).toLocalDateTime()
        + " ("
        + dag.zone()
        + ")";
  }
}

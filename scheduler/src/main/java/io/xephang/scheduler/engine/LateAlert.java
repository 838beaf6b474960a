package io.xephang.scheduler.engine;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.store.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Of a run that is not done in time.
 *
 * @param logicalDate of the run, by which somebody can start it
 * @param due when its schedule wants it
 * @param most how long after that it may be done
 */
record LateAlert(Dag dag, Instant logicalDate, Instant due, Duration most) {
  Alert because(String why, Instant now) {
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
            + logicalDate
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

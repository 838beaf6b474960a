package io.xephang.scheduler.service;

import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.dag.DagProblem;
import io.xephang.scheduler.store.Alert;
import io.xephang.scheduler.store.RunStore;
import java.time.Instant;
import java.util.Map;

/** Tells of dag files that cannot be used, of each edit once. */
final class ImportAlerts {
  private ImportAlerts() {}

  /**
   * Stores a message for each problem.
   *
   * @param fingerprint of each file, which is another after another edit
   */
  static void store(
      DagCatalog catalog, Map<String, String> fingerprint, RunStore store, Instant now) {
    for (DagProblem problem : catalog.problems()) {
      Alert alert =
          new Alert(
              0,
              "import "
                  + problem.file()
                  + " "
                  + fingerprint.get(problem.file())
                  + " "
                  + problem.line()
                  + " "
                  + Integer.toHexString(problem.reason().hashCode()),
              "[xephang] tệp dag sai / dag file is wrong: " + problem.file(),
              problem + "\n\nSửa tệp, rồi xem / Mend the file, then see:\n  xephang dags list\n",
              now);
      store.transact(
          rows -> {
            rows.alerts().insert(alert);
            return alert;
          });
    }
  }
}

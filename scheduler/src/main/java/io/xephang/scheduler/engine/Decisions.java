package io.xephang.scheduler.engine;

import io.xephang.scheduler.store.TaskInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be done outside the database once a transaction is kept. */
final class Decisions {
  private final Instant now;
  private final List<AttemptOrder> starts = new ArrayList<>();
  private final List<TaskInstance> stops = new ArrayList<>();
  private Optional<Instant> wake = Optional.empty();

  Decisions(Instant now) {
    this.now = now;
  }

  Instant now() {
    return now;
  }

  void start(AttemptOrder order) {
    starts.add(order);
  }

  void stop(TaskInstance task) {
    stops.add(task);
  }

  /** Something becomes due then; the earliest such moment counts. */
  void wakeAt(Instant moment) {
    wake = wake.filter(earlier -> !earlier.isAfter(moment)).or(() -> Optional.of(moment));
  }

  void handTo(Workers workers) {
    starts.forEach(workers::start);
    stops.forEach(workers::stop);
    wake.ifPresent(workers::wakeAt);
  }
}

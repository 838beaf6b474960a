package io.xephang.scheduler.service;

import io.xephang.scheduler.engine.AttemptOrder;
import io.xephang.scheduler.engine.Workers;
import io.xephang.scheduler.process.AttemptEnd;
import io.xephang.scheduler.store.TaskInstance;
import java.time.Instant;
import java.util.Optional;

/** Those of a command that finds no scheduler at work: what it orders is left to the next one. */
final class NoWorkers implements Workers {
  @Override
  public void start(AttemptOrder order) {
    throw new IllegalStateException(order.key() + ": there are no places for tasks");
  }

  @Override
  public void adopt(TaskInstance task) {
    // The next scheduler finds it.
  }

  @Override
  public Optional<AttemptEnd> exited(TaskInstance task) {
    return Optional.empty();
  }

  @Override
  public void stop(TaskInstance task) {
    // The reason to stop it is stored; the next scheduler does.
  }

  @Override
  public void wakeAt(Instant moment) {
    // The next scheduler looks at once.
  }
}

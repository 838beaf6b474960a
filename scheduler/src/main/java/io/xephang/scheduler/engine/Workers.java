package io.xephang.scheduler.engine;

import io.xephang.scheduler.process.AttemptEnd;
import io.xephang.scheduler.store.TaskInstance;
import java.time.Instant;
import java.util.Optional;

/** What does the engine's work outside its database, and calls it back; it returns at once. */
public interface Workers {
  /** Starts the process of a queued attempt, or of one that was queued when a scheduler died. */
  void start(AttemptOrder order);

  /** Looks out for the end of a process that an earlier scheduler has started. */
  void adopt(TaskInstance task);

  /** How an attempt has ended that an earlier scheduler started; empty if it has not yet. */
  Optional<AttemptEnd> exited(TaskInstance task);

  /** Ends the process of an attempt. */
  void stop(TaskInstance task);

  /** Has the engine look again at this moment. */
  void wakeAt(Instant moment);
}

package io.xephang.scheduler.state;

import java.util.Locale;

/** Why the scheduler ends the process of a task. */
public enum StopReason {
  /** The attempt took longer than {@code execution_timeout}; it may be tried again. */
  TIMEOUT,
  /** The whole run took longer than {@code dagrun_timeout}. */
  RUN_TIMEOUT,
  /** Somebody cleared the task: it begins anew. */
  CLEARED;

  /** As it is stored. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

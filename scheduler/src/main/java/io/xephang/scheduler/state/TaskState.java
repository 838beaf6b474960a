package io.xephang.scheduler.state;

import java.util.Locale;

/** How a task of a run stands, in Airflow's words. */
public enum TaskState {
  /** Nothing is decided yet; Airflow has no word for it. */
  NONE,
  /** It should run, as soon as there is room. */
  SCHEDULED,
  /** There is room; its process is about to be started. */
  QUEUED,
  RUNNING,
  /** An attempt failed; the next one waits for its time. */
  UP_FOR_RETRY,
  SUCCESS,
  FAILED,
  /** It ended with exit code 99, or its trigger rule says so. */
  SKIPPED,
  /** It cannot run, since what it needs has failed. */
  UPSTREAM_FAILED,
  /** It is no longer in its dag's file. */
  REMOVED;

  /** As Airflow writes it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing more will happen unless somebody clears it. */
  public boolean finished() {
    return switch (this) {
      case SUCCESS, FAILED, SKIPPED, UPSTREAM_FAILED, REMOVED -> true;
      case NONE, SCHEDULED, QUEUED, RUNNING, UP_FOR_RETRY -> false;
    };
  }

  /** Whether a run with such a leaf has failed. */
  public boolean failed() {
    return this == FAILED || this == UPSTREAM_FAILED;
  }

  /** Whether it takes one of the places for tasks at work. */
  public boolean active() {
    return this == QUEUED || this == RUNNING;
  }
}

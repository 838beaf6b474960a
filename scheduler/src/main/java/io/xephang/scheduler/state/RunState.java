package io.xephang.scheduler.state;

import java.util.Locale;

/** How a run of a dag stands, in Airflow's words. */
public enum RunState {
  /** Waiting until fewer runs of its dag are at work. */
  QUEUED,
  RUNNING,
  SUCCESS,
  FAILED;

  /** As Airflow writes it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing more will happen unless somebody clears it. */
  public boolean finished() {
    return this == SUCCESS || this == FAILED;
  }
}

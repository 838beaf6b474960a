package io.xephang.scheduler.store;

import io.xephang.scheduler.plan.DataInterval;
import java.util.Optional;

/**
 * What is kept of a dag besides its file.
 *
 * @param planned interval of the latest run that its schedule demanded
 */
public record DagStanding(String dagId, boolean paused, Optional<DataInterval> planned) {
  /** Dags are paused until somebody says otherwise, as in Airflow. */
  public static DagStanding unknown(String dagId) {
    return new DagStanding(dagId, true, Optional.empty());
  }
}

package io.xephang.scheduler.plan;

import java.time.Instant;

/**
 * A run that a schedule demands.
 *
 * @param runAfter it does not begin before
 */
public record PlannedRun(DataInterval interval, Instant runAfter) {

  /** What names the run among those of its dag. */
  public Instant logicalDate() {
    return interval.start();
  }

  static PlannedRun over(Instant start, Instant end) {
    return new PlannedRun(new DataInterval(start, end), end);
  }
}

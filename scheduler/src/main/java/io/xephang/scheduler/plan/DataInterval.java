package io.xephang.scheduler.plan;

import java.time.Instant;

/** The span of data that a run is about, in Airflow's sense; start and end may be the same. */
public record DataInterval(Instant start, Instant end) {
  public DataInterval {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "data interval ends before it starts: " + start + ", " + end);
    }
  }

  static DataInterval at(Instant moment) {
    return new DataInterval(moment, moment);
  }
}

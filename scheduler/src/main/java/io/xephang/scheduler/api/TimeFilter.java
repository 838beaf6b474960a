package io.xephang.scheduler.api;

import io.xephang.scheduler.store.DagRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** When something took place, as lists of runs and of tasks are asked for it. */
record TimeFilter(
    Range<Instant> dates,
    Range<Instant> after,
    Range<Instant> starts,
    Range<Instant> ends,
    Range<Double> durations) {
  /** Names of the parameters that it is read from. */
  static final Set<String> PARAMETERS =
      Range.parameters("logical_date", "run_after", "start_date", "end_date", "duration");

  private static final double MILLIS = 1000.0;

  static TimeFilter of(ApiRequest request) throws ApiProblem {
    return new TimeFilter(
        Range.ofMoments(request, "logical_date"),
        Range.ofMoments(request, "run_after"),
        Range.ofMoments(request, "start_date"),
        Range.ofMoments(request, "end_date"),
        Range.ofNumbers(request, "duration"));
  }

  /**
   * Whether it holds of a run, or of what belongs to it.
   *
   * @param started when the run, or that which belongs to it, has begun
   * @param ended likewise
   */
  boolean holds(DagRun run, Optional<Instant> started, Optional<Instant> ended, Instant now) {
    return dates.holds(run.logicalDate())
        && after.holds(Optional.of(run.runAfter()))
        && starts.holds(started, now)
        && ends.holds(ended, now)
        && durations.holds(seconds(started, ended));
  }

  /** Seconds from one moment to the other; empty if one is missing. */
  static Optional<Double> seconds(Optional<Instant> from, Optional<Instant> to) {
    return from.flatMap(start -> to.map(end -> Duration.between(start, end).toMillis() / MILLIS));
  }
}

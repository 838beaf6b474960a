package io.xephang.scheduler.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Which runs a backfill is about: those of the schedule whose time has passed. */
public final class Backfill {
  private Backfill() {}

  /**
   * The runs of a schedule between two moments, both included. The dag's own start and end do not
   * matter.
   *
   * @param newestFirst the order in which they are to run
   */
  public static List<PlannedRun> runs(
      Timetable timetable, Instant from, Instant to, Instant now, boolean newestFirst) {
    List<PlannedRun> runs = new ArrayList<>();
    RunBounds bounds = RunBounds.between(from, to);
    Optional<PlannedRun> next = timetable.next(Optional.empty(), bounds, now);
    while (next.isPresent() && next.get().interval().end().isBefore(now)) {
      runs.add(next.get());
      next = timetable.next(Optional.of(next.get().interval()), bounds, now);
    }
    if (newestFirst) {
      Collections.reverse(runs);
    }
    return List.copyOf(runs);
  }
}

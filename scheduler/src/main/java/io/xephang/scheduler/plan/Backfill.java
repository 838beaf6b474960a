package io.xephang.scheduler.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Which runs a backfill is about: those of the schedule whose time has passed. */
public final class Backfill {
  /**
   * How many runs one backfill may be about: a year of hourly ones. They are planned and stored in
   * one transaction.
   */
  public static final int MOST_RUNS = 10_000;

  private Backfill() {}

  /**
   * The runs of a schedule between two moments, both included. The dag's own start and end do not
   * matter.
   *
   * @throws IllegalArgumentException if there are more than {@link #MOST_RUNS}; the message is for
   *     users
   */
  public static List<PlannedRun> runs(
      Timetable timetable, Instant from, Instant to, Instant now, RunOrder order) {
    List<PlannedRun> runs = new ArrayList<>();
    RunBounds bounds = RunBounds.between(from, to);
    Optional<PlannedRun> next = timetable.next(Optional.empty(), bounds, now);
    while (next.isPresent() && next.get().interval().end().isBefore(now)) {
      if (runs.size() == MOST_RUNS) {
        throw new IllegalArgumentException(
            "backfill từ / from "
                + from
                + " đến / to "
                + to
                + ": có hơn / there are more than "
                + MOST_RUNS
                + " lần chạy / runs; lần thứ "
                + MOST_RUNS
                + " là của / that one is of "
                + runs.get(MOST_RUNS - 1).logicalDate()
                + "; hãy chia thành nhiều đợt / ask for it in parts");
      }
      runs.add(next.get());
      next = timetable.next(Optional.of(next.get().interval()), bounds, now);
    }
    if (order == RunOrder.NEWEST_FIRST) {
      Collections.reverse(runs);
    }
    return List.copyOf(runs);
  }
}

package io.xephang.scheduler.plan;

import java.time.Instant;
import java.util.Optional;

/**
 * Which runs of a schedule are wanted.
 *
 * @param earliest the dag's start date
 * @param latest the dag's end date
 * @param catchup whether runs that were missed are made up for; else only the latest one is
 */
public record RunBounds(Optional<Instant> earliest, Optional<Instant> latest, boolean catchup) {

  /** All runs between two moments, both included, as a backfill wants them. */
  public static RunBounds between(Instant earliest, Instant latest) {
    return new RunBounds(Optional.of(earliest), Optional.of(latest), true);
  }

  boolean excludes(Instant moment) {
    return latest.isPresent() && moment.isAfter(latest.get());
  }
}

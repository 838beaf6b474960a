package io.xephang.scheduler.plan;

/** In which order the runs of a backfill come. */
public enum RunOrder {
  OLDEST_FIRST,
  NEWEST_FIRST
}

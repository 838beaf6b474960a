package io.xephang.scheduler.plan;

import java.time.Instant;
import java.util.Locale;

/** Why there is a run. */
public enum RunType {
  SCHEDULED,
  MANUAL,
  BACKFILL;

  /** As Airflow writes it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of a run, such as {@code scheduled__2026-06-30T18:30:00+00:00}. */
  public String runId(Instant runAfter) {
    return prefix() + PythonTime.isoformat(runAfter);
  }

  /** How the names of all such runs begin, such as {@code scheduled__}. */
  public String prefix() {
    return id() + "__";
  }
}

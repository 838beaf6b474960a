package io.xephang.scheduler.template;

import java.time.ZoneId;

/** A time zone, as {@code dag.timezone} is one. */
record Zone(ZoneId id) {
  /** As Python prints it. */
  @Override
  public String toString() {
    return id.getId();
  }
}

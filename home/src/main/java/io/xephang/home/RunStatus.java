package io.xephang.home;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a run stands. */
public enum RunStatus {
  RUNNING,
  PUBLISHED,
  /** Nothing had changed; the last publication stands. */
  NOTHING_NEW,
  /** A data check failed; nothing was published. */
  CHECK_FAILED,
  FAILED,
  /** Its process ended without saying how. */
  INTERRUPTED;

  /** Whether it did what it was asked for. */
  public boolean succeeded() {
    return this == PUBLISHED || this == NOTHING_NEW;
  }

  /** As it stands in the view {@code run}. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

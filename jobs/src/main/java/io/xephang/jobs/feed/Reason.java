package io.xephang.jobs.feed;

import java.util.Locale;

/** Why a row is rejected, in the contract's order: when several hold, the first is given. */
public enum Reason {
  MALFORMED,
  MISSING_FIELD,
  BAD_DATE,
  UNKNOWN_STATUS,
  UNKNOWN_UNIT,
  BAD_CODE,
  BAD_LEVEL,
  BAD_NUMBER,
  BAD_VALUE,
  RECEIVED_AFTER_DELIVERY,
  FINISHED_BEFORE_RECEIVED;

  /** As it stands in the view {@code quarantine}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.xephang.warehouse;

/** A query that was stopped before it had ended. */
public final class QueryStopped extends QueryFailed {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  QueryStopped(Reason reason, String message) {
    super(message, null);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Why a query was stopped. */
  public enum Reason {
    TIME,
    MEMORY,
    CANCELLED
  }
}

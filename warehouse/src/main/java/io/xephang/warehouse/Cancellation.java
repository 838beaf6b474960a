package io.xephang.warehouse;

/** Lets any thread stop the query that it was given with, once. */
public final class Cancellation {
  private volatile boolean cancelled;

  /** Has the query stop; within a second it does. */
  public void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }
}

package io.xephang.scheduler.alert;

/** A message did not get through. What it says names no secret. */
public final class AlertFailed extends Exception {
  private static final long serialVersionUID = 1L;

  AlertFailed(String message) {
    super(message);
  }
}

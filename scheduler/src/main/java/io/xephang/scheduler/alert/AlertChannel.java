package io.xephang.scheduler.alert;

/** A way to tell somebody something. */
public interface AlertChannel {
  /**
   * Tells it.
   *
   * @throws AlertFailed if it did not get through
   */
  void send(String subject, String text) throws AlertFailed;
}

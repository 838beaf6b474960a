package io.xephang.reports.content;

/** A report that a unit or a day does not have; the message says what is expected. */
public final class UnsuitableQuestion extends Exception {
  private static final long serialVersionUID = 1L;

  UnsuitableQuestion(String message) {
    super(message);
  }
}

package io.xephang.reports.content;

/**
 * There is nothing to say of a unit on a day; the message says what was asked and what there is.
 */
public final class NoFigures extends Exception {
  private static final long serialVersionUID = 1L;

  NoFigures(String message) {
    super(message);
  }
}

package io.xephang.cli;

import java.io.IOException;

/** The program that reads standard output has enough, as {@code head} has after its lines. */
final class ReaderStopped extends IOException {
  private static final long serialVersionUID = 1L;

  /** Whether an error comes from it: libraries wrap what a writer throws. */
  static boolean isCauseOf(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ReaderStopped) {
        return true;
      }
    }
    return false;
  }
}

package io.xephang.warehouse;

/** A text that is not exactly one SELECT; nothing of it was run. */
public final class QueryRefused extends Exception {
  private static final long serialVersionUID = 1L;

  QueryRefused(String message) {
    super(message);
  }
}

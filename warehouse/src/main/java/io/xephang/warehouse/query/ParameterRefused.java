package io.xephang.warehouse.query;

/** A parameter that a saved query does not take as it is; the message says what is expected. */
public final class ParameterRefused extends Exception {
  private static final long serialVersionUID = 1L;

  ParameterRefused(String message) {
    super(message);
  }
}

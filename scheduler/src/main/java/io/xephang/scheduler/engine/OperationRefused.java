package io.xephang.scheduler.engine;

/** What somebody asked for cannot be done; the message is for users. */
public final class OperationRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** In which way it cannot. */
  public enum Kind {
    NOT_FOUND,
    CONFLICT,
    INVALID
  }

  private final Kind kind;

  public OperationRefused(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}

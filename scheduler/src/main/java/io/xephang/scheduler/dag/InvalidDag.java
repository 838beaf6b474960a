package io.xephang.scheduler.dag;

/** A dag file that cannot be used, as an exception on the way to a {@link DagProblem}. */
final class InvalidDag extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  InvalidDag(int line, String reason) {
    super(reason);
    this.line = line;
  }

  DagProblem in(String file) {
    return new DagProblem(file, line, getMessage());
  }
}

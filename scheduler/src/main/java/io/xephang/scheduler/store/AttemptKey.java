package io.xephang.scheduler.store;

/**
 * An attempt at a task of a run.
 *
 * @param attempt 1 is the first
 */
public record AttemptKey(TaskKey task, int attempt) {
  @Override
  public String toString() {
    return task + " #" + attempt;
  }
}

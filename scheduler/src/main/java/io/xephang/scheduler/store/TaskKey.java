package io.xephang.scheduler.store;

/** A task of a run. */
public record TaskKey(String dagId, String runId, String taskId) {
  @Override
  public String toString() {
    return dagId + " " + runId + " " + taskId;
  }
}

package io.xephang.scheduler.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Tasks that somebody wants to run again.
 *
 * @param runId only of this run
 * @param from only of runs whose date is not before
 * @param to only of runs whose date is not after
 * @param taskIds only these; all if it is empty
 * @param upstream also what comes before them
 * @param downstream also what comes after them
 * @param only those that stand like this
 * @param resetRuns whether their runs go on; else they stay as they are until somebody has them
 * @param preventRunning whether nothing is done if one of them is at work
 */
public record ClearOrder(
    String dagId,
    Optional<String> runId,
    Optional<Instant> from,
    Optional<Instant> to,
    Set<String> taskIds,
    boolean upstream,
    boolean downstream,
    Only only,
    boolean resetRuns,
    boolean preventRunning) {

  /** How a task has to stand. */
  public enum Only {
    ANY,
    /** What has failed, or could not run since something else had. */
    FAILED,
    /** What is at work. */
    RUNNING
  }

  public ClearOrder {
    taskIds = Set.copyOf(taskIds);
  }
}

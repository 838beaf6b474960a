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
 * @param onlyFailed only what has failed, or could not run since something else had
 */
public record ClearOrder(
    String dagId,
    Optional<String> runId,
    Optional<Instant> from,
    Optional<Instant> to,
    Set<String> taskIds,
    boolean upstream,
    boolean downstream,
    boolean onlyFailed) {
  public ClearOrder {
    taskIds = Set.copyOf(taskIds);
  }
}

package io.xephang.scheduler.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * A run that somebody wants.
 *
 * @param runId if it is to have a name of its own
 * @param runAfter now if it is missing
 * @param conf JSON object; overrides parameters of the dag
 */
public record TriggerOrder(
    String dagId,
    Optional<String> runId,
    Optional<Instant> logicalDate,
    Optional<Instant> runAfter,
    String conf,
    Optional<String> note) {}

package io.xephang.scheduler.store;

import io.xephang.scheduler.state.TaskState;
import java.time.Instant;
import java.util.Optional;

/**
 * An attempt that has ended.
 *
 * @param reason why it ended as it did; empty if it succeeded
 */
public record Attempt(
    AttemptKey key,
    TaskState state,
    Optional<Instant> queuedAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<String> reason) {}

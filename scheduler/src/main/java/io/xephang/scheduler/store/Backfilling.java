package io.xephang.scheduler.store;

import io.xephang.scheduler.state.ReprocessBehavior;
import java.time.Instant;
import java.util.Optional;

/**
 * A backfill that was asked for.
 *
 * @param id 0 until it is stored
 * @param conf JSON object for each of its runs
 */
public record Backfilling(
    long id,
    String dagId,
    Instant from,
    Instant to,
    ReprocessBehavior reprocess,
    int maxActiveRuns,
    String conf,
    Instant createdAt,
    Optional<Instant> completedAt) {}

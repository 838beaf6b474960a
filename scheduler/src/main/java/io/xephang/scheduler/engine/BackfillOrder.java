package io.xephang.scheduler.engine;

import io.xephang.scheduler.state.ReprocessBehavior;
import java.time.Instant;

/**
 * Runs of the past that somebody wants.
 *
 * @param from first date, included
 * @param to last date, included
 * @param newestFirst whether they run backwards
 * @param maxActiveRuns how many at once
 * @param conf JSON object for each of them
 */
public record BackfillOrder(
    String dagId,
    Instant from,
    Instant to,
    ReprocessBehavior reprocess,
    boolean newestFirst,
    int maxActiveRuns,
    String conf) {}

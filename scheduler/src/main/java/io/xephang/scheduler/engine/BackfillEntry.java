package io.xephang.scheduler.engine;

import io.xephang.scheduler.plan.PlannedRun;
import java.util.Optional;

/**
 * What a backfill does about one date.
 *
 * @param leftSince why an existing run is left as it is; empty if one is made, or made anew
 */
public record BackfillEntry(PlannedRun run, Optional<String> leftSince) {}

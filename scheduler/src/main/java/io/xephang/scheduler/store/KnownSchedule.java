package io.xephang.scheduler.store;

import java.time.Instant;

/**
 * The schedule that a dag was last seen with.
 *
 * @param schedule text that is the same as long as the schedule is
 * @param since when it was first seen
 */
public record KnownSchedule(String dagId, String schedule, Instant since) {}

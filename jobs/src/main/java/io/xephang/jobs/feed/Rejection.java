package io.xephang.jobs.feed;

/**
 * A row that does not count.
 *
 * @param detail what was found and what was expected
 */
public record Rejection(Reason reason, String detail) {}

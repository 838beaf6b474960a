package io.xephang.warehouse;

/**
 * What came of a query.
 *
 * @param rows that were handed out
 * @param cut whether there are more rows than the limit lets out
 */
public record Answered(long rows, boolean cut) {}

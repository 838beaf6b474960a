package io.xephang.warehouse;

/** How many rows of a feed were rejected for a reason. */
public record QuarantineCount(String feed, String reason, long rows) {}

package io.xephang.warehouse;

/** How many statements of a feed have a status in the ledger. */
public record FileCount(String feed, String status, long files) {}

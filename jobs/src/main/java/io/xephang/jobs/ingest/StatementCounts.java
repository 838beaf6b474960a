package io.xephang.jobs.ingest;

/** How many rows of a statement were read, and what became of them. */
record StatementCounts(long read, long accepted, long duplicates, long quarantined) {}

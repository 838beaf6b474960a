package io.xephang.jobs.ingest;

/** How many rows of a statement were read, and what became of them. */
record StatementCounts(long read, long duplicates, long quarantined) {
  long accepted() {
    return read - duplicates - quarantined;
  }

  StatementCounts withDuplicates(long more) {
    return new StatementCounts(read, duplicates + more, quarantined);
  }
}

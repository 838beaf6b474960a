package io.xephang.warehouse;

import java.time.LocalDateTime;

/** A line of the ledger: which content was read by which run. */
public record SourceFile(
    String file, String contentSha256, String runId, LocalDateTime ingestedAt) {}

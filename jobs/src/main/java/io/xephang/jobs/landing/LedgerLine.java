package io.xephang.jobs.landing;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A line of the ledger {@code ingest_file}: a statement that was read. The columns are described in
 * {@code tables/ingest_file.yaml}.
 */
public record LedgerLine(
    String statementId,
    String file,
    String feed,
    LocalDate statementDate,
    String contentSha256,
    String landedName,
    long landedBytes,
    long landedModified,
    long rowsRead,
    long accepted,
    long duplicates,
    long quarantined,
    StatementStatus status,
    String runId,
    LocalDateTime ingestedAt) {

  /** A statement that is about to be read; the counts come later. */
  static LedgerLine of(
      LandedFile landed,
      String sha256,
      StatementStatus status,
      String runId,
      LocalDateTime ingestedAt) {
    return new LedgerLine(
        Statement.of(landed, runId).statementId(),
        landed.file(),
        landed.feed(),
        landed.date(),
        sha256,
        landed.landedName(),
        landed.bytes(),
        landed.modified(),
        0,
        0,
        0,
        0,
        status,
        runId,
        ingestedAt);
  }

  /** Whether the file on disk is the one that this line speaks of, going by its outside. */
  boolean looksLike(LandedFile landed) {
    return landedName.equals(landed.landedName())
        && landedBytes == landed.bytes()
        && landedModified == landed.modified();
  }

  public boolean isInForce() {
    return status == StatementStatus.INGESTED;
  }

  LedgerLine replaced() {
    return with(StatementStatus.REPLACED, rowsRead, accepted, duplicates, quarantined);
  }

  /** Whether it counts, but not with all its rows. */
  boolean hasRejectedRows() {
    return isInForce() && quarantined > 0;
  }

  /** Taken back: its rows are kept, unread. */
  LedgerLine withdrawn() {
    return with(StatementStatus.WITHDRAWN, rowsRead, accepted, duplicates, quarantined);
  }

  /** Taken back by mistake: the rows that were kept count again. */
  LedgerLine inForceAgain() {
    return with(StatementStatus.INGESTED, rowsRead, accepted, duplicates, quarantined);
  }

  /** Its rows now stand under another name. */
  LedgerLine withoutRows() {
    return with(StatementStatus.DUPLICATE_FILE, 0, 0, 0, 0);
  }

  public LedgerLine counted(long read, long acceptedRows, long duplicateRows, long rejectedRows) {
    return with(status, read, acceptedRows, duplicateRows, rejectedRows);
  }

  /** The same content as it lies on disk now: next time its outside alone will do. */
  LedgerLine seenAs(LandedFile landed) {
    return new LedgerLine(
        statementId,
        file,
        feed,
        statementDate,
        contentSha256,
        landed.landedName(),
        landed.bytes(),
        landed.modified(),
        rowsRead,
        accepted,
        duplicates,
        quarantined,
        status,
        runId,
        ingestedAt);
  }

  private LedgerLine with(
      StatementStatus newStatus, long read, long acceptedRows, long duplicateRows, long rejected) {
    return new LedgerLine(
        statementId,
        file,
        feed,
        statementDate,
        contentSha256,
        landedName,
        landedBytes,
        landedModified,
        read,
        acceptedRows,
        duplicateRows,
        rejected,
        newStatus,
        runId,
        ingestedAt);
  }
}

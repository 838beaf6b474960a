package io.xephang.jobs;

import io.xephang.home.CheckFinding;
import io.xephang.home.RunRecord;
import io.xephang.home.RunStatus;
import io.xephang.jobs.landing.LedgerLine;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What came of a run.
 *
 * @param asOf null if there was nothing to compute
 * @param publication what stands published afterwards; null if nothing does, or a check failed
 * @param read ledger lines of the statements that were read
 * @param rejected if a data check failed: which rows were rejected, by file and reason
 * @param message what to look at; null if there is nothing to say
 * @param findings data checks that did not hold
 */
public record RunSummary(
    RunStatus status,
    LocalDate asOf,
    Long publication,
    List<LedgerLine> read,
    List<String> leftAlone,
    List<String> rejected,
    String message,
    List<CheckFinding> findings) {

  /** As a record of the run. */
  RunRecord record(RunRecord started, LocalDateTime finishedAt) {
    return new RunRecord(
        started.runId(),
        started.startedAt(),
        finishedAt,
        status,
        started.task(),
        started.landing(),
        asOf,
        status == RunStatus.PUBLISHED ? publication : null,
        read.size(),
        sum(LedgerLine::rowsRead),
        sum(LedgerLine::accepted),
        sum(LedgerLine::duplicates),
        sum(LedgerLine::quarantined),
        message,
        leftAlone,
        rejected,
        findings,
        started.milestone());
  }

  private long sum(ToLongFunction<LedgerLine> count) {
    return read.stream().mapToLong(count).sum();
  }
}

package io.xephang.home;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What is known of a run. Times are Vietnamese wall-clock times.
 *
 * @param finishedAt null while it is running
 * @param task what was asked for: {@code run}, {@code withdraw FILE: reason}, …
 * @param landing the landing folder; null if none was looked at
 * @param asOf the date up to which it computed; null if it did not get that far
 * @param publication id of what it published; null if nothing
 * @param filesRead statements that it read
 * @param message why it failed, or what to look at; null if there is nothing to say
 * @param leftAlone names below the landing folder that were not read, each with the reason
 * @param rejected if a data check failed: which rows it rejected, by file and reason; what was
 *     published has its quarantine
 * @param findings data checks that did not hold
 * @param milestone the last point that it passed; null before the first
 */
public record RunRecord(
    String runId,
    LocalDateTime startedAt,
    LocalDateTime finishedAt,
    RunStatus status,
    String task,
    String landing,
    LocalDate asOf,
    Long publication,
    long filesRead,
    long rowsRead,
    long accepted,
    long duplicates,
    long quarantined,
    String message,
    List<String> leftAlone,
    List<String> rejected,
    List<CheckFinding> findings,
    String milestone) {

  public RunRecord {
    leftAlone = leftAlone == null ? List.of() : List.copyOf(leftAlone);
    rejected = rejected == null ? List.of() : List.copyOf(rejected);
    findings = findings == null ? List.of() : List.copyOf(findings);
  }

  /** A run that has just begun. */
  public static RunRecord started(
      String runId, LocalDateTime startedAt, String task, String landing) {
    return new RunRecord(
        runId,
        startedAt,
        null,
        RunStatus.RUNNING,
        task,
        landing,
        null,
        null,
        0,
        0,
        0,
        0,
        0,
        null,
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** The same run, ended without a publication. */
  public RunRecord ended(RunStatus how, LocalDateTime at, String why) {
    return with(how, at, why, milestone);
  }

  /** The same run, one point further. */
  RunRecord reached(String passed) {
    return with(status, finishedAt, message, passed);
  }

  private RunRecord with(RunStatus how, LocalDateTime at, String why, String passed) {
    return new RunRecord(
        runId,
        startedAt,
        at,
        how,
        task,
        landing,
        asOf,
        publication,
        filesRead,
        rowsRead,
        accepted,
        duplicates,
        quarantined,
        why,
        leftAlone,
        rejected,
        findings,
        passed);
  }
}

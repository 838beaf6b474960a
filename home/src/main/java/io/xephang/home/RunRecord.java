package io.xephang.home;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What is known of a run. Times are Vietnamese wall-clock times.
 *
 * @param finishedAt null while it is running
 * @param landing the landing folder
 * @param asOf the date up to which it computed; null if it did not get that far
 * @param publication id of what it published; null if nothing
 * @param filesRead statements that it read
 * @param message why it failed, or what to look at; null if there is nothing to say
 * @param leftAlone names below the landing folder that were not read, each with the reason
 */
public record RunRecord(
    String runId,
    LocalDateTime startedAt,
    LocalDateTime finishedAt,
    RunStatus status,
    String landing,
    LocalDate asOf,
    Long publication,
    long filesRead,
    long rowsRead,
    long accepted,
    long duplicates,
    long quarantined,
    String message,
    List<String> leftAlone) {

  public RunRecord {
    leftAlone = leftAlone == null ? List.of() : List.copyOf(leftAlone);
  }

  /** A run that has just begun. */
  public static RunRecord started(String runId, LocalDateTime startedAt, String landing) {
    return new RunRecord(
        runId,
        startedAt,
        null,
        RunStatus.RUNNING,
        landing,
        null,
        null,
        0,
        0,
        0,
        0,
        0,
        null,
        List.of());
  }

  /** The same run, ended without a publication. */
  public RunRecord ended(RunStatus how, LocalDateTime at, String why) {
    return new RunRecord(
        runId,
        startedAt,
        at,
        how,
        landing,
        asOf,
        publication,
        filesRead,
        rowsRead,
        accepted,
        duplicates,
        quarantined,
        why,
        leftAlone);
  }
}

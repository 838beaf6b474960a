package io.xephang.scheduler.engine;

import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.dag.Task;
import io.xephang.scheduler.process.AttemptEnd;
import io.xephang.scheduler.state.Retries;
import io.xephang.scheduler.state.StopReason;
import io.xephang.scheduler.state.TaskState;
import io.xephang.scheduler.store.Attempt;
import io.xephang.scheduler.store.AttemptKey;
import io.xephang.scheduler.store.DagRun;
import io.xephang.scheduler.store.TaskInstance;
import io.xephang.scheduler.store.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** What follows from how an attempt ended. */
final class AttemptEnds {
  private static final int SKIPPED = 99;
  private static final int SIGNALS = 128;
  private static final int MICROS = 6;

  /** A logical date as Python prints it, which Airflow hashes to spread retries. */
  private static final DateTimeFormatter PRINTED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private static final DateTimeFormatter PRINTED_MICROS =
      new DateTimeFormatterBuilder()
          .append(PRINTED)
          .appendFraction(ChronoField.NANO_OF_SECOND, MICROS, MICROS, true)
          .toFormatter(Locale.ROOT);

  private final DagCatalog catalog;
  private final Transaction rows;
  private final Decisions decisions;

  AttemptEnds(DagCatalog catalog, Transaction rows, Decisions decisions) {
    this.catalog = catalog;
    this.rows = rows;
    this.decisions = decisions;
  }

  /** The words for an end; empty if the command succeeded. */
  private static Optional<String> reason(AttemptEnd end) {
    if (end instanceof AttemptEnd.Exited exited) {
      if (exited.code() == 0) {
        return Optional.empty();
      }
      return Optional.of(
          exited.code() > SIGNALS
              ? "tín hiệu / signal " + (exited.code() - SIGNALS)
              : "mã thoát / exit code " + exited.code());
    }
    return Optional.of(
        end instanceof AttemptEnd.CouldNotStart failed
            ? failed.reason()
            : "tiến trình biến mất, có lẽ bị kill -9 hoặc máy khởi động lại / its process is gone:"
                + " killed, or the machine was restarted");
  }

  void apply(AttemptKey key, AttemptEnd end) throws SQLException {
    TaskInstance task = rows.tasks().find(key.task()).orElseThrow();
    if (task.attempt() != key.attempt()) {
      return;
    }
    if (end instanceof AttemptEnd.NeverBegun
        && task.state().active()
        && task.stopReason().isEmpty()) {
      begin(task);
    } else if (task.stopReason().equals(Optional.of(StopReason.CLEARED))) {
      record(task, TaskState.FAILED, Optional.of("cho chạy lại / cleared"));
      rows.tasks().update(task.cleared(retries(task).count()));
    } else if (task.stopReason().equals(Optional.of(StopReason.RUN_TIMEOUT))) {
      record(task, TaskState.SKIPPED, Optional.of("dagrun_timeout"));
      rows.tasks().update(task.ended(TaskState.SKIPPED, decisions.now(), Optional.empty()));
    } else if (task.state().active()) {
      settle(task, end);
    }
  }

  /** The scheduler died between writing down that it starts an attempt and starting it. */
  private void begin(TaskInstance task) throws SQLException {
    Optional<DagRun> run = rows.runs().find(task.key().dagId(), task.key().runId());
    Optional<Task> described = described(task);
    if (described.isPresent()) {
      rows.tasks().update(task.neverBegun());
      decisions.start(
          new AttemptOrder(
              task.currentAttempt(),
              catalog.find(task.key().dagId()).orElseThrow(),
              described.get(),
              run.orElseThrow()));
    } else {
      settle(task, new AttemptEnd.Lost());
    }
  }

  private void settle(TaskInstance task, AttemptEnd end) throws SQLException {
    boolean late = task.stopReason().equals(Optional.of(StopReason.TIMEOUT));
    if (!late && end instanceof AttemptEnd.Exited exited) {
      if (exited.code() == 0 || exited.code() == SKIPPED) {
        TaskState state = exited.code() == 0 ? TaskState.SUCCESS : TaskState.SKIPPED;
        record(task, state, reason(end));
        rows.tasks().update(task.ended(state, decisions.now(), Optional.empty()));
        return;
      }
    }
    record(task, TaskState.FAILED, late ? Optional.of("execution_timeout") : reason(end));
    if (task.attempt() < task.lastAttempt()) {
      Instant retryAt = decisions.now().plus(retries(task).after(task.attempt(), hashedName(task)));
      rows.tasks()
          .update(task.ended(TaskState.UP_FOR_RETRY, decisions.now(), Optional.of(retryAt)));
    } else {
      rows.tasks().update(task.ended(TaskState.FAILED, decisions.now(), Optional.empty()));
    }
  }

  private void record(TaskInstance task, TaskState state, Optional<String> reason)
      throws SQLException {
    rows.tasks()
        .record(
            new Attempt(
                task.currentAttempt(),
                state,
                task.queuedAt(),
                task.startedAt(),
                Optional.of(decisions.now()),
                reason));
  }

  private Optional<Task> described(TaskInstance task) {
    return catalog.find(task.key().dagId()).flatMap(dag -> dag.task(task.key().taskId()));
  }

  /** Of a task that is no longer in its file: none. */
  private Retries retries(TaskInstance task) {
    return described(task)
        .map(Task::retries)
        .orElse(new Retries(0, Duration.ZERO, 0, Optional.empty()));
  }

  private String hashedName(TaskInstance task) throws SQLException {
    Optional<Instant> date =
        rows.runs().find(task.key().dagId(), task.key().runId()).flatMap(DagRun::logicalDate);
    return task.key().dagId()
        + "#"
        + task.key().taskId()
        + "#"
        + date.map(AttemptEnds::printed).orElse("None");
  }

  private static String printed(Instant date) {
    LocalDateTime utc = LocalDateTime.ofInstant(date, ZoneOffset.UTC);
    return (utc.truncatedTo(ChronoUnit.SECONDS).equals(utc) ? PRINTED : PRINTED_MICROS).format(utc)
        + "+00:00";
  }
}

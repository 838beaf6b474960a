package io.xephang.scheduler.store;

import io.xephang.scheduler.process.ProcessMark;
import io.xephang.scheduler.state.StopReason;
import io.xephang.scheduler.state.TaskState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How a task of a run stands.
 *
 * @param attempt how many attempts have begun
 * @param lastAttempt after which attempt a failure is final
 * @param queuedAt of the current attempt, as are the two that follow
 * @param retryAt when the next attempt may begin
 * @param stopReason why the process of the current attempt is being ended
 * @param process of the current attempt
 */
public record TaskInstance(
    UUID id,
    TaskKey key,
    TaskState state,
    int attempt,
    int lastAttempt,
    Optional<Instant> queuedAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<Instant> retryAt,
    Optional<StopReason> stopReason,
    Optional<ProcessMark> process) {

  /** A task that nothing has happened to. */
  public static TaskInstance untouched(TaskKey key, int retries) {
    return new TaskInstance(
        UUID.randomUUID(),
        key,
        TaskState.NONE,
        0,
        retries + 1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public AttemptKey currentAttempt() {
    return new AttemptKey(key, attempt);
  }

  /** A new attempt is about to begin. */
  public TaskInstance queued(Instant now) {
    return new TaskInstance(
        id,
        key,
        TaskState.QUEUED,
        attempt + 1,
        lastAttempt,
        Optional.of(now),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Its process has been started. */
  public TaskInstance running(ProcessMark mark, Instant now) {
    return new TaskInstance(
        id,
        key,
        TaskState.RUNNING,
        attempt,
        lastAttempt,
        queuedAt,
        Optional.of(now),
        Optional.empty(),
        Optional.empty(),
        stopReason,
        Optional.of(mark));
  }

  /** Another state, with what it says of the current attempt left as it is. */
  public TaskInstance in(TaskState next) {
    return new TaskInstance(
        id,
        key,
        next,
        attempt,
        lastAttempt,
        queuedAt,
        startedAt,
        endedAt,
        Optional.empty(),
        stopReason,
        process);
  }

  /** It has ended, for good or until the next attempt. */
  public TaskInstance ended(TaskState next, Instant now, Optional<Instant> retry) {
    return new TaskInstance(
        id,
        key,
        next,
        attempt,
        lastAttempt,
        queuedAt,
        startedAt,
        Optional.of(now),
        retry,
        Optional.empty(),
        Optional.empty());
  }

  /** The process of the current attempt has to end. */
  public TaskInstance stopping(StopReason reason) {
    return new TaskInstance(
        id,
        key,
        state,
        attempt,
        lastAttempt,
        queuedAt,
        startedAt,
        endedAt,
        retryAt,
        Optional.of(reason),
        process);
  }

  /** As new, but for the attempts that there were: it may be tried as often again. */
  public TaskInstance cleared(int retries) {
    return new TaskInstance(
        id,
        key,
        TaskState.NONE,
        attempt,
        attempt + retries + 1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The current attempt never began: it is to begin once more. */
  public TaskInstance neverBegun() {
    return new TaskInstance(
        id,
        key,
        TaskState.QUEUED,
        attempt,
        lastAttempt,
        queuedAt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        stopReason,
        Optional.empty());
  }
}

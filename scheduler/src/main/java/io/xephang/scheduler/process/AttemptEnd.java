package io.xephang.scheduler.process;

/** How an attempt ended. */
public sealed interface AttemptEnd {
  /** Its command ended. A signal counts as 128 and its number. */
  record Exited(int code) implements AttemptEnd {}

  /** Its process is gone and has not said how the command ended. */
  record Lost() implements AttemptEnd {}

  /** The scheduler died before the command had begun. */
  record NeverBegun() implements AttemptEnd {}

  /** It could not be started: a template that has no value, a disk that is full. */
  record CouldNotStart(String reason) implements AttemptEnd {}
}

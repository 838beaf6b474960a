package io.xephang.scheduler.state;

/** What a trigger rule says of a task. */
public sealed interface TriggerDecision {
  /** It may run now. */
  record Run() implements TriggerDecision {}

  /** Tasks before it have to finish first. */
  record Wait() implements TriggerDecision {}

  /** It will never run, and this is its state. */
  record Settle(TaskState state) implements TriggerDecision {}
}

package io.xephang.scheduler.state;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** When a task may run, given how the tasks directly before it stand: Airflow 3's rules. */
public enum TriggerRule {
  ALL_SUCCESS,
  ALL_FAILED,
  ALL_DONE,
  ALL_DONE_MIN_ONE_SUCCESS,
  ALL_SKIPPED,
  ONE_SUCCESS,
  ONE_FAILED,
  ONE_DONE,
  NONE_FAILED,
  NONE_FAILED_MIN_ONE_SUCCESS,
  NONE_SKIPPED,
  ALWAYS;

  /** The rule with Airflow's name. */
  public static Optional<TriggerRule> of(String id) {
    return Stream.of(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** As Airflow writes it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many of the tasks before stand how. */
  private record Counts(
      int all, int success, int failed, int upstreamFailed, int skipped, int removed) {
    static Counts of(Collection<TaskState> states) {
      Map<TaskState, Integer> counts = new EnumMap<>(TaskState.class);
      states.forEach(state -> counts.merge(state, 1, Integer::sum));
      return new Counts(
          states.size(),
          counts.getOrDefault(TaskState.SUCCESS, 0),
          counts.getOrDefault(TaskState.FAILED, 0),
          counts.getOrDefault(TaskState.UPSTREAM_FAILED, 0),
          counts.getOrDefault(TaskState.SKIPPED, 0),
          counts.getOrDefault(TaskState.REMOVED, 0));
    }

    boolean done() {
      return success + failed + upstreamFailed + skipped + removed == all;
    }

    int anyFailed() {
      return failed + upstreamFailed;
    }
  }

  /**
   * What becomes of the task.
   *
   * @param before states of the tasks directly before it; a task without any may always run
   */
  public TriggerDecision decide(Collection<TaskState> before) {
    if (before.isEmpty() || this == ALWAYS) {
      return new TriggerDecision.Run();
    }
    Counts counts = Counts.of(before);
    TaskState settled = settled(counts);
    if (settled != TaskState.NONE) {
      return new TriggerDecision.Settle(settled);
    }
    return met(counts) ? new TriggerDecision.Run() : new TriggerDecision.Wait();
  }

  /** The state of a task that can no longer run, as soon as that is known; else NONE. */
  private TaskState settled(Counts counts) {
    boolean nothingRan = counts.done() && counts.success() == 0;
    return switch (this) {
      case ALL_SUCCESS ->
          counts.anyFailed() > 0 ? TaskState.UPSTREAM_FAILED : skippedIf(counts.skipped() > 0);
      case ALL_FAILED -> skippedIf(counts.success() + counts.skipped() > 0);
      case ONE_SUCCESS ->
          nothingRan && counts.skipped() == counts.all()
              ? TaskState.SKIPPED
              : upstreamFailedIf(nothingRan);
      case ONE_FAILED -> skippedIf(counts.done() && counts.anyFailed() == 0);
      case ONE_DONE -> skippedIf(nothingRan && counts.failed() == 0);
      case NONE_FAILED -> upstreamFailedIf(counts.anyFailed() > 0);
      case NONE_FAILED_MIN_ONE_SUCCESS ->
          counts.anyFailed() == 0 && counts.skipped() == counts.all()
              ? TaskState.SKIPPED
              : upstreamFailedIf(counts.anyFailed() > 0 || nothingRan);
      case NONE_SKIPPED -> skippedIf(counts.skipped() > 0);
      case ALL_SKIPPED -> skippedIf(counts.success() + counts.anyFailed() > 0);
      case ALL_DONE_MIN_ONE_SUCCESS ->
          counts.skipped() > 0 ? TaskState.SKIPPED : upstreamFailedIf(nothingRan);
      case ALL_DONE, ALWAYS -> TaskState.NONE;
    };
  }

  private static TaskState skippedIf(boolean condition) {
    return condition ? TaskState.SKIPPED : TaskState.NONE;
  }

  private static TaskState upstreamFailedIf(boolean condition) {
    return condition ? TaskState.UPSTREAM_FAILED : TaskState.NONE;
  }

  private boolean met(Counts counts) {
    return switch (this) {
      case ALL_SUCCESS -> counts.success() + counts.removed() == counts.all();
      case ALL_FAILED -> counts.anyFailed() + counts.removed() == counts.all();
      case ONE_SUCCESS -> counts.success() > 0;
      case ONE_FAILED -> counts.anyFailed() > 0;
      case ONE_DONE -> counts.success() + counts.failed() > 0;
      case NONE_FAILED, NONE_FAILED_MIN_ONE_SUCCESS ->
          counts.success() + counts.skipped() + counts.removed() == counts.all();
      case ALL_SKIPPED -> counts.skipped() == counts.all();
      case ALL_DONE, ALL_DONE_MIN_ONE_SUCCESS, NONE_SKIPPED -> counts.done();
      case ALWAYS -> true;
    };
  }
}

package io.xephang.scheduler.state;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which runs that are there already a backfill makes anew, in Airflow's words. */
public enum ReprocessBehavior {
  NONE,
  FAILED,
  COMPLETED;

  /** The behavior with Airflow's name. */
  public static Optional<ReprocessBehavior> of(String id) {
    return Stream.of(values()).filter(behavior -> behavior.id().equals(id)).findFirst();
  }

  /** As Airflow writes it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Why a run in this state is left as it is, in Airflow's words.
   *
   * @return empty if it is made anew
   */
  public Optional<String> reasonToLeave(RunState state) {
    if (!state.finished()) {
      return Optional.of("in flight");
    }
    boolean anew = this == COMPLETED || (this == FAILED && state == RunState.FAILED);
    return anew ? Optional.empty() : Optional.of("already exists");
  }
}

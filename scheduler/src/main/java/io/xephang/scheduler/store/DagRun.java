package io.xephang.scheduler.store;

import io.xephang.scheduler.plan.DataInterval;
import io.xephang.scheduler.plan.RunType;
import io.xephang.scheduler.state.RunState;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A run of a dag.
 *
 * @param logicalDate names it among the runs of its dag; empty for a run by hand about no date
 * @param runAfter it does not begin before
 * @param startedAt empty while it waits
 * @param conf JSON object, given by who started it
 * @param backfill number of the backfill it belongs to
 * @param ordinal its place in that backfill
 */
public record DagRun(
    String dagId,
    String runId,
    RunType type,
    RunState state,
    Optional<Instant> logicalDate,
    Optional<DataInterval> interval,
    Instant runAfter,
    Instant queuedAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    String conf,
    Optional<String> note,
    Optional<Long> backfill,
    int ordinal) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.~:+-]{1,248}");

  /**
   * Checks the name, which becomes that of a folder, {@code run_id=NAME} of 255 bytes at most.
   *
   * @throws IllegalArgumentException for users
   */
  public DagRun {
    Objects.requireNonNull(state);
    if (!FORM.matcher(runId).matches()) {
      throw new IllegalArgumentException(
          "run_id '"
              + runId
              + "': cần chữ, số và / expected letters, digits and _.~:+-,"
              + " tối đa / at most 248");
    }
  }

  /** The same run in another state; it starts, or ends, at this moment. */
  public DagRun become(RunState next, Instant now) {
    return switch (next) {
      case QUEUED -> with(next, now, Optional.empty(), Optional.empty());
      case RUNNING -> with(next, queuedAt, Optional.of(now), Optional.empty());
      case SUCCESS, FAILED ->
          with(next, queuedAt, startedAt.or(() -> Optional.of(now)), Optional.of(now));
    };
  }

  private DagRun with(
      RunState next, Instant queued, Optional<Instant> started, Optional<Instant> ended) {
    return new DagRun(
        dagId,
        runId,
        type,
        next,
        logicalDate,
        interval,
        runAfter,
        queued,
        started,
        ended,
        conf,
        note,
        backfill,
        ordinal);
  }

  /** The same run as part of a backfill that makes it anew. */
  public DagRun takenBy(long backfillId, int place, String newConf, Instant now) {
    return new DagRun(
        dagId,
        runId,
        RunType.BACKFILL,
        RunState.QUEUED,
        logicalDate,
        interval,
        runAfter,
        now,
        Optional.empty(),
        Optional.empty(),
        newConf,
        note,
        Optional.of(backfillId),
        place);
  }
}

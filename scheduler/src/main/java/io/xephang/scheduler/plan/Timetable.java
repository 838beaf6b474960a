package io.xephang.scheduler.plan;

import io.xephang.scheduler.cron.ZonedCron;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a dag runs: Airflow 3's timetables, of which these four are supported. */
public sealed interface Timetable {

  /**
   * The next run to create. It may be due already, or lie in the future.
   *
   * @param last interval of the latest run that was not started by hand
   * @param now decides which missed runs are left out when there is no catch-up
   * @return empty if there is none any more
   */
  Optional<PlannedRun> next(Optional<DataInterval> last, RunBounds bounds, Instant now);

  /** The interval of a run that is started by hand at this moment. */
  DataInterval manual(Instant runAfter);

  /** As {@code dags list} shows it. */
  String summary();

  /** Text that is the same for timetables that name the same moments and intervals. */
  String identity();

  /** Whether runs recur, so that a backfill makes sense. */
  boolean periodic();

  /** Only runs that somebody starts. */
  record Unscheduled() implements Timetable {
    @Override
    public Optional<PlannedRun> next(Optional<DataInterval> last, RunBounds bounds, Instant now) {
      return Optional.empty();
    }

    @Override
    public DataInterval manual(Instant runAfter) {
      return DataInterval.at(runAfter);
    }

    @Override
    public String summary() {
      return "None";
    }

    @Override
    public String identity() {
      return summary();
    }

    @Override
    public boolean periodic() {
      return false;
    }
  }

  /** One run at the start date, or now if there is none. */
  record Once() implements Timetable {
    @Override
    public Optional<PlannedRun> next(Optional<DataInterval> last, RunBounds bounds, Instant now) {
      Instant moment = bounds.earliest().orElse(now);
      return last.isPresent() || bounds.excludes(moment)
          ? Optional.empty()
          : Optional.of(PlannedRun.over(moment, moment));
    }

    @Override
    public DataInterval manual(Instant runAfter) {
      return DataInterval.at(runAfter);
    }

    @Override
    public String summary() {
      return "@once";
    }

    @Override
    public String identity() {
      return summary();
    }

    @Override
    public boolean periodic() {
      return false;
    }
  }

  /**
   * A run at each moment of a cron schedule: what Airflow 3 makes of a cron expression.
   *
   * @param interval length of the data interval that ends with the moment; mostly zero
   */
  record CronTrigger(ZonedCron cron, Duration interval) implements Timetable {
    /** Airflow's rule: a tenth of the way to the next moment, and five minutes at least. */
    private static final long JUST_NOW_PART = 10;

    private static final Duration JUST_NOW = Duration.ofMinutes(5);

    @Override
    public Optional<PlannedRun> next(Optional<DataInterval> last, RunBounds bounds, Instant now) {
      Instant moment = bounds.catchup() ? following(last, bounds, now) : latest(last, bounds, now);
      return bounds.excludes(moment)
          ? Optional.empty()
          : Optional.of(PlannedRun.over(moment.minus(interval), moment));
    }

    private Instant following(Optional<DataInterval> last, RunBounds bounds, Instant now) {
      if (last.isPresent()) {
        return cron.next(last.get().end());
      }
      return bounds.earliest().map(cron::alignedNext).orElseGet(() -> first(now));
    }

    /** Whatever lies before the last moment that has passed is left out. */
    private Instant latest(Optional<DataInterval> last, RunBounds bounds, Instant now) {
      Instant moment = cron.alignedPrevious(now);
      if (last.isPresent()) {
        moment = later(moment, cron.next(last.get().end()));
      } else if (bounds.earliest().isEmpty()) {
        moment = later(moment, first(now));
      }
      return bounds.earliest().isPresent()
          ? later(moment, cron.alignedNext(bounds.earliest().get()))
          : moment;
    }

    /**
     * The first run of a dag without a start date: the next one, unless one has passed only just
     * now.
     */
    private Instant first(Instant now) {
      Instant previous = cron.alignedPrevious(now);
      Instant next = cron.alignedNext(now);
      Duration justNow = Duration.between(previous, next).dividedBy(JUST_NOW_PART);
      Duration tolerated = justNow.compareTo(JUST_NOW) > 0 ? justNow : JUST_NOW;
      return Duration.between(previous, now).compareTo(tolerated) <= 0 ? previous : next;
    }

    @Override
    public DataInterval manual(Instant runAfter) {
      return new DataInterval(runAfter.minus(interval), runAfter);
    }

    @Override
    public String summary() {
      return cron.cron().text();
    }

    @Override
    public String identity() {
      return "CronTrigger " + cron.identity() + " " + interval;
    }

    @Override
    public boolean periodic() {
      return true;
    }
  }

  /** A run for each interval between two moments of a cron schedule, at its end. */
  record CronDataInterval(ZonedCron cron) implements Timetable {
    @Override
    public Optional<PlannedRun> next(Optional<DataInterval> last, RunBounds bounds, Instant now) {
      Optional<Instant> earliest =
          bounds.catchup()
              ? bounds.earliest().map(cron::alignedNext)
              : Optional.of(latestStart(bounds, now));
      Optional<Instant> start =
          last.isPresent() ? Optional.of(after(last.get(), earliest)) : earliest;
      return start
          .filter(moment -> !bounds.excludes(moment))
          .map(moment -> PlannedRun.over(moment, cron.next(moment)));
    }

    private Instant after(DataInterval last, Optional<Instant> earliest) {
      Instant end = cron.alignedPrevious(last.end());
      Instant start = earliest.map(moment -> later(end, moment)).orElse(end);
      // The schedule may have become a coarser one: a run must not come twice.
      return start.isAfter(last.start()) ? start : cron.next(start);
    }

    /** The start of the last interval that is over. */
    private Instant latestStart(RunBounds bounds, Instant now) {
      Instant boundary = cron.previous(now);
      Instant start = cron.next(boundary).equals(now) ? boundary : cron.previous(boundary);
      return bounds
          .earliest()
          .map(earliest -> later(start, cron.alignedNext(earliest)))
          .orElse(start);
    }

    @Override
    public DataInterval manual(Instant runAfter) {
      Instant end = cron.alignedPrevious(runAfter);
      return new DataInterval(cron.previous(end), end);
    }

    @Override
    public String summary() {
      return cron.cron().text();
    }

    @Override
    public String identity() {
      return "CronDataInterval " + cron.identity();
    }

    @Override
    public boolean periodic() {
      return true;
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

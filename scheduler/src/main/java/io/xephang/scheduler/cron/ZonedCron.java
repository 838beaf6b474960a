package io.xephang.scheduler.cron;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A cron expression read off the clocks of a place, with Airflow's rules for days on which they are
 * set: what falls into the hour that is left out happens an hour later; what falls into the hour
 * that comes twice happens the second time; a schedule of every hour happens in both.
 */
public record ZonedCron(CronExpression cron, ZoneId zone) {

  /** The first moment of the schedule after this one. */
  public Instant next(Instant moment) {
    LocalDateTime wall = LocalDateTime.ofInstant(moment, zone);
    LocalDateTime next = cron.next(wall);
    return cron.everyHour() ? moment.plus(Duration.between(wall, next)) : at(next);
  }

  /** The last moment of the schedule before this one. */
  public Instant previous(Instant moment) {
    LocalDateTime wall = LocalDateTime.ofInstant(moment, zone);
    LocalDateTime previous = cron.previous(wall);
    return cron.everyHour() ? moment.minus(Duration.between(previous, wall)) : at(previous);
  }

  /** This moment if it is one of the schedule, else the next one. */
  public Instant alignedNext(Instant moment) {
    Instant next = next(moment);
    return previous(next).equals(moment) ? moment : next;
  }

  /** This moment if it is one of the schedule, else the previous one. */
  public Instant alignedPrevious(Instant moment) {
    Instant previous = previous(moment);
    return next(previous).equals(moment) ? moment : previous;
  }

  /** Text that is the same for the same expression in the same place. */
  public String identity() {
    return cron.text() + " " + zone;
  }

  private Instant at(LocalDateTime wall) {
    return wall.atZone(zone).withLaterOffsetAtOverlap().toInstant();
  }
}

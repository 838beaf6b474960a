package io.xephang.scheduler.template;

import io.xephang.scheduler.plan.PythonTime;
import io.xephang.scheduler.template.Expression.Function;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A time in a zone, with the attributes and methods of Airflow's times (pendulum). */
record Moment(ZonedDateTime time) {
  private static final Set<String> CALENDAR_UNITS = Set.of("years", "months", "weeks", "days");

  /** In the order in which they are added. */
  private static final List<String> UNITS =
      List.of("years", "months", "weeks", "days", "hours", "minutes", "seconds");

  private static final List<String> MEMBERS =
      List.of(
          "year",
          "month",
          "day",
          "hour",
          "minute",
          "second",
          "in_timezone",
          "astimezone",
          "strftime",
          "add",
          "subtract",
          "start_of",
          "end_of",
          "isoformat",
          "date",
          "to_date_string",
          "to_datetime_string",
          "to_iso8601_string");

  Object member(String name) throws TemplateFailed {
    return switch (name) {
      case "year" -> (long) time.getYear();
      case "month" -> (long) time.getMonthValue();
      case "day" -> (long) time.getDayOfMonth();
      case "hour" -> (long) time.getHour();
      case "minute" -> (long) time.getMinute();
      case "second" -> (long) time.getSecond();
      case "in_timezone", "in_tz" -> (Function) given -> inTimezone(given.exactly(1).text(0));
      case "astimezone" -> (Function) given -> inZone(given.exactly(1).zone(0));
      case "strftime" -> (Function) given -> strftime(given.exactly(1).text(0));
      case "add" -> (Function) given -> moved(given, 1);
      case "subtract" -> (Function) given -> moved(given, -1);
      case "start_of" -> (Function) given -> startOf(given.exactly(1).text(0));
      case "end_of" -> (Function) given -> endOf(given.exactly(1).text(0));
      case "isoformat" -> withoutArguments(isoformat());
      case "date", "to_date_string" -> withoutArguments(strftime("%Y-%m-%d"));
      case "to_datetime_string" -> withoutArguments(strftime("%Y-%m-%d %H:%M:%S"));
      case "to_iso8601_string" -> withoutArguments(isoformat().replaceFirst("\\+00:00$", "Z"));
      default -> throw new UndefinedValue(name, MEMBERS.toString());
    };
  }

  private static Function withoutArguments(String text) {
    return given -> {
      given.exactly(0);
      return text;
    };
  }

  String isoformat() {
    return PythonTime.isoformat(time);
  }

  String strftime(String format) throws TemplateFailed {
    return PythonDate.format(time, format);
  }

  Moment inZone(ZoneId zone) {
    return new Moment(time.withZoneSameInstant(zone));
  }

  private Moment inTimezone(String zone) throws TemplateFailed {
    try {
      return inZone(ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new TemplateFailed("không có múi giờ / there is no time zone '" + zone + "'");
    }
  }

  /** Calendar units move the clock on the wall, and then all others do; else time itself moves. */
  private Moment moved(Arguments given, int sign) throws TemplateFailed {
    boolean calendar = given.named().keySet().stream().anyMatch(CALENDAR_UNITS::contains);
    ZonedDateTime moved = calendar ? time.withZoneSameLocal(ZoneOffset.UTC) : time;
    int known = 0;
    for (String unit : UNITS) {
      if (given.named().get(unit) instanceof Long count) {
        moved = moved.plus(sign * count, ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT)));
        known++;
      }
    }
    if (!given.positional().isEmpty() || known < given.named().size()) {
      throw new TemplateFailed(
          "cần như / expected something like add(days=1), with whole numbers of " + UNITS);
    }
    return calendar ? onTheWall(moved.toLocalDateTime()) : new Moment(moved);
  }

  private Moment startOf(String unit) throws TemplateFailed {
    LocalDateTime day = time.toLocalDateTime().truncatedTo(ChronoUnit.DAYS);
    return onTheWall(
        switch (unit) {
          case "hour" -> time.toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
          case "day" -> day;
          case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case "month" -> day.withDayOfMonth(1);
          case "year" -> day.withDayOfYear(1);
          default ->
              throw new TemplateFailed(
                  "'" + unit + "': cần / expected hour, day, week, month, year");
        });
  }

  private Moment endOf(String unit) throws TemplateFailed {
    LocalDateTime start = startOf(unit).time.toLocalDateTime();
    LocalDateTime next =
        switch (unit) {
          case "hour" -> start.plusHours(1);
          case "day" -> start.plusDays(1);
          case "week" -> start.plusWeeks(1);
          case "month" -> start.plusMonths(1);
          default -> start.plusYears(1);
        };
    return onTheWall(next.minus(1, ChronoUnit.MICROS));
  }

  private Moment onTheWall(LocalDateTime wall) {
    return new Moment(wall.atZone(time.getZone()).withLaterOffsetAtOverlap());
  }

  /** As Python prints it. */
  @Override
  public String toString() {
    return isoformat().replace('T', ' ');
  }
}

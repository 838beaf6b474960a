package io.xephang.scheduler.cron;

import io.xephang.scheduler.cron.FieldValues.PlacedWeekday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A cron expression of five fields, or a preset such as {@code @daily}, on a clock without time
 * zones. It means what croniter, Airflow's library, takes it to mean: ranges may wrap ({@code
 * 22-2}), a day counts if either the day of the month or the day of the week fits when both are
 * given, {@code L} is the last day of a month, {@code 5#2} its second Friday, {@code L5} its last.
 */
public final class CronExpression {
  private static final Map<String, String> PRESETS =
      Map.of(
          "@hourly", "0 * * * *",
          "@daily", "0 0 * * *",
          "@weekly", "0 0 * * 0",
          "@monthly", "0 0 1 * *",
          "@quarterly", "0 0 1 */3 *",
          "@yearly", "0 0 1 1 *");

  /** 29 February on a given day of the week comes back within 28 years, or 40 around 2100. */
  private static final int YEARS = 50;

  private final String text;
  private final Map<CronField, FieldValues> fields;

  private CronExpression(String text, Map<CronField, FieldValues> fields) {
    this.text = text;
    this.fields = fields;
  }

  /**
   * Reads an expression.
   *
   * @throws InvalidCron if it is none, or if no day ever fits it
   */
  public static CronExpression parse(String expression) throws InvalidCron {
    String text = PRESETS.getOrDefault(expression, expression).strip();
    Iterator<String> parts = List.of(text.split("\\s+", -1)).iterator();
    Map<CronField, FieldValues> fields = new EnumMap<>(CronField.class);
    for (CronField field : CronField.values()) {
      if (!parts.hasNext()) {
        throw fiveFieldsExpected(expression);
      }
      fields.put(field, FieldValues.parse(field, parts.next(), expression));
    }
    if (parts.hasNext()) {
      throw fiveFieldsExpected(expression);
    }
    CronExpression cron = new CronExpression(text, fields);
    if (!cron.everFits()) {
      throw new InvalidCron(expression, "không ngày nào khớp / no day ever fits");
    }
    return cron;
  }

  private static InvalidCron fiveFieldsExpected(String expression) {
    return new InvalidCron(
        expression,
        "cần 5 trường (phút giờ ngày tháng thứ) hoặc một trong / expected 5 fields (minute hour"
            + " day month weekday) or one of "
            + String.join(", ", new TreeSet<>(PRESETS.keySet())));
  }

  /** The five fields. */
  public String text() {
    return text;
  }

  /** Whether every hour is meant: such a schedule follows the clock back in autumn. */
  boolean everyHour() {
    return fields.get(CronField.HOUR).unrestricted(CronField.HOUR);
  }

  /** The first minute that fits after this moment. */
  LocalDateTime next(LocalDateTime moment) {
    LocalDate date = moment.toLocalDate();
    LocalTime from = moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    if (from.equals(LocalTime.MIDNIGHT)) {
      date = date.plusDays(1);
    }
    for (LocalDate day = date; ; day = day.plusDays(1)) {
      if (fits(day)) {
        LocalTime time = firstFrom(day.equals(date) ? from : LocalTime.MIDNIGHT);
        if (time != null) {
          return day.atTime(time);
        }
      }
    }
  }

  /** The last minute that fits before this moment. */
  LocalDateTime previous(LocalDateTime moment) {
    LocalDateTime before = moment.minusNanos(1).truncatedTo(ChronoUnit.MINUTES);
    LocalDate date = before.toLocalDate();
    for (LocalDate day = date; ; day = day.minusDays(1)) {
      if (fits(day)) {
        LocalTime time = lastUntil(day.equals(date) ? before.toLocalTime() : LocalTime.of(23, 59));
        if (time != null) {
          return day.atTime(time);
        }
      }
    }
  }

  private boolean everFits() {
    LocalDate first = LocalDate.of(2000, 1, 1);
    return first.datesUntil(first.plusYears(YEARS)).anyMatch(this::fits);
  }

  private LocalTime firstFrom(LocalTime from) {
    for (int hour : values(CronField.HOUR).tailSet(from.getHour(), true)) {
      Integer minute =
          values(CronField.MINUTE).ceiling(hour == from.getHour() ? from.getMinute() : 0);
      if (minute != null) {
        return LocalTime.of(hour, minute);
      }
    }
    return null;
  }

  private LocalTime lastUntil(LocalTime until) {
    for (int hour : values(CronField.HOUR).headSet(until.getHour(), true).descendingSet()) {
      Integer minute =
          values(CronField.MINUTE)
              .floor(hour == until.getHour() ? until.getMinute() : CronField.MINUTE.most());
      if (minute != null) {
        return LocalTime.of(hour, minute);
      }
    }
    return null;
  }

  private NavigableSet<Integer> values(CronField field) {
    return fields.get(field).values();
  }

  private boolean fits(LocalDate day) {
    if (!values(CronField.MONTH).contains(day.getMonthValue())) {
      return false;
    }
    boolean anyDay = decidesNothing(CronField.DAY_OF_MONTH, CronField.DAY_OF_WEEK);
    boolean anyWeekday = decidesNothing(CronField.DAY_OF_WEEK, CronField.DAY_OF_MONTH);
    if (anyDay) {
      return anyWeekday || weekdayFits(day);
    }
    return anyWeekday ? dayFits(day) : dayFits(day) || weekdayFits(day);
  }

  /** A list of all values is no star if the other field of days has none: then either may fit. */
  private boolean decidesNothing(CronField field, CronField other) {
    FieldValues written = fields.get(field);
    return written.any() || (written.unrestricted(field) && fields.get(other).text().contains("*"));
  }

  private boolean dayFits(LocalDate day) {
    FieldValues days = fields.get(CronField.DAY_OF_MONTH);
    return days.values().contains(day.getDayOfMonth())
        || (days.lastDay() && day.getDayOfMonth() == day.lengthOfMonth());
  }

  private boolean weekdayFits(LocalDate day) {
    FieldValues weekdays = fields.get(CronField.DAY_OF_WEEK);
    int weekday = day.getDayOfWeek().getValue() % DayOfWeek.values().length;
    return weekdays.values().contains(weekday)
        || weekdays.weekdays().stream().anyMatch(placed -> fits(placed, weekday, day));
  }

  private static boolean fits(PlacedWeekday placed, int weekday, LocalDate day) {
    int week = DayOfWeek.values().length;
    boolean inPlace =
        placed.place() == 0
            ? day.getDayOfMonth() + week > day.lengthOfMonth()
            : (day.getDayOfMonth() - 1) / week + 1 == placed.place();
    return placed.weekday() == weekday && inPlace;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CronExpression cron && cron.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}

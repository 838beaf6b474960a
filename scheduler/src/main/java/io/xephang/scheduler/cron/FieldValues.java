package io.xephang.scheduler.cron;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * What one field of a cron expression allows.
 *
 * @param values numbers of the field
 * @param lastDay whether the last day of the month is meant too ({@code L}, days of the month)
 * @param weekdays days of the week at certain places of their month ({@code 5#2}, {@code L5})
 * @param any whether it was written as {@code *}
 * @param text as written
 */
record FieldValues(
    NavigableSet<Integer> values,
    boolean lastDay,
    List<PlacedWeekday> weekdays,
    boolean any,
    String text) {

  private static final String EVERY = "*";
  private static final String LAST = "l";

  /**
   * A day of the week at a place within its month.
   *
   * @param weekday Sunday is 0
   * @param place 1–5; 0 is the last one of the month
   */
  record PlacedWeekday(int weekday, int place) {}

  /** Reads a field. */
  static FieldValues parse(CronField field, String text, String expression) throws InvalidCron {
    NavigableSet<Integer> values = new TreeSet<>();
    List<PlacedWeekday> weekdays = new ArrayList<>();
    boolean lastDay = false;
    boolean any = false;
    boolean dayField = field == CronField.DAY_OF_MONTH || field == CronField.DAY_OF_WEEK;
    for (String part : text.toLowerCase(Locale.ROOT).split(",", -1)) {
      if (part.equals(EVERY) || (dayField && part.equals("?"))) {
        any = true;
        values.addAll(series(field.least(), field.most(), 1));
      } else if (field == CronField.DAY_OF_MONTH && part.equals(LAST)) {
        lastDay = true;
      } else if (field == CronField.DAY_OF_WEEK && (part.contains("#") || part.startsWith(LAST))) {
        weekdays.add(placed(field, part, expression));
      } else {
        values.addAll(numbers(field, part, expression));
      }
    }
    if (!weekdays.isEmpty() && !any && !values.isEmpty()) {
      throw new InvalidCron(
          expression,
          field.label()
              + " '"
              + text
              + "': không trộn thứ thường với # hay L / days with # or L cannot be mixed with"
              + " others");
    }
    return new FieldValues(values, lastDay, List.copyOf(weekdays), any, text);
  }

  /** Whether every value is meant, so that the field decides nothing. */
  boolean unrestricted(CronField field) {
    return values.size() == field.size();
  }

  private static PlacedWeekday placed(CronField field, String part, String expression)
      throws InvalidCron {
    boolean last = part.startsWith(LAST);
    String[] halves = last ? new String[] {part.substring(1), "0"} : part.split("#", -1);
    OptionalInt weekday = field.value(halves[0]);
    if (weekday.isEmpty() || halves.length != 2 || !halves[1].matches(last ? "0" : "[1-5]")) {
      throw new InvalidCron(
          expression,
          field.label() + " '" + part + "': cần như / expected something like 5#2 (#1–#5), L5");
    }
    return new PlacedWeekday(weekday.getAsInt(), Integer.parseInt(halves[1]));
  }

  private static List<Integer> numbers(CronField field, String part, String expression)
      throws InvalidCron {
    String[] stepped = part.split("/", -1);
    if (stepped.length > 2) {
      throw unreadable(field, part, expression);
    }
    int step = 1;
    if (stepped.length == 2) {
      if (!stepped[1].matches("[0-9]{1,3}") || Integer.parseInt(stepped[1]) == 0) {
        throw unreadable(field, part, expression);
      }
      step = Integer.parseInt(stepped[1]);
    }
    String range = stepped[0];
    if (range.equals(EVERY)) {
      return series(field.least(), field.most(), step);
    }
    String[] ends = range.split("-", -1);
    int from = value(field, ends[0], part, expression);
    if (ends.length == 1) {
      return stepped.length == 2 ? series(from, field.most(), step) : List.of(from);
    }
    if (ends.length > 2) {
      throw unreadable(field, part, expression);
    }
    int to = value(field, ends[1], part, expression);
    // A range from a value to itself is the whole cycle, as in 'sun-sun' or '0-7'.
    return from == to
        ? series(field.least(), field.most(), step)
        : from < to ? series(from, to, step) : wrapped(field, from, to, step);
  }

  private static List<Integer> series(int from, int to, int step) {
    List<Integer> series = new ArrayList<>();
    for (int value = from; value <= to; value += step) {
      series.add(value);
    }
    return series;
  }

  /** A range over the end of the field, such as 22-2; where a step lands is croniter's rule. */
  private static List<Integer> wrapped(CronField field, int from, int to, int step) {
    List<Integer> values = new ArrayList<>(series(from, field.most(), step));
    int last = values.get(values.size() - 1);
    int rest = field.most() - last;
    int skipped = last + step > field.most() + 1 && rest < step ? step - rest : 0;
    values.addAll(series(field.least() + skipped, to, step));
    return values;
  }

  private static int value(CronField field, String text, String part, String expression)
      throws InvalidCron {
    OptionalInt value = field.value(text);
    if (value.isEmpty()) {
      throw unreadable(field, part, expression);
    }
    return value.getAsInt();
  }

  private static InvalidCron unreadable(CronField field, String part, String expression) {
    return new InvalidCron(
        expression,
        field.label()
            + " '"
            + part
            + "': cần / expected *, "
            + field.least()
            + "–"
            + field.most()
            + ", a-b, */n");
  }
}

package io.xephang.schemas.feed;

import java.util.Optional;

/**
 * When the next statement of a unit is due. Exactly one of the two is given.
 *
 * @param beforeDayOfMonth one in every month, before this day
 * @param withinDays one within so many days of the last
 */
public record Expectation(Optional<Integer> beforeDayOfMonth, Optional<Integer> withinDays) {
  public Expectation {
    beforeDayOfMonth = beforeDayOfMonth == null ? Optional.empty() : beforeDayOfMonth;
    withinDays = withinDays == null ? Optional.empty() : withinDays;
    if (beforeDayOfMonth.isPresent() == withinDays.isPresent()) {
      throw new IllegalArgumentException(
          "'expected' wants either 'before_day_of_month' or 'within_days'");
    }
    beforeDayOfMonth.ifPresent(day -> requireBetween("before_day_of_month", day, 2, 28));
    withinDays.ifPresent(days -> requireBetween("within_days", days, 1, 3660));
  }

  private static void requireBetween(String key, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "'" + key + "' is " + value + ", expected " + low + " to " + high);
    }
  }
}

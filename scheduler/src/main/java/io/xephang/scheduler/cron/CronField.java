package io.xephang.scheduler.cron;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** A field of a cron expression, in the order written. */
enum CronField {
  MINUTE("phút / minute", 0, 59),
  HOUR("giờ / hour", 0, 23),
  DAY_OF_MONTH("ngày / day of month", 1, 31),
  MONTH("tháng / month", 1, 12),
  /** Sunday is 0. */
  DAY_OF_WEEK("thứ / day of week", 0, 6);

  private final String label;
  private final int least;
  private final int most;

  CronField(String label, int least, int most) {
    this.label = label;
    this.least = least;
    this.most = most;
  }

  String label() {
    return label;
  }

  int least() {
    return least;
  }

  int most() {
    return most;
  }

  int size() {
    return most - least + 1;
  }

  /** What one number or name means; empty if it means nothing here. */
  OptionalInt value(String text) {
    int named = names().indexOf(text.toLowerCase(Locale.ROOT));
    if (named >= 0) {
      return OptionalInt.of(named + least);
    }
    if (!text.matches("[0-9]{1,2}")) {
      return OptionalInt.empty();
    }
    int value = Integer.parseInt(text);
    // Sunday has two numbers.
    int meant = this == DAY_OF_WEEK && value == most + 1 ? least : value;
    return meant < least || meant > most ? OptionalInt.empty() : OptionalInt.of(meant);
  }

  /** From the least value on. */
  private List<String> names() {
    return switch (this) {
      case MINUTE, HOUR, DAY_OF_MONTH -> List.of();
      case MONTH ->
          List.of(
              "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
      case DAY_OF_WEEK -> List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    };
  }
}

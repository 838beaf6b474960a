package io.xephang.notebooks;

import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;

/** Months on the axis of a chart: {@code 8/2020}. */
final class MonthFormat {
  private MonthFormat() {}

  static DateFormat create() {
    DateFormat format = new SimpleDateFormat("M/yyyy", Locale.ROOT);
    format.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
    return format;
  }
}

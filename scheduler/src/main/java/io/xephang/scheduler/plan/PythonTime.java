package io.xephang.scheduler.plan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** Times written as Python writes them: microseconds if there are any, and always an offset. */
public final class PythonTime {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
  private static final DateTimeFormatter MICROSECONDS =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss.")
          .appendFraction(ChronoField.NANO_OF_SECOND, 6, 6, false)
          .appendOffset("+HH:MM", "+00:00")
          .toFormatter();

  private PythonTime() {}

  /** In UTC: {@code 2026-06-30T18:30:00+00:00}. */
  public static String isoformat(Instant moment) {
    return isoformat(moment.atZone(ZoneOffset.UTC));
  }

  /** With the offset of its zone: {@code 2026-07-01T01:30:00+07:00}. */
  public static String isoformat(ZonedDateTime time) {
    OffsetDateTime cut = time.toOffsetDateTime().truncatedTo(ChronoUnit.MICROS);
    return (cut.getNano() == 0 ? SECONDS : MICROSECONDS).format(cut);
  }
}

package io.xephang.cli.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.home.WallClock;
import io.xephang.warehouse.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Moments as people write and read them: by Vietnamese clocks unless an offset is given. What is
 * shown says its offset: run ids and logical dates beside it are in UTC.
 */
public final class ShownTime implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String written) {
    try {
      if (written.indexOf('T') < 0) {
        return LocalDate.parse(written).atStartOfDay(WallClock.ZONE).toInstant();
      }
      int time = written.indexOf('T');
      boolean offset =
          written.endsWith("Z") || written.indexOf('+', time) > 0 || written.indexOf('-', time) > 0;
      return offset
          ? OffsetDateTime.parse(written).toInstant()
          : LocalDateTime.parse(written).atZone(WallClock.ZONE).toInstant();
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'"
              + written
              + "': cần như / expected 2026-06-30, 2026-06-30T01:30:00 (Asia/Ho_Chi_Minh),"
              + " 2026-06-29T18:30:00+00:00");
    }
  }

  /** A moment of an answer, on a Vietnamese clock; null if there is none. */
  public static OffsetDateTime of(JsonNode moment) {
    return moment.isTextual()
        ? Instant.parse(moment.textValue()).atZone(WallClock.ZONE).toOffsetDateTime()
        : null;
  }

  /** A moment of an answer in words; says so if there is none. */
  public static String words(JsonNode moment) {
    OffsetDateTime time = of(moment);
    return time == null ? "không có / none" : PlainText.of(time);
  }
}

package io.xephang.warehouse;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** A value as plain text for programs and tables: ISO dates, a decimal point, no exponents. */
public final class PlainText {
  private PlainText() {}

  /**
   * The text of a value that a {@link RowSink} was given.
   *
   * @return empty for null
   */
  public static String of(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number number) {
      return isFinite(number) ? exact(number).toPlainString() : number.toString();
    }
    // Java leaves seconds out when they are 0.
    if (value instanceof LocalDateTime time) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
    if (value instanceof LocalTime time) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    if (value instanceof List<?> || value instanceof Map<?, ?>) {
      return json(value);
    }
    return value.toString();
  }

  /** Whether a number has digits: infinity and "not a number" have none. */
  public static boolean isFinite(Number number) {
    return !(number instanceof Double || number instanceof Float)
        || Double.isFinite(number.doubleValue());
  }

  /** The shortest decimal number that means the same binary fraction, or the very number. */
  static BigDecimal exact(Number number) {
    String digits = number.toString();
    return digits.contains("E") && !(number instanceof BigDecimal)
        ? new BigDecimal(digits).stripTrailingZeros()
        : new BigDecimal(digits);
  }

  private static String json(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonRows.FACTORY.createGenerator(text)) {
      JsonRows.write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}

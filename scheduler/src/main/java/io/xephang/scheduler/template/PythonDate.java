package io.xephang.scheduler.template;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates by Python's format codes: {@code %d/%m/%Y}. */
final class PythonDate {
  private static final String READABLE = "%Y %m %d %y";

  private PythonDate() {}

  /**
   * Writes a time.
   *
   * @throws TemplateFailed for a code that is not supported
   */
  static String format(ZonedDateTime time, String format) throws TemplateFailed {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < format.length(); at++) {
      char next = format.charAt(at);
      if (next != '%') {
        text.append(next);
      } else if (++at < format.length()) {
        text.append(code(time, format.charAt(at)));
      } else {
        text.append(next);
      }
    }
    return text.toString();
  }

  private static String code(ZonedDateTime time, char code) throws TemplateFailed {
    String pattern =
        switch (code) {
          case 'Y' -> "uuuu";
          case 'y' -> "uu";
          case 'm' -> "MM";
          case 'd' -> "dd";
          case 'H' -> "HH";
          case 'I' -> "hh";
          case 'M' -> "mm";
          case 'S' -> "ss";
          case 'f' -> "SSSSSS";
          case 'p' -> "a";
          case 'j' -> "DDD";
          case 'a' -> "EEE";
          case 'A' -> "EEEE";
          case 'b' -> "MMM";
          case 'B' -> "MMMM";
          case 'z' -> "xx";
          default -> null;
        };
    if (pattern != null) {
      return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
    }
    int weekday = time.getDayOfWeek().getValue();
    return switch (code) {
      case '%' -> "%";
      case 'F' -> format(time, "%Y-%m-%d");
      case 'T' -> format(time, "%H:%M:%S");
      case 'G' -> Integer.toString(time.get(IsoFields.WEEK_BASED_YEAR));
      case 'V' -> String.format(Locale.ROOT, "%02d", time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case 'u' -> Integer.toString(weekday);
      case 'w' -> Integer.toString(weekday % 7);
      case 'U' -> weekOfYear(time, weekday % 7);
      case 'W' -> weekOfYear(time, weekday - 1);
      case 'Z' -> zoneName(time);
      default ->
          throw new TemplateFailed("mã / code %" + code + " không hỗ trợ / is not supported");
    };
  }

  /** Weeks since the year's first day on which weeks begin; the days before it are week 00. */
  private static String weekOfYear(ZonedDateTime time, int daysSinceWeekBegan) {
    return String.format(Locale.ROOT, "%02d", (time.getDayOfYear() + 6 - daysSinceWeekBegan) / 7);
  }

  /** Names of zones are not what Python prints, so only the one that all agree on is given. */
  private static String zoneName(ZonedDateTime time) throws TemplateFailed {
    if (time.getZone().equals(ZoneOffset.UTC) || time.getZone().getId().equals("UTC")) {
      return "UTC";
    }
    throw new TemplateFailed(
        "%Z chỉ hỗ trợ UTC, hãy dùng %z / %Z is supported for UTC alone, use %z");
  }

  /**
   * Reads a date.
   *
   * @throws TemplateFailed if it does not have the format, or for a code that cannot be read
   */
  static LocalDate parse(String text, String format) throws TemplateFailed {
    StringBuilder pattern = new StringBuilder();
    List<Character> codes = new ArrayList<>();
    for (int at = 0; at < format.length(); at++) {
      char next = format.charAt(at);
      if (next == '%' && at + 1 < format.length()) {
        at++;
        codes.add(format.charAt(at));
        pattern.append(readable(format.charAt(at)));
      } else {
        pattern.append(Pattern.quote(String.valueOf(next)));
      }
    }
    Matcher matcher = Pattern.compile(pattern.toString()).matcher(text);
    if (!matcher.matches()) {
      throw notOfFormat(text, format);
    }
    int year = 1900;
    int month = 1;
    int day = 1;
    for (int group = 1; group <= codes.size(); group++) {
      int value = Integer.parseInt(matcher.group(group).strip());
      switch (codes.get(group - 1)) {
        case 'Y' -> year = value;
        // POSIX: 69–99 are of the last century.
        case 'y' -> year = value + (value < 69 ? 2000 : 1900);
        case 'm' -> month = value;
        default -> day = value;
      }
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw notOfFormat(text, format);
    }
  }

  private static String readable(char code) throws TemplateFailed {
    return switch (code) {
      case 'Y' -> "(\\d{4})";
      case 'y' -> "(\\d{2})";
      case 'm' -> "(1[0-2]|0[1-9]|[1-9])";
      case 'd' -> "(3[01]|[12]\\d|0[1-9]|[1-9])";
      default ->
          throw new TemplateFailed(
              "mã / code %"
                  + code
                  + " không đọc được / cannot be read; có / there are "
                  + READABLE);
    };
  }

  private static TemplateFailed notOfFormat(String text, String format) {
    return new TemplateFailed(
        "'" + text + "' không phải ngày dạng / is no date of the form " + format);
  }
}

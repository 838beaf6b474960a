package io.xephang.jobs.feed;

import io.xephang.jobs.feed.rows.RawRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the typed values of a row's cells and notes everything that is wrong with them, so that the
 * first reason in the contract's order can be given.
 */
final class CellReader {
  private static final int LONGEST_SHOWN = 100;
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
  private static final Pattern DAY_MONTH_YEAR = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern WHOLE = Pattern.compile("(\\d{1,18})(\\.0+)?");
  private static final Map<String, Boolean> YES_NO =
      Map.of("1", true, "0", false, "true", true, "false", false, "có", true, "không", false);

  private final Map<String, String> cells;
  private final List<Rejection> rejections = new ArrayList<>();

  CellReader(RawRow.Cells row) {
    this.cells = row.cells();
  }

  void reject(Reason reason, String detail) {
    rejections.add(new Rejection(reason, detail));
  }

  /** The rejection to give, if anything was wrong. */
  Optional<Rejection> rejection() {
    return rejections.stream().min(Comparator.comparing(Rejection::reason));
  }

  /** The text of a cell; null if it is empty. */
  String text(String column) {
    return cells.get(column);
  }

  String required(String column) {
    String value = cells.get(column);
    if (value == null) {
      reject(Reason.MISSING_FIELD, column + " is empty, expected a value");
    }
    return value;
  }

  /** An ISO date, or the Vietnamese {@code 20/8/2020} where it cannot be read the other way. */
  LocalDate date(String column) {
    return parsed(
        column,
        Reason.BAD_DATE,
        "a date like 2020-08-20, or like 20/8/2020 with a day above 12",
        value -> {
          var written = DAY_MONTH_YEAR.matcher(value);
          try {
            if (!written.matches()) {
              return LocalDate.parse(value);
            }
            int day = Integer.parseInt(written.group(1));
            int month = Integer.parseInt(written.group(2));
            // Programs set to American English write 8/9/2020 for the ninth of August.
            return day > 12 || day == month
                ? LocalDate.of(Integer.parseInt(written.group(3)), month, day)
                : null;
          } catch (DateTimeException e) {
            return null;
          }
        });
  }

  /** A count; {@code 10.0} is 10. */
  Long count(String column) {
    return parsed(
        column,
        Reason.BAD_NUMBER,
        "a count like 253",
        value -> {
          var whole = WHOLE.matcher(value);
          return whole.matches() ? Long.valueOf(whole.group(1)) : null;
        });
  }

  Double number(String column) {
    return parsed(
        column,
        Reason.BAD_NUMBER,
        "a number like 15 or 0.5",
        value -> NUMBER.matcher(value).matches() ? Double.valueOf(value) : null);
  }

  /** One amount of several that a field holds; 0 if it is no number, which is noted. */
  double amount(String field, String value) {
    if (NUMBER.matcher(value).matches()) {
      return Double.parseDouble(value);
    }
    reject(
        Reason.BAD_NUMBER,
        "found " + field + " '" + shown(value) + "', expected a number like 50000");
    return 0;
  }

  /** A yes/no column; empty means no. */
  boolean yes(String column) {
    Boolean yes =
        parsed(
            column,
            Reason.BAD_VALUE,
            "1/0, true/false or có/không",
            value -> YES_NO.get(value.toLowerCase(Locale.ROOT)));
    return yes != null && yes;
  }

  /** Any other value; {@code parse} answers null for what it does not take. */
  <T> T parsed(String column, Reason reason, String expected, Function<String, T> parse) {
    String value = cells.get(column);
    if (value == null) {
      return null;
    }
    T parsed = parse.apply(value);
    if (parsed == null) {
      reject(reason, "found " + column + " '" + shown(value) + "', expected " + expected);
    }
    return parsed;
  }

  private static String shown(String value) {
    return value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
  }
}

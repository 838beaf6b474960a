package io.xephang.warehouse.xlsx;

import io.xephang.warehouse.Measure;
import io.xephang.warehouse.ResultColumn;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Excel shows the cells of a column; Excel itself puts in the separators of the reader's
 * country, in Viet Nam {@code 54,53%} and {@code 1.234}.
 *
 * @param code Excel's, empty for numbers and texts as they are
 */
record NumberFormat(String code) {
  static final NumberFormat PLAIN = new NumberFormat("");
  static final NumberFormat PERCENT = new NumberFormat("0.00%");

  private static final NumberFormat THOUSANDS = new NumberFormat("#,##0");
  private static final NumberFormat TWO_DECIMALS = new NumberFormat("0.00");
  private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\(\\d+,(\\d+)\\)");
  private static final Pattern WHOLE = Pattern.compile("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?");
  private static final Pattern FRACTIONAL = Pattern.compile("FLOAT|DOUBLE|DECIMAL.*");

  /** For people: dates as in Viet Nam, rates as percentages, counts with thousands. */
  static NumberFormat formatted(ResultColumn column, Optional<Measure> measure) {
    Matcher decimal = DECIMAL.matcher(column.type());
    if (FRACTIONAL.matcher(column.type()).matches() && measure.isPresent()) {
      return switch (measure.get()) {
        case FRACTION -> PERCENT;
        case POINTS -> TWO_DECIMALS;
        case DONG -> THOUSANDS;
        case COUNT, DAYS -> PLAIN;
      };
    }
    if (WHOLE.matcher(column.type()).matches()) {
      return measure.filter(of -> of == Measure.COUNT || of == Measure.DONG).isPresent()
          ? THOUSANDS
          : PLAIN;
    }
    if (decimal.matches() && Integer.parseInt(decimal.group(1)) > 0) {
      return new NumberFormat("0." + "0".repeat(Integer.parseInt(decimal.group(1))));
    }
    return time(column, "dd/mm/yyyy");
  }

  /** For further work: numbers as they are, dates as ISO writes them. */
  static NumberFormat raw(ResultColumn column) {
    return time(column, "yyyy-mm-dd");
  }

  private static NumberFormat time(ResultColumn column, String day) {
    return switch (column.type()) {
      case "DATE" -> new NumberFormat(day);
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
          new NumberFormat(day + " hh:mm:ss");
      case "TIME" -> new NumberFormat("hh:mm:ss");
      default -> PLAIN;
    };
  }
}

package io.xephang.jobs.feed.rows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/**
 * Numbers as a sheet shows them, as far as that changes what they say: dates are ISO dates, and
 * percentages are printed with the decimals of their format and a comma. All other numbers are
 * given in full, {@code 10.0} as 10.
 */
final class CellFormats {
  /** Excel computes with so many digits and shows no more. */
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

  private static final int LARGEST_EXPONENT = 30;
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.");
  private static final Pattern DECIMALS = Pattern.compile("\\.([0#?]+)");

  private final StylesTable styles;
  private final boolean since1904;
  private final Map<Integer, Format> known = new HashMap<>();

  CellFormats(StylesTable styles, boolean since1904) {
    this.styles = styles;
    this.since1904 = since1904;
  }

  /** What a format makes of a number. */
  private record Format(boolean date, boolean percent, int decimals, boolean optionalDecimals) {}

  /** The number of a cell in the style of this index. */
  String text(String number, int style) {
    BigDecimal value;
    try {
      value = new BigDecimal(number.strip());
    } catch (NumberFormatException e) {
      return number;
    }
    // Neither a count nor a date; written out it might have a billion digits.
    if (value.signum() != 0
        && Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT) {
      return number;
    }
    Format format = known.computeIfAbsent(style, this::format);
    if (format.date() && DateUtil.isValidExcelDate(value.doubleValue())) {
      return date(value.doubleValue());
    }
    BigDecimal exact = value.round(DIGITS);
    return format.percent() ? percentage(exact, format) : plain(exact);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String percentage(BigDecimal fraction, Format format) {
    BigDecimal printed =
        fraction.movePointRight(2).setScale(format.decimals(), RoundingMode.HALF_UP);
    String digits = format.optionalDecimals() ? plain(printed) : printed.toPlainString();
    return digits.replace('.', ',') + "%";
  }

  private String date(double serial) {
    LocalDateTime time = DateUtil.getLocalDateTime(serial, since1904);
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : time.toString();
  }

  private Format format(int style) {
    XSSFCellStyle found =
        style < 0 || style >= styles.getNumCellStyles() ? null : styles.getStyleAt(style);
    if (found == null || found.getDataFormatString() == null) {
      return new Format(false, false, 0, false);
    }
    String written = found.getDataFormatString();
    String positive = QUOTED.matcher(written).replaceAll("").split(";", 2)[0];
    Matcher decimals = DECIMALS.matcher(positive);
    String places = decimals.find() ? decimals.group(1) : "";
    return new Format(
        DateUtil.isADateFormat(found.getDataFormat(), written),
        positive.contains("%"),
        places.length(),
        places.contains("#"));
  }
}

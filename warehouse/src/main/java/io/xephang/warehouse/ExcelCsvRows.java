package io.xephang.warehouse;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a result as the CSV that Excel opens right by a double click where numbers are written as
 * in Viet Nam: with a byte order mark, semicolons and decimal commas.
 *
 * <p>What is text stays text. Excel would run a text that begins like a formula: it gets an
 * apostrophe before it, as does one that begins with an apostrophe. Excel would turn a text that
 * looks like a number or a date into another one ({@code 1.003560}, {@code 3/4}, {@code 0012}), and
 * cuts a number after 15 digits: these are written as {@code ="1.003560"}.
 */
public final class ExcelCsvRows implements RowSink {
  /** Without it Excel takes UTF-8 for the code page of its Windows. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final Pattern FORMULA =
      Pattern.compile("['=+\\-@＝＋－＠\\t\\r\\n].*", Pattern.DOTALL);

  private static final Pattern LIKE_A_NUMBER =
      Pattern.compile("\\s*[(+\\-]*[\\d.,][\\d.,/:\\-\\s%EeAaPpMm+()]*");

  private final Writer out;
  private final CsvWriter csv;

  /** Writes to the given writer, which stays open. */
  public ExcelCsvRows(Writer out) {
    this.out = out;
    this.csv = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(out);
  }

  @Override
  public void columns(List<ResultColumn> columns) throws IOException {
    out.write(BYTE_ORDER_MARK);
    csv.writeRecord(columns.stream().map(column -> text(column.name())).toList());
  }

  @Override
  public void row(List<Object> values) {
    csv.writeRecord(values.stream().map(ExcelCsvRows::field).toList());
  }

  @Override
  public void end() throws IOException {
    csv.flush();
  }

  private static String field(Object value) {
    if (value == null) {
      return "";
    }
    String plain = PlainText.of(value);
    if (value instanceof Number number && PlainText.isFinite(number)) {
      return ExcelNumber.isKept(number) ? plain.replace('.', ',') : literal(plain);
    }
    // The T between date and time would make it text.
    return value instanceof LocalDateTime ? plain.replace('T', ' ') : typed(value, plain);
  }

  private static String typed(Object value, String plain) {
    boolean known =
        value instanceof Boolean || value instanceof LocalDate || value instanceof LocalTime;
    return known ? plain : text(plain);
  }

  private static String text(String text) {
    if (LIKE_A_NUMBER.matcher(text).matches()) {
      return literal(text);
    }
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /** A formula that is nothing but the text: {@code LIKE_A_NUMBER} has no quotation marks. */
  private static String literal(String text) {
    return "=\"" + text + "\"";
  }
}

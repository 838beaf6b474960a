package io.xephang.warehouse.xlsx;

import io.xephang.warehouse.ExcelNumber;
import io.xephang.warehouse.PlainText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Worksheet;

/** Values as cells: of the type they have where Excel has it, else as text, never as formulas. */
final class Cells {
  private final Worksheet sheet;
  private long textsCut;

  Cells(Worksheet sheet) {
    this.sheet = sheet;
  }

  /**
   * Writes a value as rows have it.
   *
   * @param value nothing is written for null
   */
  void value(int row, int column, Object value) {
    if (value == null) {
      return;
    }
    if (value instanceof Number number) {
      number(row, column, number);
    } else if (value instanceof Boolean truth) {
      sheet.value(row, column, truth);
    } else if (value instanceof LocalDate day && SerialDate.has(day)) {
      number(row, column, SerialDate.of(day));
    } else if (value instanceof LocalDateTime time && SerialDate.has(time.toLocalDate())) {
      number(row, column, SerialDate.of(time));
    } else if (value instanceof LocalTime time) {
      number(row, column, SerialDate.of(time));
    } else {
      text(row, column, PlainText.of(value));
    }
  }

  void text(int row, int column, String text) {
    String whole = text;
    if (XlsxText.isTooLong(text)) {
      textsCut++;
      whole = XlsxText.cut(text);
    }
    String escaped = XlsxText.escaped(whole);
    if (XlsxText.needsItsSpace(escaped)) {
      // Of inline texts the library keeps space in rich ones alone.
      sheet.inlineString(row, column, RichText.builder().run(escaped).end().build());
    } else {
      sheet.inlineString(row, column, escaped);
    }
  }

  /** How many texts were too long. */
  long textsCut() {
    return textsCut;
  }

  private void number(int row, int column, Number number) {
    if (!PlainText.isFinite(number) || !ExcelNumber.isKept(number)) {
      text(row, column, PlainText.of(number));
      return;
    }
    sheet.value(
        row,
        column,
        number instanceof Long || number instanceof Double
            ? number
            : new BigDecimal(PlainText.of(number)));
  }
}

package io.xephang.warehouse.xlsx;

import io.xephang.warehouse.Measure;
import io.xephang.warehouse.PlainText;
import io.xephang.warehouse.ResultColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How the columns of a result look, the same on every sheet. */
record ColumnLayouts(List<ColumnLayout> columns) {
  private static final int NARROWEST = 6;
  private static final int WIDEST = 60;

  /** Room for the button of the filter beside a name, and for separators within a number. */
  private static final int SLACK = 3;

  ColumnLayouts {
    columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param width in characters
   */
  record ColumnLayout(String name, NumberFormat format, int width) {}

  /**
   * Chooses by the first rows.
   *
   * @param formats as the types and names of columns suggest
   */
  static ColumnLayouts of(
      List<ResultColumn> columns,
      List<List<Object>> rows,
      Function<ResultColumn, NumberFormat> formats) {
    List<ColumnLayout> layouts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ResultColumn column = columns.get(i);
      NumberFormat format = formats.apply(column);
      int width = column.name().length();
      boolean fractions = true;
      for (List<Object> row : rows) {
        Object value = row.get(i);
        fractions &= !(value instanceof Number number) || Measure.FRACTION.fits(number);
        width = Math.max(width, format.equals(NumberFormat.PLAIN) ? length(value) : NARROWEST * 2);
      }
      layouts.add(
          new ColumnLayout(
              column.name(),
              format.equals(NumberFormat.PERCENT) && !fractions ? NumberFormat.PLAIN : format,
              Math.max(NARROWEST, Math.min(WIDEST, width + SLACK))));
    }
    return new ColumnLayouts(layouts);
  }

  private static int length(Object value) {
    return PlainText.of(value).lines().mapToInt(String::length).max().orElse(0);
  }
}

package io.xephang.notebooks;

import io.xephang.warehouse.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * An answer: shown as a table when it is the last thing in a cell.
 *
 * @param title above the table; empty for none
 * @param columns names as the SELECT has them
 * @param headings what stands above the columns
 * @param measures what numbers count in, by column
 * @param rows the values, in the order of the columns
 */
public record ResultTable(
    String title,
    List<String> columns,
    List<String> headings,
    Map<String, Measure> measures,
    List<List<Object>> rows) {

  public ResultTable {
    columns = List.copyOf(columns);
    headings = List.copyOf(headings);
    measures = Map.copyOf(measures);
    rows = List.copyOf(rows);
  }

  /** The same with a title in both languages. */
  public ResultTable titled(String vi, String en) {
    return new ResultTable(vi + " / " + en, columns, headings, measures, rows);
  }

  /**
   * The same with other headings.
   *
   * @param words one for each column
   * @throws IllegalArgumentException if there are more or fewer
   */
  public ResultTable headed(String... words) {
    if (words.length != columns.size()) {
      throw new IllegalArgumentException(
          "cần %1$d tiêu đề, có %2$d / expected %1$d headings, found %2$d: %3$s"
              .formatted(columns.size(), words.length, columns));
    }
    return new ResultTable(title, columns, List.of(words), measures, rows);
  }

  /**
   * The same, where these columns count in a measure. What columns of views count in is known; this
   * is for those that a SELECT names anew.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public ResultTable measured(Measure measure, String... counted) {
    Map<String, Measure> known = new HashMap<>(measures);
    for (String column : counted) {
      known.put(columns.get(place(column)), measure);
    }
    return new ResultTable(title, columns, headings, known, rows);
  }

  /** Some of the columns, in this order. */
  public ResultTable only(String... kept) {
    int[] places = Arrays.stream(kept).mapToInt(this::place).toArray();
    return new ResultTable(
        title,
        List.of(kept),
        Arrays.stream(places).mapToObj(headings::get).toList(),
        measures,
        rows.stream().map(row -> at(row, places)).toList());
  }

  private static List<Object> at(List<Object> row, int[] places) {
    List<Object> values = new ArrayList<>();
    for (int place : places) {
      values.add(row.get(place));
    }
    return Collections.unmodifiableList(values);
  }

  /** The first rows. */
  public ResultTable first(int count) {
    return new ResultTable(
        title, columns, headings, measures, rows.subList(0, Math.min(count, rows.size())));
  }

  /** The rows of which something holds. */
  public ResultTable where(Predicate<Row> condition) {
    return new ResultTable(
        title,
        columns,
        headings,
        measures,
        rows.stream().filter(row -> condition.test(new Row(this, row))).toList());
  }

  /**
   * A row.
   *
   * @param number from 0
   * @throws IllegalArgumentException if there is none
   */
  public Row row(int number) {
    if (number < 0 || number >= rows.size()) {
      throw new IllegalArgumentException(
          "không có dòng %d, bảng có %d dòng / there is no row %1$d, the table has %2$d"
              .formatted(number, rows.size()));
    }
    return new Row(this, rows.get(number));
  }

  /** All rows. */
  public List<Row> all() {
    return rows.stream().map(row -> new Row(this, row)).toList();
  }

  int place(String column) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(
          "không có cột %s / there is no column %1$s; có / there are %2$s"
              .formatted(column, columns));
    }
    return place;
  }

  /** A row of a table. */
  public record Row(ResultTable table, List<Object> values) {
    /** A value; may be null. */
    public Object value(String column) {
      return values.get(table.place(column));
    }

    /** A number; null if there is none. */
    public Number number(String column) {
      return (Number) value(column);
    }

    /** A value as it is shown. */
    public String text(String column) {
      return Written.value(value(column), table.measures().get(column));
    }
  }
}

package io.xephang.warehouse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row that is not what it should be. All values are plain text, empty for null.
 *
 * @param key which row: columns and their values, in the order of the table's key
 * @param fields the columns that differ; of a row that one side lacks, all
 */
public record Difference(Kind kind, Map<String, String> key, List<Field> fields) {
  public Difference {
    key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
    fields = List.copyOf(fields);
  }

  /** What is wrong. */
  public enum Kind {
    /** A row of this key stands on both sides, with other values. */
    DIFFERENT,
    /** The row should be there and is not. */
    MISSING,
    /** The row is there and should not be, or is there once too often. */
    UNEXPECTED,
    /** A file or table cannot be read. */
    UNREADABLE
  }

  /**
   * One column.
   *
   * @param found as published or served; null if there is no such row
   * @param expected as recomputed or published; null if there should be no such row
   */
  public record Field(String column, String found, String expected) {}

  /** The unit that the row speaks of, if it speaks of one. */
  public Optional<String> unit() {
    return Optional.ofNullable(key.get("unit_code"));
  }

  /** The day from which on the row holds, if it has one. */
  public Optional<String> day() {
    return Stream.of("valid_from", "snapshot_date", "as_of", "period_start", "month")
        .map(key::get)
        .filter(this::said)
        .findFirst();
  }

  private boolean said(String value) {
    return value != null && !value.isEmpty();
  }

  static Difference unreadable(String what, String name, String message) {
    return new Difference(
        Kind.UNREADABLE, Map.of(what, name), List.of(new Field("message", message, null)));
  }
}

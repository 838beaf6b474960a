package io.xephang.warehouse.query;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be written for a parameter, and what it becomes. */
public enum ParameterType {
  /** A day such as 2020-08-20; as a default also {@code publication}: its as-of date. */
  @JsonProperty("date")
  DATE("ngày như 2020-08-20", "a date like 2020-08-20"),
  /** A whole number from 0 on. */
  @JsonProperty("count")
  COUNT("số nguyên không âm như 10", "a whole number like 10"),
  /** The id of an indicator. */
  @JsonProperty("indicator")
  INDICATOR("mã chỉ số như level4_rate", "the id of an indicator like level4_rate"),
  /** A unit by its code in either form, its name or an alias; becomes its code. */
  @JsonProperty("unit")
  UNIT("mã hoặc tên đơn vị như H47", "the code or name of a unit like H47"),
  /** One of the values that the parameter lists. */
  @JsonProperty("choice")
  CHOICE("một trong các giá trị", "one of its values"),
  /** Any text. */
  @JsonProperty("text")
  TEXT("văn bản", "a text");

  private final String vi;
  private final String en;

  ParameterType(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /** What is expected, in both languages. */
  public String expected() {
    return vi + " / " + en;
  }
}

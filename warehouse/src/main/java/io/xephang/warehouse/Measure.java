package io.xephang.warehouse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.stream.Stream;

/** What a number of the served surface counts in, so that it can be shown as people write it. */
public enum Measure {
  /** A fraction of 1: a rate, shown as a percentage. */
  @JsonProperty("fraction")
  FRACTION("fraction"),
  /** How many there are. */
  @JsonProperty("count")
  COUNT("count"),
  /** Percentage points. */
  @JsonProperty("points")
  POINTS("points"),
  @JsonProperty("days")
  DAYS("days"),
  /** Đồng. */
  @JsonProperty("dong")
  DONG("dong");

  private final String id;

  Measure(String id) {
    this.id = id;
  }

  /** As it stands in the view {@code dictionary}. */
  public String id() {
    return id;
  }

  /**
   * Whether a number can be one of it. A fraction beyond 1 is one that somebody has multiplied by
   * 100, and would be shown as a wrong percentage.
   */
  public boolean fits(Number value) {
    return this != FRACTION || Math.abs(value.doubleValue()) <= 1;
  }

  static Optional<Measure> parse(String written) {
    return Stream.of(values()).filter(measure -> measure.id.equals(written)).findFirst();
  }
}

package io.xephang.schemas.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.stream.Stream;

/** Which values are better: what a ranking puts first. */
public enum Direction {
  @JsonProperty("higher_is_better")
  HIGHER_IS_BETTER("higher_is_better"),
  @JsonProperty("lower_is_better")
  LOWER_IS_BETTER("lower_is_better");

  private final String id;

  Direction(String id) {
    this.id = id;
  }

  /** As it stands in the view {@code indicator}. */
  public String id() {
    return id;
  }

  public static Optional<Direction> parse(String written) {
    return Stream.of(values()).filter(direction -> direction.id.equals(written)).findFirst();
  }
}

package io.xephang.schemas.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a rate speaks of a day or of a period. */
public enum IndicatorKind {
  @JsonProperty("as_of")
  AS_OF("as_of", PeriodType.AS_OF),
  @JsonProperty("period")
  PERIOD("period", PeriodType.MONTH);

  private final String id;
  private final PeriodType defaultPeriodType;

  IndicatorKind(String id, PeriodType defaultPeriodType) {
    this.id = id;
    this.defaultPeriodType = defaultPeriodType;
  }

  /** As it stands in the view {@code indicator}. */
  public String id() {
    return id;
  }

  /** What is meant when nobody says a period type. */
  public PeriodType defaultPeriodType() {
    return defaultPeriodType;
  }
}

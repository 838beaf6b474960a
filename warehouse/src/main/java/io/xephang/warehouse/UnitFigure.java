package io.xephang.warehouse;

import io.xephang.schemas.indicator.Direction;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.ExplainedIndicator.DueTarget;
import java.time.LocalDate;

/**
 * What a unit has of an indicator on a day, or in the month around it, beside the month before.
 *
 * @param numerator null if it has no value
 * @param denominator null if it has no value
 * @param dataDate of the newest catalog, or the last day that is counted; null if it has no value
 * @param numeratorBefore on the last day of the month before, or in that month; null without a
 *     value
 * @param target the next one to reach, else the last that was due; null if there is none
 */
public record UnitFigure(
    String indicator,
    String nameVi,
    PeriodType periodType,
    Direction direction,
    Long numerator,
    Long denominator,
    LocalDate dataDate,
    Long numeratorBefore,
    Long denominatorBefore,
    DueTarget target) {

  /** Whether it has a value: counts, and a denominator other than 0. */
  public boolean hasValue() {
    return numerator != null && denominator != null && denominator > 0;
  }

  /** Likewise of the month before. */
  public boolean hasValueBefore() {
    return numeratorBefore != null && denominatorBefore != null && denominatorBefore > 0;
  }
}

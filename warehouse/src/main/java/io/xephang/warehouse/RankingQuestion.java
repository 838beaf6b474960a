package io.xephang.warehouse;

import io.xephang.schemas.Required;
import io.xephang.schemas.indicator.PeriodType;
import java.time.LocalDate;

/**
 * Which ranking is asked for.
 *
 * @param asOf any day: the values that hold on it, or of the period that it lies in
 */
public record RankingQuestion(
    String indicator, LocalDate asOf, Basis basis, PeriodType periodType) {
  public RankingQuestion {
    Required.text("indicator", indicator);
    Required.present("asOf", asOf);
    Required.present("basis", basis);
    Required.present("periodType", periodType);
  }
}

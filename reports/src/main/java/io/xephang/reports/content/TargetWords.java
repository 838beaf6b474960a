package io.xephang.reports.content;

import io.xephang.reports.annex.PrintedRate;
import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.reports.template.Placeholder;
import io.xephang.warehouse.UnitFigure;
import java.util.Map;

/** The target of an indicator, and how far a unit is from it. */
final class TargetWords {
  private TargetWords() {}

  /** Adds them to the values of a document; nothing if no target is set. */
  static void add(Map<Placeholder, String> values, UnitFigure figure) {
    if (figure.target() == null) {
      return;
    }
    values.put(
        Placeholder.TARGET,
        PrintedRate.target(figure.target().value())
            + " (hạn "
            + VietnameseNumber.date(figure.target().due())
            + ")");
    Ratio.of(figure)
        .ifPresent(
            rate ->
                values.put(
                    Placeholder.TARGET_GAP,
                    PercentagePoints.gap(rate.minus(figure.target().value()), figure.direction())));
  }
}

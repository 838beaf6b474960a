package io.xephang.cli.result;

import io.xephang.cli.DisplayText;
import io.xephang.reports.annex.PrintedRate;
import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.warehouse.Measure;
import io.xephang.warehouse.PlainText;
import java.math.BigDecimal;
import java.util.List;

/**
 * The cells of one column as people read them: rates and percentage points as annexes print them,
 * {@code 54,53%} and {@code 1,25}, everything else exactly.
 */
final class MeasuredText {
  private static final int DIGITS_OF_POINTS = 2;

  private final Measure measure;

  /**
   * Looks at the column.
   *
   * @param measure null if nothing is known of it
   */
  MeasuredText(Measure measure, List<Object> cells) {
    boolean fits =
        measure != null
            && cells.stream().allMatch(cell -> !isFractional(cell) || measure.fits((Number) cell));
    this.measure = fits ? measure : null;
  }

  String of(Object cell) {
    if (isFractional(cell)) {
      if (measure == Measure.FRACTION) {
        return PrintedRate.of(((Number) cell).doubleValue());
      }
      if (measure == Measure.POINTS) {
        return VietnameseNumber.decimal(decimal(cell), DIGITS_OF_POINTS);
      }
    }
    return DisplayText.of(PlainText.of(cell));
  }

  private static boolean isFractional(Object cell) {
    if (cell instanceof Double || cell instanceof Float) {
      return PlainText.isFinite((Number) cell);
    }
    return cell instanceof BigDecimal;
  }

  private static BigDecimal decimal(Object cell) {
    return new BigDecimal(PlainText.of(cell));
  }
}

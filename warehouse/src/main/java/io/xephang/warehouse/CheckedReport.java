package io.xephang.warehouse;

import java.time.LocalDate;

/**
 * What a unit reported, against the counts that it gave.
 *
 * @param asOf the date of the figures, by the report
 * @param printedValue as it was printed; null if nothing was
 * @param verdict as in the view {@code reconciliation}
 * @param source null if the report names none
 * @param note null if it has none
 */
public record CheckedReport(
    String unitCode,
    LocalDate asOf,
    Long numerator,
    Long denominator,
    String printedValue,
    Verdict verdict,
    String source,
    String note,
    String file) {

  /** Whether a print is what the counts beside it give. */
  public enum Verdict {
    EXACT,
    ROUNDED,
    TRUNCATED,
    MISMATCH,
    NOT_CHECKABLE
  }
}

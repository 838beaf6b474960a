package io.xephang.warehouse;

import java.time.LocalDate;

/**
 * A line of a ranking.
 *
 * @param serial place in the shown order, from 1
 * @param rank shared by equal values; null without a value
 * @param value fraction of 1
 * @param printedValue as it was printed; reported values only
 * @param dataDate of the newest catalog or report used
 */
public record RankedUnit(
    int serial,
    Integer rank,
    String unitCode,
    String unitName,
    Long numerator,
    Long denominator,
    Double value,
    String printedValue,
    LocalDate periodStart,
    LocalDate periodEnd,
    LocalDate dataDate) {}

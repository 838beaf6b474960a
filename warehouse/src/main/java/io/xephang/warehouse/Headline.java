package io.xephang.warehouse;

import java.time.LocalDate;

/**
 * The figures of a letter for one scope. Rates are fractions of 1.
 *
 * @param scope {@code VN}, {@code VN.ministry} or {@code VN.province}
 * @param units how many have a value
 * @param numerator null if a unit with a value has no counts
 * @param meanRate unweighted mean of the units' rates
 * @param target null if the indicator has none
 * @param distanceToTarget pooled rate minus target
 */
public record Headline(
    String scope,
    long units,
    Long numerator,
    Long denominator,
    Double meanRate,
    long belowTenPercent,
    Double target,
    LocalDate targetDue,
    Long reachingTarget,
    Double distanceToTarget) {}

package io.xephang.warehouse;

import java.time.LocalDate;

/**
 * A unit as it is called on a day.
 *
 * @param kind null if no feed describes it
 * @param validFrom first day of this version; null = since ever
 * @param validTo last day of this version; null = for good
 * @param listed whether it stands in rankings, headlines and sums
 * @param exists whether it exists on the day
 */
public record ExplainedUnit(
    String code,
    String name,
    String fullName,
    String kind,
    LocalDate validFrom,
    LocalDate validTo,
    boolean listed,
    boolean exists) {

  static ExplainedUnit undescribed(String code) {
    return new ExplainedUnit(code, code, code, null, null, null, true, true);
  }

  /** Whether targets are set for it: for ministries, provinces and the nation, not below them. */
  public boolean hasTargets() {
    return isSum() || "ministry".equals(kind) || "province".equals(kind);
  }

  /** Whether it is no unit but a sum over ministries or provinces. */
  public boolean isSum() {
    return "nation".equals(kind);
  }
}

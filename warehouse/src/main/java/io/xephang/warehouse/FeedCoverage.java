package io.xephang.warehouse;

import java.time.LocalDate;
import java.util.List;

/**
 * Who has to deliver a feed and who is late, as of the publication.
 *
 * @param units from whom something is expected, or who has delivered
 */
public record FeedCoverage(String feed, int units, List<LateUnit> late) {
  public FeedCoverage {
    late = List.copyOf(late);
  }

  /**
   * A unit that should have delivered by now.
   *
   * @param lastDate null if it never did
   * @param expectedBy null if it never did
   */
  public record LateUnit(
      String unitCode, String unitName, LocalDate lastDate, LocalDate expectedBy) {}
}

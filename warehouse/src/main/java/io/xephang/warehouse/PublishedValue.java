package io.xephang.warehouse;

import java.time.LocalDate;
import java.util.List;

/**
 * A value as it is published.
 *
 * @param validFrom first day on which it holds, or of its period; null for a sum of reports, which
 *     is formed when it is asked for
 * @param validTo the first day on which it holds no more; null = it still holds
 * @param numerator null if it is not known
 * @param value fraction of 1; null if the denominator is 0 or nothing can be summed
 * @param printedValue as it was printed; reported values only
 * @param dataDate of the newest catalog or report used
 * @param ranks its places, the national one first
 */
public record PublishedValue(
    LocalDate validFrom,
    LocalDate validTo,
    Long numerator,
    Long denominator,
    Double value,
    String printedValue,
    LocalDate dataDate,
    List<PeerRank> ranks) {

  public PublishedValue {
    ranks = List.copyOf(ranks);
  }

  /**
   * A place within a peer group.
   *
   * @param rank null without a value
   * @param ranked how many units have a rank
   */
  public record PeerRank(String peerGroup, Integer rank, long ranked) {}
}

package io.xephang.home;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Which publications may be removed: those that are neither among the newest nor young nor
 * labelled.
 *
 * @param keepLast how many of the newest stay, at least 2: readers may still be at the one before
 *     the last
 * @param olderThanDays how old one must be, counted from its publication
 */
public record RetentionRule(int keepLast, int olderThanDays) {
  private static final int FEWEST = 2;

  public RetentionRule {
    if (keepLast < FEWEST) {
      throw new IllegalArgumentException(
          "--keep-last " + keepLast + ": ít nhất / expected at least " + FEWEST);
    }
    if (olderThanDays < 0) {
      throw new IllegalArgumentException(
          "--older-than " + olderThanDays + ": không âm / expected 0 or more days");
    }
  }

  /**
   * Those that may be removed, oldest first.
   *
   * @param labelled ids
   * @param now Vietnamese wall-clock time
   */
  public List<Publication> removable(
      List<Publication> publications, Set<Long> labelled, LocalDateTime now) {
    LocalDateTime latest = now.minusDays(olderThanDays);
    List<Publication> oldestFirst =
        publications.stream().sorted(Comparator.comparingLong(Publication::id)).toList();
    return oldestFirst.subList(0, Math.max(0, oldestFirst.size() - keepLast)).stream()
        .filter(publication -> publication.publishedAt().isBefore(latest))
        .filter(publication -> !labelled.contains(publication.id()))
        .toList();
  }
}

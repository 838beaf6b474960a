package io.xephang.jobs.conform;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a night does to the partitions of the table dossier, so that its cost follows what it brings
 * and not what is there: every night closes some dossiers of each month of the year before, and
 * says something again of a few that were settled long ago.
 *
 * @param rewritten those that are written anew, as a whole
 * @param thinned those that stay but for a few rows, which are deleted
 * @param grown those that stay and get rows added
 */
record DossierRewriting(
    Set<DossierPartition> rewritten, Set<DossierPartition> thinned, Set<DossierPartition> grown) {
  /** So many rows are deleted one by one; with more a partition is rewritten. */
  static final long FEW = 1_000;

  /** With so many files a partition is still read nearly as fast as with one. */
  static final int FILES = 8;

  /** So many partitions are merged in a night for their files: they grow alike, night by night. */
  static final int MERGED = 1;

  DossierRewriting {
    rewritten = Set.copyOf(rewritten);
    thinned = Set.copyOf(thinned);
    grown = Set.copyOf(grown);
  }

  /**
   * Plans.
   *
   * @param before how many rows of a partition are no longer true
   * @param after how many rows are new in a partition
   * @param files how many files a partition has, by {@link DossierPartition#path}
   */
  static DossierRewriting of(
      SortedMap<DossierPartition, Long> before,
      SortedMap<DossierPartition, Long> after,
      Map<String, Integer> files) {
    Set<DossierPartition> rewritten = new HashSet<>();
    before.forEach(
        (partition, rows) -> {
          // What is open is little, and half of it changes anyway.
          if (!partition.settled() || rows > FEW) {
            rewritten.add(partition);
          }
        });
    Stream.concat(before.keySet().stream(), after.keySet().stream())
        .distinct()
        .filter(partition -> !rewritten.contains(partition))
        .filter(partition -> files.getOrDefault(partition.path(), 0) >= FILES)
        .sorted(
            Comparator.comparing((DossierPartition partition) -> files.get(partition.path()))
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(MERGED)
        .forEach(rewritten::add);
    return new DossierRewriting(
        rewritten, without(rewritten, before.keySet()), without(rewritten, after.keySet()));
  }

  /** Whether nothing is written but what is deleted. */
  boolean isEmpty() {
    return rewritten.isEmpty() && grown.isEmpty();
  }

  private static Set<DossierPartition> without(
      Set<DossierPartition> rewritten, Set<DossierPartition> partitions) {
    return partitions.stream()
        .filter(partition -> !rewritten.contains(partition))
        .collect(Collectors.toUnmodifiableSet());
  }
}

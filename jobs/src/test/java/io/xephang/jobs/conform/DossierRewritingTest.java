package io.xephang.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DossierRewritingTest {
  private static final DossierPartition APRIL_OPEN = open(4);
  private static final DossierPartition APRIL = settled(4);
  private static final DossierPartition MAY = settled(5);
  private static final DossierPartition JUNE = settled(6);

  private final SortedMap<DossierPartition, Long> before = new TreeMap<>();
  private final SortedMap<DossierPartition, Long> after = new TreeMap<>();

  @Test
  void aLateClosingRewritesWhatIsOpenAndAddsToWhatIsSettled() {
    before.put(APRIL_OPEN, 1L);
    after.put(APRIL, 1L);
    assertThat(DossierRewriting.of(before, after, Map.of(APRIL.path(), 1)))
        .isEqualTo(of(new DossierPartition[] {APRIL_OPEN}, new DossierPartition[] {}, APRIL));
  }

  @Test
  void aFewSettledOnesAreDeletedOneByOneAndManyRewritten() {
    before.put(APRIL, DossierRewriting.FEW);
    after.put(APRIL, DossierRewriting.FEW);
    before.put(MAY, DossierRewriting.FEW + 1);
    after.put(MAY, DossierRewriting.FEW + 1);
    assertThat(DossierRewriting.of(before, after, Map.of()))
        .isEqualTo(of(new DossierPartition[] {MAY}, new DossierPartition[] {APRIL}, APRIL));
  }

  @Test
  void ofPartitionsWithManyFilesTheOneWithMostIsMerged() {
    after.put(APRIL, 1L);
    before.put(MAY, 1L);
    after.put(JUNE, 1L);
    Map<String, Integer> files =
        Map.of(
            APRIL.path(),
            DossierRewriting.FILES,
            MAY.path(),
            DossierRewriting.FILES + 1,
            // Nothing lands in it, so that it is left alone however many files it has.
            settled(7).path(),
            100,
            JUNE.path(),
            DossierRewriting.FILES - 1);
    assertThat(DossierRewriting.of(before, after, files))
        .isEqualTo(of(new DossierPartition[] {MAY}, new DossierPartition[] {}, APRIL, JUNE));
  }

  @Test
  void whatIsOnlyDeletedLeavesNothingToWrite() {
    before.put(APRIL, 1L);
    DossierRewriting plan = DossierRewriting.of(before, after, Map.of());
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.thinned()).containsExactly(APRIL);
  }

  private static DossierRewriting of(
      DossierPartition[] rewritten, DossierPartition[] thinned, DossierPartition... grown) {
    return new DossierRewriting(Set.of(rewritten), Set.of(thinned), Set.of(grown));
  }

  private static DossierPartition open(int month) {
    return new DossierPartition(LocalDate.of(2020, month, 1), false);
  }

  private static DossierPartition settled(int month) {
    return new DossierPartition(LocalDate.of(2020, month, 1), true);
  }
}

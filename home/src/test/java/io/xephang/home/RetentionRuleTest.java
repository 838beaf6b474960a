package io.xephang.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RetentionRuleTest {
  private static final LocalDateTime NOW = LocalDateTime.parse("2020-12-31T01:00");

  /** 1 to 5, 50, 40, 30, 20 and 10 days old. */
  private static final List<Publication> FIVE =
      List.of(
          published(3, 30), published(1, 50), published(2, 40), published(5, 10), published(4, 20));

  @Test
  void whatIsOldAndNotAmongTheNewestMayGoOldestFirst() {
    assertThat(removable(new RetentionRule(2, 0))).containsExactly(1L, 2L, 3L);
    assertThat(removable(new RetentionRule(2, 35))).containsExactly(1L, 2L);
    assertThat(removable(new RetentionRule(4, 0))).containsExactly(1L);
    assertThat(removable(new RetentionRule(2, 50))).as("exactly so old is not older").isEmpty();
    assertThat(removable(new RetentionRule(9, 0))).isEmpty();
  }

  @Test
  void whatHasALabelNeverGoes() {
    assertThat(removable(new RetentionRule(2, 0), 1L, 3L)).containsExactly(2L);
  }

  @Test
  void fewerThanTwoCannotBeKept() {
    assertThatThrownBy(() -> new RetentionRule(1, 400))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--keep-last 1: ít nhất / expected at least 2");
    assertThatThrownBy(() -> new RetentionRule(2, -1)).hasMessageContaining("expected 0 or more");
  }

  private static List<Long> removable(RetentionRule rule, Long... labelled) {
    return rule.removable(FIVE, Set.of(labelled), NOW).stream().map(Publication::id).toList();
  }

  private static Publication published(long id, int daysAgo) {
    return new Publication(
        id,
        "run-" + id,
        NOW.minusDays(daysAgo),
        LocalDate.parse("2020-08-20"),
        "definitions",
        new TreeMap<>());
  }
}

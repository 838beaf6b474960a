package io.xephang.reports.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.reports.content.PeakMonth.Week;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class PeakMonthTest {
  /** September 2020 begins on a Tuesday and ends on a Wednesday. */
  private static final PeakMonth SEPTEMBER = new PeakMonth(YearMonth.of(2020, 9));

  @Test
  void weeksEndOnFridaysAndWithTheMonth() {
    assertThat(SEPTEMBER.weeks(LocalDate.of(2020, 9, 30)))
        .containsExactly(
            week(1, 1, 4), week(2, 5, 11), week(3, 12, 18), week(4, 19, 25), week(5, 26, 30));
  }

  @Test
  void theWeekThatRunsEndsWithTheDay() {
    assertThat(SEPTEMBER.weeks(LocalDate.of(2020, 9, 8)))
        .containsExactly(week(1, 1, 4), week(2, 5, 8));
    assertThat(SEPTEMBER.weeks(LocalDate.of(2020, 9, 1))).containsExactly(week(1, 1, 1));
  }

  @Test
  void aMonthMayBeginOnAFriday() {
    assertThat(new PeakMonth(YearMonth.of(2023, 9)).weeks(LocalDate.of(2023, 9, 3)).get(0))
        .isEqualTo(new Week(1, LocalDate.of(2023, 9, 1), LocalDate.of(2023, 9, 1)));
  }

  @Test
  void onlyFourMonthsAreOfPeak() {
    assertThatThrownBy(() -> new PeakMonth(YearMonth.of(2020, 8)))
        .hasMessageContaining("2020-08 is no peak month");
    assertThat(PeakMonth.includes(LocalDate.of(2022, 3, 1))).isTrue();
    assertThat(PeakMonth.includes(LocalDate.of(2022, 4, 1))).isFalse();
  }

  private static Week week(int number, int first, int last) {
    return new Week(number, LocalDate.of(2020, 9, first), LocalDate.of(2020, 9, last));
  }
}

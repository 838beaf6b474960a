package io.xephang.reports.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.schemas.indicator.Direction;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {
  @Test
  void aRateIsPrintedFromItsCounts() {
    Ratio rate = new Ratio(253, 1988);
    assertThat(rate.printed()).isEqualTo("12,73%");
    assertThat(rate.equation()).isEqualTo("253/1.988 = 12,73%");
    assertThat(rate.withCounts()).isEqualTo("12,73% (253/1.988)");
  }

  @Test
  void aSumIsDividedLast() {
    assertThat(Ratio.sum(List.of(new Ratio(1, 2), new Ratio(0, 98)))).contains(new Ratio(1, 100));
    assertThat(Ratio.sum(List.of())).isEmpty();
  }

  @Test
  void withoutADenominatorThereIsNoRate() {
    assertThat(Ratio.of(0L, 0L)).isEmpty();
    assertThat(Ratio.of(null, 5L)).isEmpty();
    assertThatThrownBy(() -> new Ratio(1, 0)).hasMessageContaining("denominator 0");
  }

  @Test
  void differencesAreRoundedOnce() {
    // 12,726… % against 10,060… %.
    BigDecimal points = new Ratio(253, 1988).minus(new Ratio(200, 1988));
    assertThat(PercentagePoints.signed(points)).isEqualTo("+2,67");
    assertThat(PercentagePoints.change(points)).isEqualTo("tăng 2,67 điểm phần trăm");
    assertThat(PercentagePoints.change(points.negate())).isEqualTo("giảm 2,67 điểm phần trăm");
    assertThat(PercentagePoints.signed(new BigDecimal("0.004"))).isEqualTo("0,00");
    assertThat(PercentagePoints.change(new BigDecimal("-0.004"))).isEqualTo("không đổi");
    assertThat(PercentagePoints.gap(new Ratio(253, 1988).minus(0.3), Direction.HIGHER_IS_BETTER))
        .isEqualTo("còn thiếu 17,27 điểm phần trăm");
    assertThat(PercentagePoints.gap(new Ratio(1, 2).minus(0.3), Direction.HIGHER_IS_BETTER))
        .isEqualTo("vượt 20,00 điểm phần trăm");
    assertThat(PercentagePoints.gap(new Ratio(1, 2).minus(0.3), Direction.LOWER_IS_BETTER))
        .isEqualTo("cao hơn mục tiêu 20,00 điểm phần trăm");
    assertThat(PercentagePoints.gap(new Ratio(1, 5).minus(0.3), Direction.LOWER_IS_BETTER))
        .isEqualTo("thấp hơn mục tiêu 10,00 điểm phần trăm");
    assertThat(PercentagePoints.misses(new Ratio(3, 10).minus(0.3), Direction.LOWER_IS_BETTER))
        .as("the target itself is reached")
        .isFalse();
  }
}

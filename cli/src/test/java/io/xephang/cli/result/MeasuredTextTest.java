package io.xephang.cli.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.warehouse.Measure;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredTextTest {
  @Test
  void ratesAndPointsAreAsAnnexesPrintThem() {
    assertThat(shown(Measure.FRACTION, 0.5453123, 1.0, -0.1, null))
        .containsExactly("54,53%", "100,00%", "-10,00%", "");
    assertThat(shown(Measure.FRACTION, new BigDecimal("0.125"))).containsExactly("12,50%");
    assertThat(shown(Measure.POINTS, -17.27, 1.005)).containsExactly("-17,27", "1,01");
  }

  @Test
  void everythingElseIsExact() {
    assertThat(shown(null, 0.5453123, "Quảng\nNam")).containsExactly("0.5453123", "Quảng Nam");
    assertThat(shown(Measure.COUNT, 20341L, 2.5)).containsExactly("20341", "2.5");
    assertThat(shown(Measure.FRACTION, 1, "54,53%", Double.NaN))
        .containsExactly("1", "54,53%", "NaN");
  }

  @Test
  void whatIsNoFractionOfOneIsNoRate() {
    assertThat(shown(Measure.FRACTION, 0.5, 54.53)).containsExactly("0.5", "54.53");
  }

  private static List<String> shown(Measure measure, Object... cells) {
    List<Object> column = Arrays.asList(cells);
    MeasuredText text = new MeasuredText(measure, column);
    return column.stream().map(text::of).toList();
  }
}

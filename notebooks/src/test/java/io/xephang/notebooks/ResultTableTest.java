package io.xephang.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.warehouse.Measure;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How answers are shown in a notebook. */
class ResultTableTest {
  /** The second unit has no value: its denominator is 0. */
  private static final ResultTable RATES =
      new ResultTable(
          "",
          List.of("unit_name", "numerator", "value", "due"),
          List.of("unit_name", "numerator", "value", "due"),
          Map.of("numerator", Measure.COUNT, "value", Measure.FRACTION),
          List.of(
              List.of("Thừa Thiên Huế", 1969L, 0.545301, LocalDate.of(2020, 12, 31)),
              Arrays.asList("Sở <mới>", 0L, null, null)));

  @Test
  void numbersAndDaysAreWrittenTheVietnameseWay() {
    assertThat(RATES.row(0).text("numerator")).isEqualTo("1.969");
    assertThat(RATES.row(0).text("value")).isEqualTo("54,53%");
    assertThat(RATES.row(0).text("due")).isEqualTo("31/12/2020");
    assertThat(RATES.row(1).text("value")).as("nothing is not 0").isEmpty();
  }

  @Test
  void aColumnThatASelectNamesAnewIsWrittenAsWhatItCounts() {
    ResultTable summed =
        new ResultTable("", List.of("n"), List.of("n"), Map.of(), List.of(List.of(5562L)));
    assertThat(summed.row(0).text("n")).as("it could be a year").isEqualTo("5562");
    assertThat(summed.measured(Measure.COUNT, "n").row(0).text("n")).isEqualTo("5.562");
    assertThatThrownBy(() -> summed.measured(Measure.COUNT, "m")).hasMessageContaining("m");
  }

  @Test
  void aTableIsShownWithItsHeadingsAndNoMarkupOfOthers() {
    assertThat(Html.of(RATES.only("unit_name", "value").headed("Đơn vị / Unit", "Tỉ lệ / Rate")))
        .contains("Đơn vị / Unit", "54,53%", "Sở &lt;mới&gt;")
        .doesNotContain("1.969", "<mới>");
  }

  @Test
  void aMissingColumnIsToldWithThoseThereAre() {
    assertThatThrownBy(() -> RATES.row(0).text("rate"))
        .hasMessageContaining("rate")
        .hasMessageContaining("unit_name, numerator, value, due");
  }

  @Test
  void figuresGoIntoSentencesOfBothLanguages() {
    Sentence sentence =
        Sentence.of("%2$s tỉnh dưới 10%% vào ngày %1$s.", "%2$s provinces are below 10 %% on %1$s.")
            .with(LocalDate.of(2020, 8, 20), 22);
    assertThat(sentence.vi()).isEqualTo("22 tỉnh dưới 10% vào ngày 20/8/2020.");
    assertThat(sentence.en()).isEqualTo("22 provinces are below 10 % on 20/8/2020.");
  }

  @Test
  void ratesBecomeAPicture() {
    Picture chart = Charts.bars("Tỉ lệ", RATES, "unit_name", "value");
    assertThat(chart.chart().getCategoryPlot().getDataset().getColumnCount())
        .as("a unit without a value has no bar")
        .isEqualTo(1);
    assertThat(chart.png()).startsWith("iVBORw0KGgo");
  }
}

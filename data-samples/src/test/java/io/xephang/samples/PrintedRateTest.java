package io.xephang.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedRateTest {
  @ParameterizedTest
  @CsvSource({
    "'54,53%', 5453", // as nearly all are printed
    "'8,0%', 800", // Bộ Nông nghiệp và Phát triển nông thôn: one decimal
    "'100%', 10000", // Bộ Y tế: none
  })
  void readsThePrintsOfLetter3485(String print, int hundredths) {
    assertThat(PrintedRate.parse(print)).isEqualTo(new PrintedRate(hundredths));
  }

  @ParameterizedTest
  @CsvSource({
    "253, 1988, 1273", // 12,726…: up
    "1, 800, 13", // 0,125: a half goes up
    "1, 801, 12", // just below the half
    "0, 2, 0",
    "7, 7, 10000",
  })
  void roundsHalfUp(int numerator, int denominator, int hundredths) {
    assertThat(PrintedRate.of(new Share(numerator, denominator)))
        .isEqualTo(new PrintedRate(hundredths));
  }

  @Test
  void refusesOtherText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrintedRate.parse("không"))
        .withMessageContaining("không");
  }
}

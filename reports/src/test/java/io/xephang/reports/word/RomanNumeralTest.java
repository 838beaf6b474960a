package io.xephang.reports.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RomanNumeralTest {
  @Test
  void theNumbersOfSections() {
    assertThat(IntStream.rangeClosed(1, 12).mapToObj(RomanNumeral::of))
        .containsExactly("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");
    assertThat(RomanNumeral.of(39)).isEqualTo("XXXIX");
    assertThatThrownBy(() -> RomanNumeral.of(40)).hasMessageContaining("no section 40");
    assertThatThrownBy(() -> RomanNumeral.of(0)).hasMessageContaining("no section 0");
  }
}

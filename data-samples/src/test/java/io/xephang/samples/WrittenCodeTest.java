package io.xephang.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenCodeTest {
  @ParameterizedTest
  @CsvSource({
    "H04, 000.00.00.H04", // a province that keeps the older form
    "H47.14, 000.00.14.H47", // a department that does
    "H47.15, H47.15", // one that does not
  })
  void someUnitsKeepTheOlderForm(String unitCode, String written) {
    assertThat(WrittenCode.ofUnit(unitCode)).isEqualTo(written);
    assertThat(CheckedInLanding.storedForm(written)).isEqualTo(unitCode);
  }
}

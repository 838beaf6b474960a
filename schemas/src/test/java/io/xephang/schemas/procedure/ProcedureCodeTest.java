package io.xephang.schemas.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcedureCodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.003560", // the root alone
        "1.003560.000.00.00.H56", // as the national portal writes it
        "1.003560.000.00.00.G09", // of a ministry
        "1.003560.H56", // short
        "1.003560.000.00.00", // without the unit
        "1.003560.000.00.00.H56.01", // a case of the procedure
        "1.003560.01", // a case, short
      })
  void isKnownByItsRoot(String written) {
    assertThat(ProcedureCode.parse(written).map(ProcedureCode::root))
        .as("the first 8 characters of '%s'", written)
        .contains("1.003560");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.00356", // a digit short
        "1.0035600", // a digit too many
        "1003560", // no dot
        "a.003560",
        "1.003560.", // nothing after the dot
        "1.003560.X56", // neither ministry nor province
        "1.003560.h56", // lower case is out of form
        "1.003560.00.00.000.H56", // groups in another order
        "1.003560 ", // the reader trims, the code does not
        "BTP-2001", // a code of another system
      })
  void refusesEverythingElse(String written) {
    assertThat(ProcedureCode.parse(written)).isEmpty();
  }

  @Test
  void saysWhatItWouldHaveTaken() {
    assertThatThrownBy(() -> new ProcedureCode("BTP-2001"))
        .hasMessage(
            "'BTP-2001' is no procedure code like 1.003560, 1.003560.000.00.00.H56, 2.002621.H56");
  }
}

package io.xephang.schemas.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitCodeTest {
  @ParameterizedTest
  @CsvSource({
    "H47,              H47", // a province
    "G09,              G09", // a ministry
    "H47.14.05,        H47.14.05", // as it is stored
    "000.05.14.H47,    H47.14.05", // the older form, read right to left
    "000.00.14.H47,    H47.14", // all-zero groups are dropped, two zeros or three
    "000.00.00.H47,    H47", // the province itself in the older form
    "05.14.H47,        H47.14.05", // the older form without its zero group
    "102.05.14.H47,    H47.14.05.102", // a last group that says something
    "h47.14.05,        H47.14.05", // lower case
    "000.05.14.h47,    H47.14.05",
    "' H47.14.05 ',    H47.14.05", // spaces around
    "H56.04.30.012,    H56.04.30.012", // four levels
  })
  void isReadInBothWrittenForms(String written, String stored) {
    assertThat(UnitCode.parse(written)).contains(new UnitCode(stored));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "H", // no digits
        "H4", // one digit
        "H475", // three digits
        "X47", // neither ministry nor province
        "47", // digits alone
        "H47.", // an empty group
        "H47.1", // a group of one digit
        "H47.1234", // a group of four digits
        "H47..05",
        "H47-14-05", // other separators
        "000.05.14", // the older form without its province
        "H47.05.H48", // two provinces
        "Sở Tư pháp", // a name
        "VN", // a sum over units, no code of one
      })
  void refusesEverythingElse(String written) {
    assertThat(UnitCode.parse(written)).as("'%s' is no unit code", written).isEmpty();
  }

  @Test
  void isStoredInOneFormOnly() {
    assertThatThrownBy(() -> new UnitCode("000.05.14.H47"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'000.05.14.H47' is no unit code like H47.14.05");
  }

  @Test
  void liesBelowItsDottedPrefixesOnly() {
    UnitCode commune = new UnitCode("H47.14.05");

    assertThat(commune.liesBelow(new UnitCode("H47"))).isTrue();
    assertThat(commune.liesBelow(new UnitCode("H47.14"))).isTrue();
    assertThat(commune.liesBelow(commune)).as("no unit lies below itself").isFalse();
    assertThat(commune.liesBelow(new UnitCode("H47.05"))).isFalse();
    assertThat(new UnitCode("H47.140").liesBelow(new UnitCode("H47.14")))
        .as("H47.14 is a prefix of H47.140, but no dotted one")
        .isFalse();
  }

  @Test
  void knowsTheUnitAboveAndItsProvince() {
    assertThat(new UnitCode("H47.14.05").parent()).contains(new UnitCode("H47.14"));
    assertThat(new UnitCode("H47.14").parent()).contains(new UnitCode("H47"));
    assertThat(new UnitCode("H47").parent()).as("nothing is above a province").isEmpty();
    assertThat(new UnitCode("H47.14.05").root()).isEqualTo(new UnitCode("H47"));
    assertThat(new UnitCode("H47").isRoot()).isTrue();
    assertThat(new UnitCode("H47.14").isRoot()).isFalse();
  }

  @Property
  void meansTheSameForwardsAndBackwards(@ForAll("codes") UnitCode code, @ForAll boolean lower) {
    List<String> groups = new ArrayList<>(List.of(code.value().split("\\.")));
    Collections.reverse(groups);
    String older = "000." + String.join(".", groups);

    assertThat(UnitCode.parse(lower ? older.toLowerCase(Locale.ROOT) : older))
        .as("'%s' is '%s' read right to left", older, code)
        .contains(code);
    assertThat(UnitCode.parse(code.value())).contains(code);
  }

  @Property
  void liesBelowItsParentAndAllAboveIt(@ForAll("codes") UnitCode code) {
    code.parent()
        .ifPresent(
            parent -> {
              assertThat(code.liesBelow(parent)).isTrue();
              assertThat(code.liesBelow(code.root())).isTrue();
              assertThat(parent.liesBelow(code)).isFalse();
              assertThat(parent.root()).isEqualTo(code.root());
            });
  }

  @Provide
  Arbitrary<UnitCode> codes() {
    Arbitrary<String> root =
        Combinators.combine(Arbitraries.of("G", "H"), Arbitraries.integers().between(1, 99))
            .as((letter, number) -> letter + String.format(Locale.ROOT, "%02d", number));
    Arbitrary<String> group =
        Arbitraries.integers().between(1, 999).map(n -> String.format(Locale.ROOT, "%02d", n));
    return Combinators.combine(root, group.list().ofMaxSize(3))
        .as(
            (first, groups) ->
                new UnitCode(groups.isEmpty() ? first : first + "." + String.join(".", groups)));
  }
}

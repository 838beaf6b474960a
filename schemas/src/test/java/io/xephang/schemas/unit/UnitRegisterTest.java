package io.xephang.schemas.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.schemas.Validity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitRegisterTest {
  private static final LocalDate YEAR_2020 = LocalDate.of(2020, 1, 1);
  private static final LocalDate YEAR_2022 = LocalDate.of(2022, 1, 1);
  private static final LocalDate YEAR_2024 = LocalDate.of(2024, 1, 1);

  /** Two provinces, a ministry and the nation. */
  private final UnitRegister shipped =
      UnitRegister.shipped(
          List.of(
              nation("VN", "Cả nước", null),
              nation("VN.province", "Các tỉnh, thành phố", "VN"),
              unit("G15", "Bộ Tư pháp", UnitKind.MINISTRY, Validity.ALWAYS),
              unit("H47", "Quảng Nam", UnitKind.PROVINCE, Validity.ALWAYS, "Q. Nam"),
              unit("H48", "Quảng Ngãi", UnitKind.PROVINCE, Validity.ALWAYS)),
          List.of());

  private final UnitRegister register =
      shipped.with(
          List.of(
              unit("H47.05", "Sở Tư pháp", UnitKind.DEPARTMENT, Validity.ALWAYS, "STP"),
              unit("H48.05", "Sở Tư pháp", UnitKind.DEPARTMENT, Validity.ALWAYS),
              unit("H47.30", "Huyện Núi Thành", UnitKind.DISTRICT, Validity.ALWAYS),
              unit("H47.30.01", "Xã Tam Hòa", UnitKind.COMMUNE, Validity.ALWAYS)));

  @ParameterizedTest
  @CsvSource({
    "H47,            H47", // a province
    "h47.05,         H47.05", // lower case
    "000.00.05.H47,  H47.05", // the older form
    "H47.99,         H47.99", // no feed describes it, but its province is known
    "G15.02,         G15.02", // likewise of a ministry
    "VN,             VN", // the nation
    "VN.province,    VN.province", // the sum over provinces
  })
  void findsAUnitByItsCode(String written, String code) {
    assertThat(register.byCode(written)).isEqualTo(new UnitMatch.Found(code));
  }

  @ParameterizedTest
  @CsvSource({
    "H99.05,      'found unit code ''H99.05'', but no province or ministry has the code H99'",
    "VN.region,   'found unit code ''VN.region'', expected a form like H47, H47.14.05 or"
        + " 000.05.14.H47'",
    "Sở Tư pháp,  'found unit code ''Sở Tư pháp'', expected a form like H47, H47.14.05 or"
        + " 000.05.14.H47'",
  })
  void saysWhyACodeMeansNoUnit(String written, String why) {
    assertThat(register.byCode(written)).isEqualTo(new UnitMatch.NotFound(why));
  }

  @ParameterizedTest
  @CsvSource({
    "Quảng Nam,         ,        H47", // the name
    "quảng  nam,        ,        H47", // in another spelling
    "Q. Nam,            ,        H47", // an alias
    "Huyện Núi Thành,   ,        H47.30", // of the units feed
    "Xã Tam Hoà,        ,        H47.30.01", // the old placing of the tone mark
    "Sở Tư pháp,        H47,     H47.05", // the one below the parent
    "Sở Tư pháp,        H48,     H48.05",
    "Xã Tam Hòa,        H47,     H47.30.01", // anywhere below, not only directly
    "Xã Tam Hòa,        H47.30,  H47.30.01",
    "Cả nước,           ,        VN",
  })
  void findsAUnitByItsName(String written, String parent, String code) {
    assertThat(register.byName(written, parent)).isEqualTo(new UnitMatch.Found(code));
  }

  @Test
  void refusesANameThatMeansSeveralUnits() {
    assertThat(register.byName("Sở Tư pháp", null))
        .isEqualTo(
            new UnitMatch.NotFound(
                "found unit name 'Sở Tư pháp', which means several units: H47.05, H48.05; give"
                    + " unit_code or parent_code"));
  }

  @Test
  void refusesANameThatMeansNone() {
    assertThat(register.byName("Sở Y tế", "H47"))
        .isEqualTo(
            new UnitMatch.NotFound(
                "found unit name 'Sở Y tế', expected the name or an alias of a unit below H47;"
                    + " correct the name or give unit_code; a missing unit below a province or"
                    + " ministry can be added by the units feed"));
    assertThat(register.byName("Huyện Núi Thành", "H48"))
        .as("the district lies below H47, not H48")
        .isInstanceOf(UnitMatch.NotFound.class);
    assertThat(register.byName("Quảng Nam", "H47"))
        .as("a unit does not lie below itself")
        .isInstanceOf(UnitMatch.NotFound.class);
  }

  @Test
  void givesAReferencedUnitThatNoFeedDescribesAnEntry() {
    UnitRegister referenced = register.withReferenced(List.of("H47.99.01", "H47.05"));

    assertThat(versions(referenced, "H47.99.01"))
        .as("named by its code, without kind, above it what the code says, for good")
        .containsExactly(
            new Unit(
                "H47.99.01",
                "H47.99.01",
                "H47.99.01",
                null,
                "H47.99",
                null,
                Validity.ALWAYS,
                null,
                List.of(),
                true));
    assertThat(versions(referenced, "H47.05"))
        .as("a unit that a feed describes stays as it is")
        .isEqualTo(versions(register, "H47.05"));
  }

  @Test
  void endsAVersionTheDayBeforeTheNext() {
    UnitRegister renamed =
        shipped.with(
            List.of(
                // In the order of the feed, not of time.
                unit("H47.30", "Huyện C", UnitKind.DISTRICT, new Validity(YEAR_2024, null)),
                unit("H47.30", "Huyện A", UnitKind.DISTRICT, Validity.ALWAYS),
                unit("H47.30", "Huyện B", UnitKind.DISTRICT, new Validity(YEAR_2022, null))));

    assertThat(spans(renamed, "H47.30"))
        .containsExactly(
            "Huyện A … – 2021-12-31", "Huyện B 2022-01-01 – 2023-12-31", "Huyện C 2024-01-01 – …");
    assertThat(renamed.byName("Huyện A", null))
        .as("an old name still means the unit")
        .isEqualTo(new UnitMatch.Found("H47.30"));
  }

  @Test
  void keepsAGapThatTheFeedLeaves() {
    UnitRegister withGap =
        shipped.with(
            List.of(
                unit("H47.30", "Huyện A", UnitKind.DISTRICT, new Validity(null, YEAR_2020)),
                unit("H47.30", "Huyện B", UnitKind.DISTRICT, new Validity(YEAR_2022, null))));

    assertThat(spans(withGap, "H47.30"))
        .containsExactly("Huyện A … – 2020-01-01", "Huyện B 2022-01-01 – …");
  }

  @Test
  void letsTheLaterOfTwoDescriptionsWithTheSameFirstDayCount() {
    UnitRegister corrected =
        shipped.with(
            List.of(
                unit("H47.30", "Huyện Nui Thanh", UnitKind.DISTRICT, new Validity(YEAR_2020, null)),
                unit(
                    "H47.30",
                    "Huyện Núi Thành",
                    UnitKind.DISTRICT,
                    new Validity(YEAR_2020, YEAR_2024))));

    assertThat(spans(corrected, "H47.30"))
        .containsExactly("Huyện Núi Thành 2020-01-01 – 2024-01-01");
  }

  @Test
  void splitsAVersionWhereAnExclusionBeginsAndEnds() {
    UnitRegister excluded =
        UnitRegister.shipped(
            List.of(unit("G11", "Bộ Quốc phòng", UnitKind.MINISTRY, Validity.ALWAYS)),
            List.of(
                new Exclusion(
                    "G11", new Validity(YEAR_2020, YEAR_2022), "Công văn 3485/BTTTT-THH")));

    assertThat(
            versions(excluded, "G11").stream()
                .map(unit -> unit.validity() + (unit.listed() ? " listed" : " left out")))
        .containsExactly(
            "… – 2019-12-31 listed", "2020-01-01 – 2022-01-01 left out", "2022-01-02 – … listed");
  }

  @Test
  void splitsEveryVersionThatAnExclusionTouches() {
    UnitRegister excluded =
        UnitRegister.shipped(
            List.of(
                unit("G10", "Bộ cũ", UnitKind.MINISTRY, new Validity(null, YEAR_2022.minusDays(1))),
                unit("G10", "Bộ mới", UnitKind.MINISTRY, new Validity(YEAR_2022, null))),
            List.of(
                new Exclusion("G10", new Validity(YEAR_2020, YEAR_2024), "Công văn"),
                // Says again what the first says, and one year more.
                new Exclusion(
                    "G10", new Validity(YEAR_2022, YEAR_2024.plusYears(1)), "Công văn sau")));

    List<Validity> leftOut =
        versions(excluded, "G10").stream()
            .filter(unit -> !unit.listed())
            .map(Unit::validity)
            .toList();
    assertThat(Validity.joined(leftOut))
        .as("left out by either exclusion")
        .containsExactly(new Validity(YEAR_2020, YEAR_2024.plusYears(1)));
    assertThat(versions(excluded, "G10").stream().filter(Unit::listed).map(Unit::validity))
        .containsExactly(
            new Validity(null, YEAR_2020.minusDays(1)),
            new Validity(YEAR_2024.plusYears(1).plusDays(1), null));
  }

  @Test
  void refusesShippedUnitsThatContradictEachOther() {
    Unit quangNam = unit("H47", "Quảng Nam", UnitKind.PROVINCE, new Validity(null, YEAR_2022));

    assertThatThrownBy(
            () ->
                UnitRegister.shipped(
                    List.of(
                        quangNam,
                        unit("H47", "Quảng Nam", UnitKind.PROVINCE, new Validity(YEAR_2022, null))),
                    List.of()))
        .as("both versions hold on 1/1/2022")
        .isInstanceOf(InconsistentUnits.class)
        .hasMessage("validity of H47 overlaps: … – 2022-01-01 and 2022-01-01 – …");
    assertThatThrownBy(
            () ->
                UnitRegister.shipped(
                    List.of(
                        quangNam,
                        unit("H48", "Quảng Ngãi", UnitKind.PROVINCE, Validity.ALWAYS, "QUẢNG NAM")),
                    List.of()))
        .as("the alias is the name of another province")
        .isInstanceOf(InconsistentUnits.class)
        .hasMessage("name or alias 'Quảng Nam' = 'QUẢNG NAM' means several units: [H47, H48]");
  }

  @Test
  void tellsProvinceOrMinistryOfEveryUnitButTheNation() {
    assertThat(versions(register, "H47.30.01").get(0).scopeCode()).isEqualTo("H47");
    assertThat(versions(register, "G15").get(0).scopeCode()).isEqualTo("G15");
    assertThat(versions(register, "VN.province").get(0).scopeCode()).isNull();
  }

  @Test
  void handsAMatchToTheOneAndAFailureToTheOther() {
    StringBuilder heard = new StringBuilder();

    register.byCode("H47").decide(code -> heard.append("found " + code), why -> heard.append(why));
    register
        .byCode("H99")
        .decide(code -> heard.append("found " + code), why -> heard.append("; " + why));

    assertThat(heard)
        .hasToString(
            "found H47; found unit code 'H99', but no province or ministry has the code H99");
  }

  @ParameterizedTest
  @CsvSource({"department, DEPARTMENT", "' District ', DISTRICT", "COMMUNE, COMMUNE"})
  void readsTheKindOfAUnit(String written, UnitKind kind) {
    assertThat(UnitKind.parse(written)).contains(kind);
    assertThat(UnitKind.parse("ward")).isEmpty();
  }

  private static Unit nation(String code, String name, String parent) {
    return new Unit(
        code, name, name, UnitKind.NATION, parent, null, Validity.ALWAYS, null, List.of(), true);
  }

  private static Unit unit(
      String code, String name, UnitKind kind, Validity validity, String... aliases) {
    return new Unit(
        code,
        name,
        name,
        kind,
        new UnitCode(code).parent().map(UnitCode::value).orElse("VN"),
        null,
        validity,
        null,
        List.of(aliases),
        true);
  }

  private static List<Unit> versions(UnitRegister register, String code) {
    return register.units().stream().filter(unit -> unit.code().equals(code)).toList();
  }

  private static List<String> spans(UnitRegister register, String code) {
    return versions(register, code).stream()
        .map(unit -> unit.name() + " " + unit.validity())
        .toList();
  }
}

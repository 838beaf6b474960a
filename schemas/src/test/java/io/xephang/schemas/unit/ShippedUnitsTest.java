package io.xephang.schemas.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.schemas.Definitions;
import io.xephang.schemas.Validity;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedUnitsTest {
  private static final LocalDate ANNEX_3485 = LocalDate.of(2020, 8, 20);
  private static final LocalDate LAST_DAY_OF_63 = LocalDate.of(2025, 6, 30);
  private static final LocalDate FIRST_DAY_OF_34 = LocalDate.of(2025, 7, 1);

  private final UnitRegister register = Definitions.shipped().units();

  @ParameterizedTest
  @CsvSource({
    "2020-08-20, 63", // the annex of letter 3485
    "2025-06-30, 63", // the last day before the merger
    "2025-07-01, 34", // the first day after it
    "2026-11-22, 34",
  })
  void haveTheProvincesOfTheirTime(LocalDate day, int provinces) {
    assertThat(validOn(day, UnitKind.PROVINCE)).hasSize(provinces);
  }

  @Test
  void haveHueUnderTwoNames() {
    assertThat(versions("H57"))
        .containsExactly(
            "Thừa Thiên Huế, Tỉnh Thừa Thiên Huế, … – 2024-12-31",
            "Huế, Thành phố Huế, 2025-01-01 – …");
  }

  @Test
  void haveDongNaiUnderTwoFullNames() {
    assertThat(versions("H19"))
        .containsExactly(
            "Đồng Nai, Tỉnh Đồng Nai, … – 2026-04-29",
            "Đồng Nai, Thành phố Đồng Nai, 2026-04-30 – …");
  }

  @Test
  void knowWhichProvinceTookOverWhich() {
    Map<String, String> formedFrom =
        validOn(LAST_DAY_OF_63, UnitKind.PROVINCE).stream()
            .collect(
                Collectors.groupingBy(
                    unit -> unit.successorCode() == null ? unit.code() : unit.successorCode(),
                    TreeMap::new,
                    Collectors.mapping(Unit::code, Collectors.joining(" "))));

    assertThat(formedFrom)
        .as("the 34 provinces of 1/7/2025, and the 63 that each was formed from")
        .isEqualTo(
            Map.ofEntries(
                Map.entry("H01", "H01 H33"),
                Map.entry("H05", "H02 H05"),
                Map.entry("H12", "H04 H12"),
                Map.entry("H13", "H13 H30 H51"),
                Map.entry("H14", "H14"),
                Map.entry("H15", "H15 H45"),
                Map.entry("H17", "H17 H47"),
                Map.entry("H18", "H18"),
                Map.entry("H19", "H10 H19"),
                Map.entry("H20", "H20 H58"),
                Map.entry("H21", "H08 H21"),
                Map.entry("H24", "H23 H24"),
                Map.entry("H26", "H26"),
                Map.entry("H27", "H27"),
                Map.entry("H29", "H06 H09 H29"),
                Map.entry("H31", "H31 H54"),
                Map.entry("H32", "H32 H43"),
                Map.entry("H35", "H35"),
                Map.entry("H36", "H11 H16 H36"),
                Map.entry("H37", "H37"),
                Map.entry("H38", "H38 H63"),
                Map.entry("H41", "H41"),
                Map.entry("H42", "H25 H40 H42"),
                Map.entry("H44", "H28 H44 H62"),
                Map.entry("H48", "H34 H48"),
                Map.entry("H49", "H49"),
                Map.entry("H50", "H46 H50"),
                Map.entry("H52", "H52"),
                Map.entry("H53", "H39 H53"),
                Map.entry("H55", "H03 H55"),
                Map.entry("H56", "H56"),
                Map.entry("H57", "H57"),
                Map.entry("H60", "H22 H60"),
                Map.entry("H61", "H07 H59 H61")));
    assertThat(validOn(FIRST_DAY_OF_34, UnitKind.PROVINCE).stream().map(Unit::code))
        .as("a merged province keeps the code of the one whose name it keeps")
        .containsExactlyElementsOf(formedFrom.keySet());
  }

  @Test
  void haveTheMinistriesThatTheAnnexRanksAndThoseItLeavesOut() {
    Map<Boolean, List<String>> byListing =
        validOn(ANNEX_3485, UnitKind.MINISTRY).stream()
            .collect(
                Collectors.partitioningBy(
                    Unit::listed, Collectors.mapping(Unit::name, Collectors.toList())));

    assertThat(byListing.get(true))
        .as("the 17 ministries of the annex of letter 3485")
        .containsExactly(
            "Bộ Công Thương",
            "Bộ Giáo dục và Đào tạo",
            "Bộ Giao thông vận tải",
            "Bộ Kế hoạch và Đầu tư",
            "Bộ Khoa học và Công nghệ",
            "Bộ Lao động - Thương binh và Xã hội",
            "Bộ Nội vụ",
            "Bộ Nông nghiệp và Phát triển nông thôn",
            "Bộ Tài chính",
            "Bộ Tài nguyên và Môi trường",
            "Bộ Thông tin và Truyền thông",
            "Bộ Tư pháp",
            "Bộ Văn hóa, Thể thao và Du lịch",
            "Bộ Xây dựng",
            "Bộ Y tế",
            "Ngân hàng Nhà nước Việt Nam",
            "Bảo hiểm Xã hội Việt Nam");
    assertThat(byListing.get(false))
        .as("the six agencies of its notes")
        .containsExactly(
            "Bộ Công an",
            "Bộ Ngoại giao",
            "Bộ Quốc phòng",
            "Thanh tra Chính phủ",
            "Ủy ban Dân tộc",
            "Văn phòng Chính phủ");
  }

  @Test
  void knowWhichMinistryTookOverWhich() {
    assertThat(
            validOn(LocalDate.of(2025, 2, 28), UnitKind.MINISTRY).stream()
                .filter(unit -> unit.successorCode() != null)
                .collect(
                    Collectors.toMap(
                        Unit::name,
                        unit -> nameOn(LocalDate.of(2025, 3, 1), unit.successorCode()))))
        .as("the mergers of 1/3/2025")
        .isEqualTo(
            Map.of(
                "Bộ Giao thông vận tải", "Bộ Xây dựng",
                "Bộ Kế hoạch và Đầu tư", "Bộ Tài chính",
                "Bộ Lao động - Thương binh và Xã hội", "Bộ Nội vụ",
                "Bộ Tài nguyên và Môi trường", "Bộ Nông nghiệp và Môi trường",
                "Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ"));
    assertThat(versions("G10"))
        .as("Bộ Nông nghiệp và Môi trường keeps G10: an assumption")
        .containsExactly(
            "Bộ Nông nghiệp và Phát triển nông thôn,"
                + " Bộ Nông nghiệp và Phát triển nông thôn, … – 2025-02-28",
            "Bộ Nông nghiệp và Môi trường, Bộ Nông nghiệp và Môi trường, 2025-03-01 – …");
  }

  @Test
  void putEveryProvinceInOneOfSixRegions() {
    assertThat(
            validOn(ANNEX_3485, UnitKind.PROVINCE).stream()
                .collect(Collectors.groupingBy(Unit::region, Collectors.counting())))
        .isEqualTo(
            Map.of(
                "Trung du và miền núi phía Bắc", 14L,
                "Đồng bằng sông Hồng", 11L,
                "Bắc Trung Bộ và Duyên hải miền Trung", 14L,
                "Tây Nguyên", 5L,
                "Đông Nam Bộ", 6L,
                "Đồng bằng sông Cửu Long", 13L));
  }

  @Test
  void keepTheRegionOfAProvinceThroughAllItsVersions() {
    assertThat(
            register.units().stream()
                .filter(unit -> unit.kind() == UnitKind.PROVINCE)
                .collect(
                    Collectors.groupingBy(
                        Unit::code, Collectors.mapping(Unit::region, Collectors.toSet())))
                .values())
        .allSatisfy(regions -> assertThat(regions).hasSize(1));
  }

  @Test
  void haveTheNationAndItsTwoSums() {
    assertThat(
            register.units().stream()
                .filter(unit -> unit.kind() == UnitKind.NATION)
                .map(unit -> unit.code() + " " + unit.name() + ", above it " + unit.parentCode()))
        .containsExactly(
            "VN Cả nước, above it null",
            "VN.ministry Các bộ, ngành, above it VN",
            "VN.province Các tỉnh, thành phố, above it VN");
  }

  @Test
  void leaveNoDayOfAUnitBetweenItsVersions() {
    Map<String, List<Validity>> validities =
        register.units().stream()
            .collect(
                Collectors.groupingBy(
                    Unit::code, Collectors.mapping(Unit::validity, Collectors.toList())));

    assertThat(validities)
        .allSatisfy(
            (code, versions) ->
                assertThat(Validity.joined(versions))
                    .as("the days of %s are one span", code)
                    .hasSize(1));
  }

  @Test
  void areWrittenInNfc() {
    assertThat(register.units().stream().flatMap(Unit::spellings))
        .allSatisfy(
            spelling ->
                assertThat(spelling)
                    .isEqualTo(Normalizer.normalize(spelling, Normalizer.Form.NFC)));
  }

  private List<Unit> validOn(LocalDate day, UnitKind kind) {
    return register.units().stream()
        .filter(unit -> unit.kind() == kind && unit.validity().contains(day))
        .toList();
  }

  private String nameOn(LocalDate day, String code) {
    return register.units().stream()
        .filter(unit -> unit.code().equals(code) && unit.validity().contains(day))
        .collect(Collectors.toMap(Unit::code, Function.identity()))
        .get(code)
        .name();
  }

  private List<String> versions(String code) {
    return register.units().stream()
        .filter(unit -> unit.code().equals(code))
        .map(unit -> unit.name() + ", " + unit.fullName() + ", " + unit.validity())
        .toList();
  }
}

package io.xephang.samples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.xephang.samples.CheckedInLanding.CatalogLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Quảng Nam adds up: annex I of 5479 below, the 12,73 % of letter 3485 above. */
class QuangNamTest {
  private static final Map<String, List<CatalogLine>> linesByUnit = new TreeMap<>();
  private static final Map<String, NamedCsvRecord> units = new LinkedHashMap<>();

  @BeforeAll
  static void read() {
    linesByUnit.putAll(
        CheckedInLanding.catalog("2020-08-20", "H47").stream()
            .collect(Collectors.groupingBy(CatalogLine::unitCode)));
    CheckedInLanding.rows(CheckedInLanding.ROOT.resolve("units/quang-nam.csv"))
        .forEach(row -> units.put(row.getField("unit_code"), row));
  }

  @Test
  void onlyTheUnitsBelowHaveCatalogs() {
    Set<String> expected = new HashSet<>(units.keySet());
    // Văn phòng UBND tỉnh: "không".
    expected.remove("H47.20");
    assertThat(linesByUnit.keySet()).isEqualTo(expected).doesNotContain("H47");
  }

  @Test
  void unionOfRootsGivesTheRateOfLetter3485() {
    assertThat(roots(all(linesByUnit.values()))).hasSize(1988);
    assertThat(level4(all(linesByUnit.values()))).hasSize(253);
  }

  @Test
  void everyLineOfAnnex5479HasItsCounts() {
    Map<String, String> codes = new LinkedHashMap<>();
    units.forEach(
        (code, unit) -> {
          codes.put(unit.getField("unit_name").toLowerCase(Locale.ROOT), code);
          codes.put(unit.getField("aliases").toLowerCase(Locale.ROOT), code);
        });
    List<NamedCsvRecord> annex =
        CheckedInLanding.rows(CheckedInLanding.ROOT.resolve("reports/annex-5479-2020-09-16.csv"));

    Map<String, String> printed = new LinkedHashMap<>();
    Map<String, String> counted = new LinkedHashMap<>();
    for (NamedCsvRecord row : annex) {
      String name = row.getField("unit_name");
      String code = codes.get(name.toLowerCase(Locale.ROOT));
      assertThat(code).as("unit named %s", name).isNotNull();
      List<CatalogLine> lines = linesByUnit.getOrDefault(code, List.of());
      printed.put(name, row.getField("numerator") + "/" + row.getField("denominator"));
      counted.put(name, lines.isEmpty() ? "/" : level4(lines).size() + "/" + roots(lines).size());
    }
    assertThat(annex).hasSize(38);
    assertThat(counted).isEqualTo(printed);
  }

  @Test
  void officeWithoutServicesIsShownAsSuch() {
    NamedCsvRecord office =
        CheckedInLanding.rows(CheckedInLanding.ROOT.resolve("reports/annex-5479-2020-09-16.csv"))
            .stream()
            .filter(row -> row.getField("unit_name").equals("Văn phòng UBND tỉnh"))
            .findFirst()
            .orElseThrow();
    assertThat(office.getField("value")).isEmpty();
    assertThat(office.getField("note")).isEqualTo("không");
  }

  @Test
  void departmentsShareNoRoot() {
    assertThat(lines("department")).hasSize(1555);
    assertThat(roots(lines("department"))).hasSize(1555);
    assertThat(level4(lines("department"))).hasSize(250);
  }

  @Test
  void everyDistrictHasTheSameRootsAndTheSameThreeAtLevel4() {
    Set<String> roots = roots(lines("district"));
    Set<String> level4 = level4(lines("district"));
    assertThat(roots).hasSize(330);
    assertThat(level4).hasSize(3);
    assertThat(codes("district"))
        .hasSize(18)
        .allSatisfy(
            code -> {
              assertThat(roots(linesByUnit.get(code))).isEqualTo(roots);
              assertThat(level4(linesByUnit.get(code))).isEqualTo(level4);
            });
  }

  @Test
  void everyCommuneHasTheSameRootsAndNoneAtLevel4() {
    Set<String> roots = roots(lines("commune"));
    assertThat(roots).hasSize(103);
    assertThat(level4(lines("commune"))).isEmpty();
    assertThat(codes("commune"))
        .isNotEmpty()
        .allSatisfy(code -> assertThat(roots(linesByUnit.get(code))).isEqualTo(roots));
  }

  @Test
  void levelsOfGovernmentShareNoRoot() {
    assertThat(roots(lines("district")))
        .doesNotContainAnyElementsOf(roots(lines("department")))
        .doesNotContainAnyElementsOf(roots(lines("commune")));
    assertThat(roots(lines("commune"))).doesNotContainAnyElementsOf(roots(lines("department")));
  }

  @Test
  void unitsStandBelowTheirParents() {
    assertThat(codes("department")).hasSize(20);
    assertThat(units.values())
        .allSatisfy(
            unit -> {
              String code = unit.getField("unit_code");
              assertThat(code.substring(0, code.lastIndexOf('.')))
                  .as("parent of %s", code)
                  .isEqualTo(unit.getField("parent_code"));
            });
    assertThat(codes("commune"))
        .allSatisfy(
            code ->
                assertThat(units.get(units.get(code).getField("parent_code")).getField("kind"))
                    .isEqualTo("district"));
  }

  private static List<String> codes(String kind) {
    return units.values().stream()
        .filter(unit -> unit.getField("kind").equals(kind))
        .map(unit -> unit.getField("unit_code"))
        .toList();
  }

  private static List<CatalogLine> lines(String kind) {
    return all(codes(kind).stream().map(c -> linesByUnit.getOrDefault(c, List.of())).toList());
  }

  private static List<CatalogLine> all(Collection<List<CatalogLine>> catalogs) {
    List<CatalogLine> lines = new ArrayList<>();
    catalogs.forEach(lines::addAll);
    return lines;
  }

  private static Set<String> roots(List<CatalogLine> lines) {
    return lines.stream().map(CatalogLine::root).collect(Collectors.toSet());
  }

  private static Set<String> level4(List<CatalogLine> lines) {
    return roots(lines.stream().filter(line -> line.level().equals("4")).toList());
  }
}

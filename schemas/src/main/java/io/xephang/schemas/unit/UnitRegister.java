package io.xephang.schemas.unit;

import io.xephang.schemas.Validity;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All units that are known, and how what somebody wrote is matched to one of them. Immutable.
 *
 * <p>A code below a known province or ministry is a unit whether or not a feed describes it.
 */
public final class UnitRegister implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Comparator<Unit> BY_START =
      Comparator.comparing(
          unit -> unit.validity().from(), Comparator.nullsFirst(Comparator.naturalOrder()));

  private final SortedMap<String, List<Unit>> versionsByCode;
  private final Map<UnitName, TreeSet<String>> codesByName;

  private UnitRegister(SortedMap<String, List<Unit>> versionsByCode) {
    this.versionsByCode = versionsByCode;
    this.codesByName = new HashMap<>();
    versionsByCode
        .values()
        .forEach(
            versions ->
                versions.forEach(
                    unit ->
                        unit.names()
                            .forEach(
                                name ->
                                    codesByName
                                        .computeIfAbsent(name, n -> new TreeSet<>())
                                        .add(unit.code()))));
  }

  /**
   * The units that ship with the product.
   *
   * @throws InconsistentUnits if two versions of a unit share a day, a name means two units, or a
   *     successor or excluded unit is unknown
   */
  public static UnitRegister shipped(List<Unit> units, List<Exclusion> exclusions) {
    UnitRegister register = new UnitRegister(group(withoutExcluded(units, exclusions)));
    register.versionsByCode.forEach(
        (code, versions) ->
            Validity.overlap(versions.stream().map(Unit::validity).toList())
                .ifPresent(
                    two -> {
                      throw new InconsistentUnits(
                          Set.of(code),
                          "validity of "
                              + code
                              + " overlaps: "
                              + two.get(0)
                              + " and "
                              + two.get(1));
                    }));
    register.codesByName.forEach(
        (name, codes) -> {
          if (codes.size() > 1) {
            String written =
                register.units().stream()
                    .flatMap(Unit::spellings)
                    .filter(spelling -> UnitName.of(spelling).equals(name))
                    .distinct()
                    .collect(Collectors.joining("' = '"));
            throw new InconsistentUnits(
                codes, "name or alias '" + written + "' means several units: " + codes);
          }
        });
    for (Unit unit : units) {
      if (unit.successorCode() != null) {
        register.requireKnown(unit.code(), "successor_code", unit.successorCode());
      }
    }
    for (Exclusion exclusion : exclusions) {
      register.requireKnown(exclusion.unitCode(), "excluded unit", exclusion.unitCode());
    }
    return register;
  }

  private void requireKnown(String saidOf, String what, String code) {
    if (!versionsByCode.containsKey(code)) {
      throw new InconsistentUnits(Set.of(saidOf), what + " " + code + " is no known unit");
    }
  }

  /**
   * This register and what a units feed says of units below its provinces and ministries.
   *
   * @param described in order of precedence: of two with the same code and first day the later one
   *     counts; a version ends the day before the next one of the same code begins
   */
  public UnitRegister with(List<Unit> described) {
    Map<String, Map<Optional<LocalDate>, Unit>> byCodeAndStart = new LinkedHashMap<>();
    for (Unit unit : described) {
      byCodeAndStart
          .computeIfAbsent(unit.code(), code -> new LinkedHashMap<>())
          .put(Optional.ofNullable(unit.validity().from()), unit);
    }
    TreeMap<String, List<Unit>> all = new TreeMap<>(versionsByCode);
    byCodeAndStart.forEach((code, versions) -> all.put(code, disjoint(versions.values())));
    return new UnitRegister(all);
  }

  /** This register and the given codes, so that each has an entry. */
  public UnitRegister withReferenced(Collection<String> codes) {
    TreeMap<String, List<Unit>> all = new TreeMap<>(versionsByCode);
    for (String code : codes) {
      all.computeIfAbsent(code, c -> List.of(Unit.undescribed(new UnitCode(c))));
    }
    return new UnitRegister(all);
  }

  /** All versions of all units, by code and first day. */
  public List<Unit> units() {
    return versionsByCode.values().stream().flatMap(List::stream).toList();
  }

  /** The unit of a code in either form, if its province or ministry is known; or the nation. */
  public UnitMatch byCode(String written) {
    if (versionsByCode.containsKey(written)) {
      return new UnitMatch.Found(written);
    }
    Optional<UnitCode> code = UnitCode.parse(written);
    if (code.isEmpty()) {
      return new UnitMatch.NotFound(
          "found unit code '" + written + "', expected a form like " + UnitCode.FORMS);
    }
    if (!versionsByCode.containsKey(code.get().root().value())) {
      return new UnitMatch.NotFound(
          "found unit code '"
              + written
              + "', but no province or ministry has the code "
              + code.get().root());
    }
    return new UnitMatch.Found(code.get().value());
  }

  /**
   * The one unit of a name or alias.
   *
   * @param parentCode canonical code of a unit above it; null = anywhere
   */
  public UnitMatch byName(String written, String parentCode) {
    Set<String> codes = codesByName.getOrDefault(UnitName.of(written), new TreeSet<>());
    // Below the nation is everything.
    Optional<UnitCode> parent = parentCode == null ? Optional.empty() : UnitCode.parse(parentCode);
    if (parent.isPresent()) {
      codes =
          codes.stream()
              .filter(
                  code ->
                      UnitCode.parse(code).filter(unit -> unit.liesBelow(parent.get())).isPresent())
              .collect(Collectors.toCollection(TreeSet::new));
    }
    String place = parentCode == null ? "" : " below " + parentCode;
    return switch (codes.size()) {
      case 0 ->
          new UnitMatch.NotFound(
              "found unit name '"
                  + written
                  + "', expected the name or an alias of a unit"
                  + place
                  + "; correct the name or give unit_code; a missing unit below a province or ministry"
                  + " can be added by the units feed");
      case 1 -> new UnitMatch.Found(codes.iterator().next());
      default ->
          new UnitMatch.NotFound(
              "found unit name '"
                  + written
                  + "', which means several units"
                  + place
                  + ": "
                  + String.join(", ", codes)
                  + "; give unit_code or parent_code");
    };
  }

  /** A name or alias that means exactly one unit below a province or ministry. */
  public record NameBelowRoot(String root, UnitName name, String code) {}

  /** All names that {@link #byName} finds below a province or ministry, in no order. */
  public List<NameBelowRoot> namesBelowRoots() {
    List<NameBelowRoot> found = new ArrayList<>();
    codesByName.forEach(
        (name, codes) ->
            codes.stream()
                .flatMap(code -> UnitCode.parse(code).stream())
                .filter(code -> !code.isRoot())
                .collect(Collectors.groupingBy(code -> code.root().value()))
                .forEach(
                    (root, below) -> {
                      if (below.size() == 1) {
                        found.add(new NameBelowRoot(root, name, below.get(0).value()));
                      }
                    }));
    return found;
  }

  private static SortedMap<String, List<Unit>> group(List<Unit> units) {
    return units.stream()
        .collect(
            Collectors.groupingBy(
                Unit::code,
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.toList(), versions -> versions.stream().sorted(BY_START).toList())));
  }

  private static List<Unit> disjoint(Collection<Unit> versions) {
    List<Unit> sorted = versions.stream().sorted(BY_START).toList();
    List<Unit> disjoint = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Unit unit = sorted.get(i);
      Validity untilNext =
          i + 1 < sorted.size()
              ? new Validity(null, sorted.get(i + 1).validity().from().minusDays(1))
              : Validity.ALWAYS;
      unit.validity()
          .intersection(untilNext)
          .ifPresent(validity -> disjoint.add(unit.during(validity, unit.listed())));
    }
    return List.copyOf(disjoint);
  }

  /** Splits versions where an exclusion begins or ends, and marks the excluded parts. */
  private static List<Unit> withoutExcluded(List<Unit> units, List<Exclusion> exclusions) {
    List<Unit> split = new ArrayList<>(units);
    for (Exclusion exclusion : exclusions) {
      List<Unit> next = new ArrayList<>();
      for (Unit unit : split) {
        Optional<Validity> excluded =
            unit.code().equals(exclusion.unitCode())
                ? unit.validity().intersection(exclusion.validity())
                : Optional.empty();
        if (excluded.isEmpty()) {
          next.add(unit);
          continue;
        }
        next.add(unit.during(excluded.get(), false));
        if (excluded.get().from() != null) {
          unit.validity()
              .intersection(new Validity(null, excluded.get().from().minusDays(1)))
              .ifPresent(before -> next.add(unit.during(before, unit.listed())));
        }
        if (excluded.get().to() != null) {
          unit.validity()
              .intersection(new Validity(excluded.get().to().plusDays(1), null))
              .ifPresent(after -> next.add(unit.during(after, unit.listed())));
        }
      }
      split = next;
    }
    return split;
  }
}

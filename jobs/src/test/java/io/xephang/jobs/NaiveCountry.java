package io.xephang.jobs;

import io.xephang.schemas.unit.UnitCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The contract's section 2 once more, as plainly as it can be said: a second computation that
 * shares nothing with the first. For a handful of units without ends or names.
 */
final class NaiveCountry {
  /** A row of a catalog; level 0 = no online service. */
  record CatalogRow(
      String unit, LocalDate date, String root, int level, boolean eligible, boolean portal) {}

  /** Numerator and denominator. */
  record Rate(long numerator, long denominator) {}

  private record Offer(int level, boolean eligible, boolean portal) {}

  private final List<CatalogRow> rows;
  private final Map<String, LocalDate> existsFrom;

  /** Units without an entry in {@code existsFrom} have always been there. */
  NaiveCountry(List<CatalogRow> rows, Map<String, LocalDate> existsFrom) {
    this.rows = rows;
    this.existsFrom = existsFrom;
  }

  /** All values on a day, by "indicator unit". */
  Map<String, Rate> values(LocalDate day) {
    Map<String, Rate> values = new TreeMap<>();
    for (String unit : units()) {
      List<CatalogRow> catalog = rolledUp(unit, day);
      if (!catalog.isEmpty()) {
        rates(catalog).forEach((indicator, rate) -> values.put(indicator + " " + unit, rate));
      }
    }
    for (Map.Entry<String, Rate> value : Map.copyOf(values).entrySet()) {
      String unit = value.getKey().substring(value.getKey().indexOf(' ') + 1);
      String indicator = value.getKey().substring(0, value.getKey().indexOf(' '));
      if (new UnitCode(unit).isRoot()) {
        add(values, indicator + " VN", value.getValue());
        String sum = unit.startsWith("H") ? "VN.province" : "VN.ministry";
        add(values, indicator + " " + sum, value.getValue());
      }
    }
    return values;
  }

  private static void add(Map<String, Rate> values, String key, Rate rate) {
    values.merge(
        key,
        rate,
        (one, other) ->
            new Rate(one.numerator() + other.numerator(), one.denominator() + other.denominator()));
  }

  private Set<String> units() {
    Set<String> units = new TreeSet<>();
    for (CatalogRow row : rows) {
      units.add(row.unit());
      units.add(row.unit().substring(0, 3));
    }
    return units;
  }

  private List<CatalogRow> rolledUp(String unit, LocalDate day) {
    Set<String> sources = new LinkedHashSet<>();
    for (CatalogRow row : rows) {
      boolean below = unit.length() == 3 && row.unit().startsWith(unit + ".");
      boolean exists = !existsFrom.getOrDefault(row.unit(), day).isAfter(day);
      if (exists && (row.unit().equals(unit) || below)) {
        sources.add(row.unit());
      }
    }
    List<CatalogRow> catalog = new ArrayList<>();
    for (String source : sources) {
      rows.stream()
          .filter(row -> row.unit().equals(source) && !row.date().isAfter(day))
          .map(CatalogRow::date)
          .max(Comparator.naturalOrder())
          .ifPresent(
              newest ->
                  rows.stream()
                      .filter(row -> row.unit().equals(source) && row.date().equals(newest))
                      .forEach(catalog::add));
    }
    return catalog;
  }

  private static Map<String, Rate> rates(List<CatalogRow> catalog) {
    Map<String, Offer> byRoot = new TreeMap<>();
    for (CatalogRow row : catalog) {
      byRoot.merge(
          row.root(),
          new Offer(row.level(), row.eligible(), row.portal()),
          (one, other) ->
              new Offer(
                  Math.max(one.level(), other.level()),
                  one.eligible() || other.eligible(),
                  one.portal() || other.portal()));
    }
    List<Offer> offers = List.copyOf(byRoot.values());
    Map<String, Rate> rates = new TreeMap<>();
    rates.put("level4_rate", rate(offers, offer -> true, offer -> offer.level() == 4));
    rates.put("level34_rate", rate(offers, offer -> true, offer -> offer.level() >= 3));
    rates.put("portal_integration_rate", rate(offers, offer -> offer.level() >= 3, Offer::portal));
    rates.put("eligible_level4_rate", rate(offers, Offer::eligible, offer -> offer.level() == 4));
    return rates;
  }

  private static Rate rate(List<Offer> offers, Predicate<Offer> counted, Predicate<Offer> hit) {
    return new Rate(
        offers.stream().filter(counted).filter(hit).count(),
        offers.stream().filter(counted).count());
  }
}

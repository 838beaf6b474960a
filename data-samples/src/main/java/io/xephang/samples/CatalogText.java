package io.xephang.samples;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The feed {@code catalogs} as text: one row for each procedure of each unit. */
final class CatalogText {
  private static final List<String> HEADER =
      List.of(
          "unit_code",
          "procedure_code",
          "procedure_name",
          "field_code",
          "field_name",
          "admin_level",
          "service_level",
          "eligible_level4",
          "on_national_portal",
          "run_by_ministry",
          "has_fee",
          "max_days");

  private final Set<String> departmentsWithMinistryServices;

  /**
   * @param annex tells by its notes for which departments' fields ministries built services
   */
  CatalogText(List<Annex5479.Line> annex) {
    departmentsWithMinistryServices =
        annex.stream()
            .filter(Annex5479.Line::includesMinistryServices)
            .map(Annex5479.Line::unitCode)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The catalogs one after the other, each in the order of procedure codes. */
  String of(List<Catalog> catalogs) {
    CsvText text = new CsvText(HEADER);
    for (Catalog catalog : catalogs) {
      IntStream.range(0, catalog.byReadiness().size())
          .boxed()
          .sorted(Comparator.comparing(rank -> catalog.byReadiness().get(rank).root()))
          .forEach(rank -> text.add(row(catalog, rank)));
    }
    return text.toString();
  }

  private List<String> row(Catalog catalog, int rank) {
    String unit = catalog.unitCode();
    Procedure procedure = catalog.byReadiness().get(rank);
    int level = catalog.levels().levelAt(rank);
    return List.of(
        WrittenCode.ofUnit(unit),
        WrittenCode.ofProcedure(procedure, unit),
        procedure.name(),
        procedure.field().code(),
        procedure.field().name(),
        procedure.level().label(),
        level == 0 ? "" : Integer.toString(level),
        yesNo(StableDraw.holds(eligiblePermille(level), procedure.root(), "eligible")),
        yesNo(catalog.portal().includes(procedure, level)),
        yesNo(isRunByMinistry(procedure, unit, level)),
        yesNo(procedure.hasFee()),
        procedure.maxDays());
  }

  /** Most of level 4 is eligible, and some of what is not there yet: the work to be done. */
  private static int eligiblePermille(int level) {
    return switch (level) {
      case 4 -> 950;
      case 3 -> 550;
      case 2 -> 200;
      default -> 60;
    };
  }

  /** A province's service that its ministry built; a ministry's own are not marked. */
  private boolean isRunByMinistry(Procedure procedure, String unitCode, int level) {
    return level >= 3
        && procedure.level() == AdminLevel.PROVINCE
        && departmentsWithMinistryServices.contains(procedure.field().department())
        && StableDraw.holds(600, procedure.root(), unitCode.substring(0, 3) + " ministry");
  }

  private static String yesNo(boolean yes) {
    return yes ? "1" : "0";
  }
}

package io.xephang.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * Quảng Nam's units, and their catalogs of 20/8/2020. The province has none of its own: its rate is
 * that of the union, (250 + 3 + 0) / (1555 + 330 + 103) = 253/1988, printed 12,73 % in letter 3485.
 */
final class QuangNam {
  /** Enough for the union to have 1988 roots; annex I of 5479 does not list communes. */
  private static final Share COMMUNE = new Share(0, 103);

  private final ProcedureUniverse universe;
  private final List<Annex5479.Line> annex;
  private final List<Commune> communes;

  QuangNam(ProcedureUniverse universe, List<Annex5479.Line> annex, List<Commune> communes) {
    this.universe = universe;
    this.annex = annex;
    this.communes = communes;
  }

  void writeTo(LandingFolder landing, CatalogText text) {
    landing.write("units/quang-nam.csv", units());
    landing.write(
        SampleNames.catalog(SampleDates.ANNEX_3485, Annex5479.PROVINCE), text.of(catalogs()));
  }

  private String units() {
    CsvText text =
        new CsvText(
            List.of(
                "unit_code",
                "unit_name",
                "kind",
                "parent_code",
                "valid_from",
                "valid_to",
                "aliases"));
    for (Annex5479.Line line : annex) {
      // Readers ignore case, so only a print that differs otherwise is an alias.
      boolean otherName = !line.printedName().equalsIgnoreCase(line.unitName());
      String alias = otherName ? line.printedName() : "";
      text.add(
          List.of(
              line.unitCode(), line.unitName(), line.kind(), Annex5479.PROVINCE, "", "", alias));
    }
    for (Commune commune : communes) {
      text.add(
          List.of(
              commune.unitCode(),
              commune.unitName(),
              "commune",
              commune.districtCode(),
              "",
              "",
              commune.alias()));
    }
    return text.toString();
  }

  private List<Catalog> catalogs() {
    List<Catalog> catalogs = new ArrayList<>();
    for (Annex5479.Line line : annex) {
      line.share().map(share -> catalog(line, share)).ifPresent(catalogs::add);
    }
    List<Procedure> communeProcedures = shared(AdminLevel.COMMUNE, COMMUNE.denominator());
    for (Commune commune : communes) {
      catalogs.add(catalog(commune.unitCode(), communeProcedures, COMMUNE));
    }
    return catalogs;
  }

  private Catalog catalog(Annex5479.Line line, Share share) {
    List<Procedure> procedures =
        line.kind().equals("district")
            ? shared(AdminLevel.DISTRICT, share.denominator())
            : ofDepartment(line.unitCode(), share.denominator());
    return catalog(line.unitCode(), procedures, share);
  }

  private static Catalog catalog(String unitCode, List<Procedure> byReadiness, Share share) {
    return new Catalog(
        unitCode,
        byReadiness,
        ServiceLevels.of(share, Catalog.partial(unitCode, share)),
        PortalIntegration.of(unitCode, SampleDates.ANNEX_3485));
  }

  /** Each field belongs to one department, so no procedure is in two of these catalogs. */
  private List<Procedure> ofDepartment(String unitCode, int size) {
    return ReadinessOrder.of(
        universe.draw(
            unitCode,
            size,
            procedure ->
                procedure.level() == AdminLevel.PROVINCE
                    && procedure.field().department().equals(unitCode)),
        unitCode);
  }

  /** All districts, and all communes, offer the same services, in the same order of readiness. */
  private List<Procedure> shared(AdminLevel level, int size) {
    return ReadinessOrder.of(
        universe.draw(Annex5479.PROVINCE, size, procedure -> procedure.level() == level),
        Annex5479.PROVINCE);
  }
}

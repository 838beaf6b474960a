package io.xephang.samples;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Catalogs of the 17 ministries and of the provinces other than Quảng Nam. */
final class NationalCatalogs {
  private final ProcedureUniverse universe;
  private final CatalogText text;
  private final List<Annex3485.Line> annex;
  private final Map<String, Share> plan;
  private final Map<String, History> histories;

  NationalCatalogs(ProcedureUniverse universe, CatalogText text, List<Annex3485.Line> annex) {
    this.universe = universe;
    this.text = text;
    this.annex = annex;
    this.plan = AnnexPlan.of(annex);
    this.histories = History.all();
  }

  void writeTo(LandingFolder landing) {
    for (Annex3485.Line line : annex) {
      if (!line.unitCode().equals(Annex5479.PROVINCE)) {
        write(line, landing);
      }
    }
  }

  private void write(Annex3485.Line line, LandingFolder landing) {
    String unit = line.unitCode();
    Share share = plan.get(unit);
    Predicate<Procedure> eligible = line.ministry() ? isOf(unit) : NationalCatalogs::isLocal;
    List<Procedure> byReadiness =
        ReadinessOrder.of(universe.draw(unit, share.denominator(), eligible), unit);
    int partial = Catalog.partial(unit, share);

    write(unit, byReadiness, share, partial, SampleDates.ANNEX_3485, landing);
    Optional.ofNullable(histories.get(unit))
        .ifPresent(history -> write(history, byReadiness, share, partial, landing));
  }

  private void write(
      History history,
      List<Procedure> byReadiness,
      Share last,
      int lastPartial,
      LandingFolder landing) {
    for (int step = 0; step < History.LAST_STEP; step++) {
      Share share = history.shareAt(step, last);
      // What is promulgated later is online last, so earlier catalogs are beginnings of the order.
      write(
          history.unitCode(),
          byReadiness.subList(0, share.denominator()),
          share,
          history.partialAt(step, lastPartial),
          History.dateOf(step),
          landing);
    }
  }

  private void write(
      String unit,
      List<Procedure> byReadiness,
      Share share,
      int partial,
      LocalDate date,
      LandingFolder landing) {
    Catalog catalog =
        new Catalog(
            unit, byReadiness, ServiceLevels.of(share, partial), PortalIntegration.of(unit, date));
    landing.write(SampleNames.catalog(date, unit), text.of(List.of(catalog)));
  }

  private static Predicate<Procedure> isOf(String ministry) {
    return procedure ->
        procedure.level() == AdminLevel.MINISTRY && procedure.field().ministry().equals(ministry);
  }

  private static boolean isLocal(Procedure procedure) {
    return procedure.level() != AdminLevel.MINISTRY;
  }
}

package io.xephang.warehouse;

import io.xephang.schemas.Definitions;
import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.Computation.Rows;
import io.xephang.schemas.indicator.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The definitions' computations as SQL for the files of {@code verify}. */
final class ComputationSql {
  private static final String OVERDUE =
      "due_at IS NOT NULL AND (finished_on IS NULL OR overdue_on < finished_on)";

  private final Definitions definitions;

  ComputationSql(Definitions definitions) {
    this.definitions = definitions;
  }

  /** Aggregates over the roots of a catalog. */
  String ofCatalogs() {
    return each(rows -> rows == Rows.CATALOG, how -> counts(how, "true", "true"));
  }

  /** Aggregates over the roots of a catalog on a period's last day. */
  String ofServicesOfAPeriod() {
    return each(rows -> rows == Rows.SERVICES_OF_PERIOD, how -> counts(how, "true", "true"));
  }

  /** Aggregates over counted dossiers received by the end of a period. */
  String ofDossiersOfAPeriod() {
    return each(
        Rows::areDossiers,
        how -> {
          PeriodConditions conditions = PeriodConditions.of(how.rows());
          return counts(how, conditions.among(), conditions.alsoInNumerator());
        });
  }

  /** What a dossier counts for on the day it is received. */
  String onReceived() {
    List<String> events = new ArrayList<>();
    events.add(event("dossiers", "true", "false", "false", "false"));
    events.add(event("counted_dossiers", "is_counted", "false", "false", "false"));
    for (Indicator indicator : dossierIndicators()) {
      Computation how = indicator.computation().orElseThrow();
      switch (how.rows()) {
        case DOSSIERS_RECEIVED ->
            events.add(event(indicator.id(), counted(how), "false", numerator(how), "false"));
        case DOSSIERS_TO_FINISH, DOSSIERS_OPEN ->
            events.add(event(indicator.id(), counted(how), "false", "false", "false"));
        default -> {
          // Nothing of it happens on this day.
        }
      }
    }
    return String.join(", ", events);
  }

  /** What a dossier counts for on the day it is finished. */
  String onFinished() {
    List<String> events = new ArrayList<>();
    events.add(event("counted_dossiers", "false", "is_counted", "false", "false"));
    for (Indicator indicator : dossierIndicators()) {
      Computation how = indicator.computation().orElseThrow();
      switch (how.rows()) {
        case DOSSIERS_FINISHED ->
            events.add(event(indicator.id(), counted(how), "false", numerator(how), "false"));
        case DOSSIERS_TO_FINISH ->
            events.add(event(indicator.id(), "false", counted(how), numerator(how), "false"));
        case DOSSIERS_OPEN ->
            events.add(
                event(
                    indicator.id(),
                    "false",
                    counted(how),
                    "false",
                    numerator(how) + " AND (" + OVERDUE + ")"));
        default -> {
          // Nothing of it happens on this day.
        }
      }
    }
    return String.join(", ", events);
  }

  /** What a dossier counts for on the day on which it becomes overdue. */
  String onOverdue() {
    return dossierIndicators().stream()
        .filter(indicator -> indicator.computation().orElseThrow().rows() == Rows.DOSSIERS_OPEN)
        .map(
            indicator ->
                event(
                    indicator.id(),
                    "false",
                    "false",
                    numerator(indicator.computation().orElseThrow()),
                    "false"))
        .collect(Collectors.joining(", "));
  }

  private List<Indicator> dossierIndicators() {
    return definitions.indicators().values().stream()
        .filter(
            indicator ->
                indicator.computation().filter(how -> how.rows().areDossiers()).isPresent())
        .toList();
  }

  private String each(Predicate<Rows> of, Function<Computation, String> counts) {
    return definitions.indicators().values().stream()
        .filter(indicator -> indicator.computation().filter(how -> of.test(how.rows())).isPresent())
        .map(
            indicator ->
                "{indicator: "
                    + SqlText.literal(indicator.id())
                    + ", "
                    + counts.apply(indicator.computation().orElseThrow())
                    + "}")
        .collect(Collectors.joining(", "));
  }

  /** A row counts in the numerator only if it counts in the denominator. */
  private static String counts(Computation how, String among, String alsoInNumerator) {
    return "numerator: count(*) FILTER (%1$s AND (%2$s) AND (%3$s) AND %4$s), denominator: count(*) FILTER (%1$s AND (%2$s))"
        .formatted(among, how.denominator(), how.numerator(), alsoInNumerator);
  }

  private static String counted(Computation how) {
    return "(is_counted AND (" + how.denominator() + "))";
  }

  private static String numerator(Computation how) {
    return "(" + counted(how) + " AND (" + how.numerator() + "))";
  }

  private static String event(
      String measure, String came, String went, String numeratorCame, String numeratorWent) {
    return "{measure: %s, came: %s, went: %s, numerator_came: %s, numerator_went: %s}"
        .formatted(SqlText.literal(measure), came, went, numeratorCame, numeratorWent);
  }
}

package io.xephang.warehouse;

import io.xephang.schemas.indicator.Computation.Rows;

/**
 * What a period says of a counted dossier received by its last day, beside the definition's
 * predicates: SQL over {@code dossier} (received_on, finished_on, due_on) and {@code period}
 * (period_start, data_date), never null.
 *
 * @param among which dossiers the period looks at
 * @param alsoInNumerator which of them its numerator may count
 */
record PeriodConditions(String among, String alsoInNumerator) {
  static PeriodConditions of(Rows rows) {
    String finished =
        "coalesce(dossier.finished_on BETWEEN period.period_start AND period.data_date, false)";
    return switch (rows) {
      case DOSSIERS_RECEIVED ->
          new PeriodConditions("dossier.received_on >= period.period_start", "true");
      case DOSSIERS_FINISHED -> new PeriodConditions(finished, "true");
      case DOSSIERS_TO_FINISH ->
          new PeriodConditions(
              "(dossier.finished_on IS NULL OR dossier.finished_on >= period.period_start)",
              finished);
      case DOSSIERS_OPEN ->
          new PeriodConditions(
              "(dossier.finished_on IS NULL OR dossier.finished_on > period.data_date)",
              "coalesce(dossier.due_on <= period.data_date, false)");
      case CATALOG, SERVICES_OF_PERIOD ->
          throw new IllegalArgumentException(rows.id() + " are no dossiers");
    };
  }
}

package io.xephang.warehouse;

import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.Computation.Rows;
import java.time.LocalDate;

/**
 * The dossiers that a computation counts in a period, as the beginning of a query.
 *
 * @param unitCode whose, with all units below; a national sum has all of its ministries or
 *     provinces
 * @param computation of dossiers
 * @param first day of the period
 * @param last day of it that is counted
 */
record DossiersOfPeriod(String unitCode, Computation computation, LocalDate first, LocalDate last) {
  /** Earlier than any day that a dossier may be received on. */
  private static final String EVER = "-infinity";

  /** Those received in a period, whatever they count for. */
  static DossiersOfPeriod received(String unitCode, LocalDate first, LocalDate last) {
    return new DossiersOfPeriod(
        unitCode, new Computation(Rows.DOSSIERS_RECEIVED, "true", "true"), first, last);
  }

  /** SQL that asks them; what is asked stands in a file of {@code explain}. */
  String sql(String question) {
    PeriodConditions conditions = PeriodConditions.of(computation.rows());
    return (SqlText.of("explain/counted_dossiers.sql") + SqlText.of("explain/" + question + ".sql"))
        .replace("${numerator}", computation.numerator())
        .replace("${denominator}", computation.denominator())
        .replace("${among}", conditions.among())
        .replace("${also_in_numerator}", conditions.alsoInNumerator())
        .replace("${period_start}", SqlText.literal(first.toString()))
        .replace("${data_date}", SqlText.literal(last.toString()))
        .replace(
            "${received_from}",
            "TIMESTAMP "
                + SqlText.literal(
                    computation.rows() == Rows.DOSSIERS_RECEIVED ? first.toString() : EVER))
        .replace("${of_unit}", ofUnit())
        .replace("${scope}", SqlText.literal(scope()));
  }

  private String ofUnit() {
    return switch (unitCode) {
      case "VN" -> "true";
      case "VN.ministry" -> "province_code LIKE 'G%'";
      case "VN.province" -> "province_code LIKE 'H%'";
      default ->
          "province_code = %s AND (unit_code = %s OR starts_with(unit_code, %s))"
              .formatted(
                  SqlText.literal(scope()),
                  SqlText.literal(unitCode),
                  SqlText.literal(unitCode + "."));
    };
  }

  /** Its province or ministry. */
  private String scope() {
    return unitCode.substring(0, Math.min(3, unitCode.length()));
  }
}

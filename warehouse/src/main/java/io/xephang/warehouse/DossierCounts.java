package io.xephang.warehouse;

import io.xephang.schemas.unit.UnitCode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an indicator counts of a unit's dossiers in any span of days, such as a week: by the same
 * definition as in the months, quarters and years that are published.
 */
public final class DossierCounts {
  private static final List<String> VIEWS =
      List.of("dossier", "progress", "timeliness", "idle_service");

  private final Warehouse warehouse;

  DossierCounts(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * The counts of a unit below.
   *
   * @param unitName its code if nothing names it
   */
  public record Count(String unitCode, String unitName, long numerator, long denominator) {}

  /**
   * The counts of the unit itself and of each unit right below it, with all units below that one;
   * by code. They add up to those of the unit. Units without a dossier in the denominator are left
   * out.
   *
   * @param indicator one that counts dossiers
   * @param first day of the span
   * @param last day of the span
   */
  public List<Count> below(String indicator, String unitCode, LocalDate first, LocalDate last)
      throws SQLException {
    int groups = new UnitCode(unitCode).value().split("\\.").length + 1;
    return warehouse.list(
        new DossiersOfPeriod(
                unitCode,
                warehouse
                    .list(SqlText.of("rankings/computation.sql"), Rankings::computation, indicator)
                    .get(0),
                first,
                last)
            .sql("counts_below"),
        row ->
            new Count(
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getLong("numerator"),
                row.getLong("denominator")),
        groups);
  }

  /** Whether a question reads dossiers, or what an indicator that counts them was computed to. */
  public boolean readBy(Select select) throws SQLException {
    if (select.parameters().containsValue(Basis.REPORTED.id())) {
      return false;
    }
    return Stream.concat(
            VIEWS.stream(),
            warehouse
                .list(
                    SqlText.of("figures/counting_dossiers.sql"), row -> row.getString("indicator"))
                .stream())
        .anyMatch(select::names);
  }

  /** The day up to which dossiers are counted; empty if none ever was. */
  public Optional<LocalDate> countedTo() throws SQLException {
    return warehouse
        .list(
            SqlText.of("figures/counted_to.sql"),
            row -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
        .get(0);
  }
}

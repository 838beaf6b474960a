package io.xephang.warehouse;

import io.xephang.schemas.indicator.Direction;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.ExplainedIndicator.DueTarget;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** All figures of one unit, for its own report. */
public final class UnitFigures {
  private final Warehouse warehouse;

  UnitFigures(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * The computed figures of a unit on a day, one for each indicator: those of a day first, then
   * those of the month around it.
   */
  public List<UnitFigure> of(String unitCode, LocalDate day) throws SQLException {
    return warehouse.list(SqlText.of("figures/of_unit.sql"), UnitFigures::figure, unitCode, day);
  }

  /** How many services at level 4 got no dossier in the month around a day, by any channel. */
  public long idleServices(String unitCode, LocalDate day) throws SQLException {
    return warehouse
        .list(
            SqlText.of("figures/idle.sql"),
            row -> row.getLong("services"),
            unitCode,
            PeriodType.MONTH.firstDay(day))
        .get(0);
  }

  /**
   * The files behind computed figures of a unit: its catalogs in force on a day and the dossiers
   * received in a period that ends with it.
   *
   * @param first null = catalogs alone
   */
  public Sources sources(String unitCode, LocalDate first, LocalDate last) throws SQLException {
    return new Sources(
        new SourceFiles(warehouse)
            .behind(unitCode, first, last).stream().map(SourceFile::file).distinct().toList(),
        List.of());
  }

  private static UnitFigure figure(ResultSet row) throws SQLException {
    return new UnitFigure(
        row.getString("indicator"),
        row.getString("name_vi"),
        PeriodType.parse(row.getString("default_period_type")).orElseThrow(),
        Direction.parse(row.getString("direction")).orElseThrow(),
        row.getObject("numerator", Long.class),
        row.getObject("denominator", Long.class),
        row.getObject("data_date", LocalDate.class),
        row.getObject("numerator_before", Long.class),
        row.getObject("denominator_before", Long.class),
        row.getObject("target") == null
            ? null
            : new DueTarget(
                row.getDouble("target"),
                row.getObject("due", LocalDate.class),
                row.getString("legal_basis")));
  }
}

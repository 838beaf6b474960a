package io.xephang.warehouse;

import io.xephang.schemas.indicator.Computation;
import io.xephang.schemas.indicator.PeriodType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The files that computed figures came from, by name. */
final class SourceFiles {
  private final Warehouse warehouse;

  SourceFiles(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * The files behind the figure of a unit, or of all that a national sum adds up. What services
   * have dossiers in a period rests on catalogs and on the dossiers received in it.
   *
   * @param asked the day that is asked for
   * @param last the last day that is counted: the same for a rate of a day
   */
  List<SourceFile> of(
      Computation computation, String unitCode, PeriodType type, LocalDate asked, LocalDate last)
      throws SQLException {
    LocalDate first = type.firstDay(asked);
    return switch (computation.rows()) {
      case CATALOG -> ofCatalogs(unitCode, type, last);
      case SERVICES_OF_PERIOD ->
          Stream.concat(
                  ofCatalogs(unitCode, type, last).stream(),
                  ofDossiers(DossiersOfPeriod.received(unitCode, first, last)).stream())
              .toList();
      case DOSSIERS_RECEIVED, DOSSIERS_FINISHED, DOSSIERS_TO_FINISH, DOSSIERS_OPEN ->
          ofDossiers(new DossiersOfPeriod(unitCode, computation, first, last));
    };
  }

  /**
   * The files behind all figures of a unit in a span of days.
   *
   * @param first null = those of the last day alone
   */
  List<SourceFile> behind(String unitCode, LocalDate first, LocalDate last) throws SQLException {
    List<SourceFile> catalogs = ofCatalogs(unitCode, PeriodType.AS_OF, last);
    return first == null
        ? catalogs
        : Stream.concat(
                catalogs.stream(),
                ofDossiers(DossiersOfPeriod.received(unitCode, first, last)).stream())
            .toList();
  }

  private List<SourceFile> ofCatalogs(String unitCode, PeriodType type, LocalDate day)
      throws SQLException {
    return warehouse.list(
        SqlText.of("explain/catalog_files.sql"), SourceFiles::file, unitCode, day, type.id());
  }

  private List<SourceFile> ofDossiers(DossiersOfPeriod dossiers) throws SQLException {
    return warehouse.list(dossiers.sql("dossier_files"), SourceFiles::file);
  }

  static SourceFile file(ResultSet row) throws SQLException {
    return new SourceFile(
        row.getString("file"),
        row.getString("content_sha256"),
        row.getString("run_id"),
        row.getTimestamp("ingested_at").toLocalDateTime());
  }
}

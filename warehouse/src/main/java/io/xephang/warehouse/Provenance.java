package io.xephang.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What a result of the served database rests on.
 *
 * @param indicators all of them, by id
 * @param sources the files that count
 */
public record Provenance(
    ServedPublication publication, List<DefinedIndicator> indicators, Sources sources) {
  public Provenance {
    indicators = List.copyOf(indicators);
  }

  /**
   * What an indicator means.
   *
   * @param legalBasis in force on the publication's as-of date; null if there was none
   */
  public record DefinedIndicator(
      String id,
      String nameVi,
      String nameEn,
      String numeratorVi,
      String numeratorEn,
      String denominatorVi,
      String denominatorEn,
      String legalBasis) {
    static DefinedIndicator of(ResultSet row) throws SQLException {
      return new DefinedIndicator(
          row.getString("indicator"),
          row.getString("name_vi"),
          row.getString("name_en"),
          row.getString("numerator_vi"),
          row.getString("numerator_en"),
          row.getString("denominator_vi"),
          row.getString("denominator_en"),
          row.getString("legal_basis"));
    }
  }
}

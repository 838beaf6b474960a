package io.xephang.reports.content;

import io.xephang.reports.template.Placeholder;
import io.xephang.schemas.unit.UnitCode;
import io.xephang.warehouse.ExplainedUnit;
import io.xephang.warehouse.Warehouse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The unit that a report is of, as it is called on a day.
 *
 * @param parent its province or ministry; empty if it is one
 */
record ReportedUnit(ExplainedUnit unit, Optional<ExplainedUnit> parent) {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final String PROVINCE = "province";

  /** Places, which a people's committee speaks for; their names begin with a word for the kind. */
  private static final Set<String> PLACES = Set.of(PROVINCE, "district", "commune");

  static ReportedUnit of(Warehouse warehouse, String unitCode, LocalDate day) throws SQLException {
    ExplainedUnit unit = warehouse.explanations().unit(unitCode, day);
    Optional<String> root =
        UnitCode.parse(unitCode).filter(code -> !code.isRoot()).map(code -> code.root().value());
    return new ReportedUnit(
        unit,
        root.isEmpty()
            ? Optional.empty()
            : Optional.of(warehouse.explanations().unit(root.get(), day)));
  }

  /** Refuses what is no province. */
  static ReportedUnit province(Warehouse warehouse, String unitCode, LocalDate day)
      throws SQLException, UnsuitableQuestion {
    ReportedUnit known = of(warehouse, unitCode, day);
    if (!PROVINCE.equals(known.unit.kind())) {
      throw new UnsuitableQuestion(
          unitCode
              + " "
              + known.unit.fullName()
              + ": báo cáo này là của tỉnh, thành phố, như H47 / this report is of a province, such"
              + " as H47");
    }
    if (!known.unit.exists()) {
      throw new UnsuitableQuestion(
          unitCode
              + " "
              + known.unit.fullName()
              + ": không tồn tại vào ngày / does not exist on "
              + day);
    }
    return known;
  }

  String code() {
    return unit.code();
  }

  /** Adds its names to the values of a document. */
  void name(Map<Placeholder, String> values) {
    values.put(Placeholder.UNIT, unit.name());
    values.put(Placeholder.UNIT_FULL, withinASentence(unit));
    values.put(Placeholder.UNIT_FULL_UPPER, unit.fullName().toUpperCase(VIETNAMESE));
    values.put(Placeholder.UNIT_ORGANISATION, organisation(unit));
    values.put(Placeholder.UNIT_PARENT, parent.map(ReportedUnit::organisation).orElse(""));
  }

  private static String organisation(ExplainedUnit unit) {
    return (isPlace(unit) ? "UBND " : "") + withinASentence(unit);
  }

  /** {@code tỉnh Quảng Nam}: the word before a place's name is none of it. */
  private static String withinASentence(ExplainedUnit unit) {
    String name = unit.fullName();
    return isPlace(unit) ? name.substring(0, 1).toLowerCase(VIETNAMESE) + name.substring(1) : name;
  }

  private static boolean isPlace(ExplainedUnit unit) {
    return unit.kind() != null && PLACES.contains(unit.kind());
  }
}

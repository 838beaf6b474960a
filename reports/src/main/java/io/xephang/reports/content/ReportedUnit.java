package io.xephang.reports.content;

import io.xephang.reports.template.Placeholder;
import io.xephang.warehouse.ExplainedUnit;
import io.xephang.warehouse.Warehouse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** The unit that a report is of, as it is called on a day. */
record ReportedUnit(ExplainedUnit unit) {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final String PROVINCE = "province";

  static ReportedUnit of(Warehouse warehouse, String unitCode, LocalDate day) throws SQLException {
    return new ReportedUnit(warehouse.explanations().unit(unitCode, day));
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
    values.put(Placeholder.UNIT_FULL, withinASentence());
    values.put(Placeholder.UNIT_FULL_UPPER, unit.fullName().toUpperCase(VIETNAMESE));
  }

  /** {@code tỉnh Quảng Nam}: the word before a province's name is none of it. */
  private String withinASentence() {
    String name = unit.fullName();
    return PROVINCE.equals(unit.kind())
        ? name.substring(0, 1).toLowerCase(VIETNAMESE) + name.substring(1)
        : name;
  }
}

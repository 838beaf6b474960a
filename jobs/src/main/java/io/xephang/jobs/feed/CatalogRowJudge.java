package io.xephang.jobs.feed;

import io.xephang.jobs.feed.rows.RawRow;
import io.xephang.schemas.procedure.ProcedureCode;
import io.xephang.schemas.unit.UnitCode;
import io.xephang.schemas.unit.UnitName;
import io.xephang.schemas.unit.UnitRegister;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The feed catalogs: the procedures of a unit on the date of the folder. */
final class CatalogRowJudge implements RowJudge {
  private static final long serialVersionUID = 1L;

  /**
   * Partial and full are the names of levels 3 and 4 since Nghị định 42/2022/NĐ-CP. Officials also
   * write them out.
   */
  private static final Map<UnitName, Integer> LEVELS = levels();

  private final UnitRegister register;

  CatalogRowJudge(UnitRegister register) {
    this.register = register;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "unit_code",
        "scope_code",
        "snapshot_date",
        "procedure_code",
        "written_code",
        "procedure_name",
        "field_code",
        "field_name",
        "admin_level",
        "service_level",
        "eligible_level4",
        "on_national_portal",
        "run_by_ministry",
        "has_fee",
        "max_days");
  }

  @Override
  public Verdict judge(RawRow.Cells row, Origin origin) {
    CellReader cells = new CellReader(row);
    Map<String, Object> values = new HashMap<>();
    unit(cells, values);
    values.put("snapshot_date", origin.date());
    cells.required("procedure_code");
    ProcedureCode procedure =
        cells.parsed(
            "procedure_code",
            Reason.BAD_CODE,
            "a procedure code like " + ProcedureCode.FORM,
            value -> ProcedureCode.parse(value).orElse(null));
    if (procedure != null) {
      values.put("procedure_code", procedure.root());
      values.put("written_code", procedure.written());
    }
    for (String column : List.of("procedure_name", "field_code", "field_name", "admin_level")) {
      values.put(column, cells.text(column));
    }
    values.put(
        "service_level",
        cells.parsed(
            "service_level",
            Reason.BAD_LEVEL,
            "1 to 4, Mức độ 1 to Mức độ 4, mot_phan, toan_trinh or nothing",
            value -> LEVELS.get(UnitName.of(value))));
    for (String column :
        List.of("eligible_level4", "on_national_portal", "run_by_ministry", "has_fee")) {
      values.put(column, cells.yes(column));
    }
    values.put("max_days", cells.number("max_days"));
    return verdict(cells, values);
  }

  private static Map<UnitName, Integer> levels() {
    Map<UnitName, Integer> levels = new HashMap<>();
    for (int level = 1; level <= 4; level++) {
      for (String written : List.of("", "Mức ", "Mức độ ")) {
        levels.put(UnitName.of(written + level), level);
      }
    }
    for (String written : List.of("mot_phan", "Một phần", "DVC một phần", "DVCTT một phần")) {
      levels.put(UnitName.of(written), 3);
    }
    for (String written :
        List.of("toan_trinh", "Toàn trình", "DVC toàn trình", "DVCTT toàn trình")) {
      levels.put(UnitName.of(written), 4);
    }
    return Map.copyOf(levels);
  }

  private void unit(CellReader cells, Map<String, Object> values) {
    String written = cells.required("unit_code");
    if (written == null) {
      return;
    }
    register
        .byCode(written)
        .decide(
            found ->
                UnitCode.parse(found)
                    .ifPresentOrElse(
                        code -> {
                          values.put("unit_code", code.value());
                          values.put("scope_code", code.root().value());
                        },
                        () ->
                            cells.reject(
                                Reason.UNKNOWN_UNIT,
                                "found unit_code '"
                                    + written
                                    + "', expected a ministry, a province or a unit below")),
            detail -> cells.reject(Reason.UNKNOWN_UNIT, detail));
  }
}

package io.xephang.jobs.feed;

import io.xephang.jobs.feed.rows.RawRow;
import io.xephang.schemas.unit.UnitCode;
import io.xephang.schemas.unit.UnitKind;
import io.xephang.schemas.unit.UnitMatch;
import io.xephang.schemas.unit.UnitName;
import io.xephang.schemas.unit.UnitRegister;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The feed units: departments, districts and communes below a known province or ministry. */
final class UnitRowJudge implements RowJudge {
  private static final long serialVersionUID = 1L;

  private final UnitRegister shipped;

  UnitRowJudge(UnitRegister shipped) {
    this.shipped = shipped;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "unit_code", "unit_name", "kind", "parent_code", "valid_from", "valid_to", "aliases");
  }

  @Override
  public Verdict judge(RawRow.Cells row, Origin origin) {
    CellReader cells = new CellReader(row);
    Map<String, Object> values = new HashMap<>();
    if (cells.required("unit_code") != null) {
      shipped
          .byCode(cells.text("unit_code"))
          .decide(
              code -> {
                if (isBelowRoot(code)) {
                  values.put("unit_code", code);
                } else {
                  cells.reject(
                      Reason.BAD_VALUE,
                      "found unit_code '"
                          + code
                          + "', expected a unit below a province or ministry;"
                          + " those and the nation ship with the product");
                }
              },
              detail -> cells.reject(Reason.UNKNOWN_UNIT, detail));
    }
    String name = cells.required("unit_name");
    values.put("unit_name", name == null ? null : UnitName.spaced(name));
    cells.required("kind");
    UnitKind kind =
        cells.parsed(
            "kind",
            Reason.BAD_VALUE,
            "department, district or commune",
            value -> UnitKind.parse(value).filter(UnitRowJudge::isBelowRoot).orElse(null));
    values.put("kind", kind == null ? null : kind.id());
    // The code alone decides what a unit lies below; a parent that nobody knows is not kept.
    if (cells.text("parent_code") != null
        && shipped.byCode(cells.text("parent_code")) instanceof UnitMatch.Found parent) {
      values.put("parent_code", parent.code());
    }
    LocalDate from = cells.date("valid_from");
    LocalDate to = cells.date("valid_to");
    if (from != null && to != null && from.isAfter(to)) {
      cells.reject(
          Reason.BAD_DATE,
          "found valid_from " + from + " after valid_to " + to + ", expected it before");
    }
    values.put("valid_from", from);
    values.put("valid_to", to);
    values.put("aliases", cells.text("aliases"));
    return verdict(cells, values);
  }

  private static boolean isBelowRoot(String code) {
    return UnitCode.parse(code).filter(parsed -> !parsed.isRoot()).isPresent();
  }

  private static boolean isBelowRoot(UnitKind kind) {
    return kind == UnitKind.DEPARTMENT || kind == UnitKind.DISTRICT || kind == UnitKind.COMMUNE;
  }
}

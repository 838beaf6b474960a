package io.xephang.jobs.feed;

import io.xephang.jobs.feed.rows.RawRow;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.schemas.unit.UnitMatch;
import io.xephang.schemas.unit.UnitRegister;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The feed reports: rates as units reported them or letters printed them. */
final class ReportRowJudge implements RowJudge {
  private static final long serialVersionUID = 1L;

  private final UnitRegister register;
  private final TreeSet<String> indicators;

  ReportRowJudge(UnitRegister register, Set<String> indicators) {
    this.register = register;
    this.indicators = new TreeSet<>(indicators);
  }

  @Override
  public List<String> columns() {
    return List.of(
        "indicator",
        "unit_code",
        "as_of",
        "period_type",
        "numerator",
        "denominator",
        "value",
        "printed_value",
        "printed_name",
        "source",
        "note");
  }

  @Override
  public Verdict judge(RawRow.Cells row, Origin origin) {
    CellReader cells = new CellReader(row);
    Map<String, Object> values = new HashMap<>();
    cells.required("indicator");
    values.put(
        "indicator",
        cells.parsed(
            "indicator",
            Reason.BAD_VALUE,
            "one of " + indicators,
            value -> indicators.contains(value) ? value : null));
    unit(cells)
        .ifPresent(
            match ->
                match.decide(
                    code -> values.put("unit_code", code),
                    detail -> cells.reject(Reason.UNKNOWN_UNIT, detail)));
    period(cells, values);
    counts(cells, values);
    values.put("printed_name", cells.text("unit_name"));
    values.put("source", cells.text("source"));
    values.put("note", cells.text("note"));
    return verdict(cells, values);
  }

  private static void period(CellReader cells, Map<String, Object> values) {
    cells.required("as_of");
    LocalDate asOf = cells.date("as_of");
    PeriodType type =
        cells.text("period_type") == null
            ? PeriodType.AS_OF
            : cells.parsed(
                "period_type",
                Reason.BAD_VALUE,
                "as_of, month, quarter or year",
                value -> PeriodType.parse(value).orElse(null));
    if (asOf != null && type != null && !type.lastDay(asOf).equals(asOf)) {
      cells.reject(
          Reason.BAD_DATE,
          "found as_of "
              + asOf
              + " with period_type "
              + type.id()
              + ", expected the period's last day, "
              + type.lastDay(asOf));
    }
    values.put("as_of", asOf);
    values.put("period_type", type == null ? null : type.id());
  }

  private static void counts(CellReader cells, Map<String, Object> values) {
    Long numerator = cells.count("numerator");
    Long denominator = cells.count("denominator");
    String printedValue = cells.text("value");
    // A print that is no percentage ("không", "~25") is kept as printed and says no number.
    Double printed = printedValue == null ? null : PrintedValue.parse(printedValue).orElse(null);
    values.put("numerator", numerator);
    values.put("denominator", denominator);
    values.put("printed_value", printedValue);
    // Counts are exact and a print is rounded, cut or mistyped: the counts are what is ranked.
    if (numerator != null && denominator != null) {
      values.put("value", denominator == 0 ? null : (double) numerator / denominator);
    } else {
      values.put("value", printed);
    }
  }

  private Optional<UnitMatch> unit(CellReader cells) {
    String code = cells.text("unit_code");
    String name = cells.text("unit_name");
    if (code != null) {
      UnitMatch byCode = register.byCode(code);
      if (byCode instanceof UnitMatch.Found || name == null) {
        return Optional.of(byCode);
      }
    }
    if (name == null) {
      cells.reject(Reason.MISSING_FIELD, "unit_code and unit_name are empty, expected one of them");
      return Optional.empty();
    }
    if (cells.text("parent_code") == null) {
      return Optional.of(register.byName(name, null));
    }
    UnitMatch parent = register.byCode(cells.text("parent_code"));
    return Optional.of(
        parent instanceof UnitMatch.Found found ? register.byName(name, found.code()) : parent);
  }
}

package io.xephang.reports.annex;

import io.xephang.reports.annex.Annex.Section;
import io.xephang.warehouse.CsvRows;
import io.xephang.warehouse.RankedUnit;
import io.xephang.warehouse.ResultColumn;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The annex for programs: one line a unit (contract, section 3). */
public final class CsvAnnex {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn("section", "VARCHAR"),
          new ResultColumn("serial", "INTEGER"),
          new ResultColumn("rank", "INTEGER"),
          new ResultColumn("unit_code", "VARCHAR"),
          new ResultColumn("unit_name", "VARCHAR"),
          new ResultColumn("numerator", "BIGINT"),
          new ResultColumn("denominator", "BIGINT"),
          new ResultColumn("value", "DOUBLE"),
          new ResultColumn("printed", "VARCHAR"));

  private CsvAnnex() {}

  public static void write(Annex annex, Writer out) throws IOException {
    CsvRows csv = new CsvRows(out);
    csv.columns(COLUMNS);
    for (Section section : annex.sections()) {
      for (RankedUnit unit : section.units()) {
        csv.row(
            Arrays.asList(
                section.kind().name().toLowerCase(Locale.ROOT),
                unit.serial(),
                unit.rank(),
                unit.unitCode(),
                unit.unitName(),
                unit.numerator(),
                unit.denominator(),
                unit.value(),
                PrintedRate.of(unit)));
      }
    }
    csv.end();
  }
}

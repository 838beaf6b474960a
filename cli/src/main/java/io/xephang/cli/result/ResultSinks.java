package io.xephang.cli.result;

import io.xephang.warehouse.CsvRows;
import io.xephang.warehouse.ExcelCsvRows;
import io.xephang.warehouse.JsonRows;
import io.xephang.warehouse.Measure;
import io.xephang.warehouse.NdjsonRows;
import io.xephang.warehouse.RowSink;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.OptionalInt;

/** What writes rows as text. */
public final class ResultSinks {
  private ResultSinks() {}

  /**
   * The sink of a form.
   *
   * @param out stays open
   * @param screen characters of a line; absent if nothing of a table is to be cut
   * @param measures by which numbers of a table are shown; none: exactly
   * @throws IllegalArgumentException if the form is no text
   */
  public static RowSink of(
      ResultFormat format, Writer out, OptionalInt screen, Map<String, Measure> measures)
      throws IOException {
    return switch (format) {
      case TABLE -> new TableRows(out, screen, measures);
      case CSV -> new CsvRows(out);
      case EXCEL_CSV -> new ExcelCsvRows(out);
      case JSON -> new JsonRows(out);
      case NDJSON -> new NdjsonRows(out);
      case PARQUET, XLSX -> throw new IllegalArgumentException(format + " is no text");
    };
  }
}

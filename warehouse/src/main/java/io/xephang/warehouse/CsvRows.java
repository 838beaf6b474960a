package io.xephang.warehouse;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes a result as CSV: comma, header, decimal point, ISO dates; empty means null. */
public final class CsvRows implements RowSink {
  private final CsvWriter csv;

  /** Writes to the given writer, which stays open. */
  public CsvRows(Writer out) {
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
  }

  @Override
  public void columns(List<ResultColumn> columns) {
    csv.writeRecord(columns.stream().map(ResultColumn::name).toList());
  }

  @Override
  public void row(List<Object> values) {
    csv.writeRecord(values.stream().map(PlainText::of).toList());
  }

  @Override
  public void end() throws IOException {
    csv.flush();
  }
}

package io.xephang.samples;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;

/** A CSV file in the making, in memory. */
public final class CsvText {
  private final StringWriter text = new StringWriter();
  private final CsvWriter writer =
      // Line ends that do not depend on the machine.
      CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(text);

  public CsvText(List<String> header) {
    writer.writeRecord(header);
  }

  public void add(List<String> row) {
    writer.writeRecord(row);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

package io.xephang.warehouse;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes a result as a JSON object a line, which programs read row by row. */
public final class NdjsonRows implements RowSink {
  private final JsonGenerator json;
  private List<String> names = List.of();

  /** Writes to the given writer, which stays open. */
  public NdjsonRows(Writer out) throws IOException {
    this.json = JsonRows.FACTORY.createGenerator(out);
    json.setPrettyPrinter(new MinimalPrettyPrinter(""));
  }

  @Override
  public void columns(List<ResultColumn> columns) {
    names = JsonRows.names(columns);
  }

  @Override
  public void row(List<Object> values) throws IOException {
    JsonRows.write(json, names, values);
    json.writeRaw('\n');
  }

  @Override
  public void end() throws IOException {
    json.flush();
  }
}

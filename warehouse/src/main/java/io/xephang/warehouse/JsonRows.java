package io.xephang.warehouse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a result as a JSON array of objects, an object a line; dates are ISO texts. */
public final class JsonRows implements RowSink {
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final JsonGenerator json;
  private List<String> names = List.of();
  private boolean first = true;

  /** Writes to the given writer, which stays open. */
  public JsonRows(Writer out) throws IOException {
    this.json = FACTORY.createGenerator(out);
  }

  @Override
  public void columns(List<ResultColumn> columns) throws IOException {
    names = names(columns);
    json.writeStartArray();
  }

  @Override
  public void row(List<Object> values) throws IOException {
    // The comma comes with the object; the line break after it is white space.
    json.writeRaw(first ? "\n" : "");
    write(json, names, values);
    json.writeRaw("\n");
    first = false;
  }

  @Override
  public void end() throws IOException {
    json.writeEndArray();
    json.writeRaw("\n");
    json.flush();
  }

  /**
   * The keys of the objects. Of columns of one name a reader would keep one: the second becomes
   * {@code name_1}, as in Parquet.
   */
  static List<String> names(List<ResultColumn> columns) {
    Set<String> names = new LinkedHashSet<>();
    for (ResultColumn column : columns) {
      String name = column.name();
      for (int i = 1; !names.add(name); i++) {
        name = column.name() + "_" + i;
      }
    }
    return List.copyOf(names);
  }

  static void write(JsonGenerator json, List<String> names, List<Object> values)
      throws IOException {
    json.writeStartObject();
    for (int i = 0; i < values.size(); i++) {
      json.writeFieldName(names.get(i));
      write(json, values.get(i));
    }
    json.writeEndObject();
  }

  static void write(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number number) {
      writeNumber(json, number);
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        write(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else {
      json.writeString(PlainText.of(value));
    }
  }

  /** JSON has no numbers for infinity and "not a number": they are texts. */
  private static void writeNumber(JsonGenerator json, Number number) throws IOException {
    if (PlainText.isFinite(number)) {
      json.writeNumber(PlainText.exact(number));
    } else {
      json.writeString(number.toString());
    }
  }
}

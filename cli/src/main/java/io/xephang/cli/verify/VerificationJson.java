package io.xephang.cli.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.xephang.warehouse.Difference;
import io.xephang.warehouse.Difference.Field;
import io.xephang.warehouse.TableCheck;
import io.xephang.warehouse.VerificationReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/** The report for programs. Values are texts, so that no digit is lost; an empty one is null. */
public final class VerificationJson {
  private VerificationJson() {}

  public static void write(VerificationReport report, Writer out) throws IOException {
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeNumberField("publication_id", report.publication());
      json.writeStringField("as_of", report.asOf().toString());
      json.writeBooleanField("agrees", report.agrees());
      json.writeBooleanField("other_definitions", report.otherDefinitions());
      json.writeNumberField("differences", report.differences());
      json.writeArrayFieldStart("checks");
      for (TableCheck check : report.checks()) {
        write(json, check);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void write(JsonGenerator json, TableCheck check) throws IOException {
    json.writeStartObject();
    json.writeStringField("table", check.table());
    json.writeStringField("against", check.against().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("rows", check.rows());
    json.writeNumberField("differences", check.differences());
    json.writeArrayFieldStart("examples");
    for (Difference difference : check.examples()) {
      json.writeStartObject();
      json.writeStringField("kind", difference.kind().name().toLowerCase(Locale.ROOT));
      json.writeObjectFieldStart("key");
      for (Map.Entry<String, String> column : difference.key().entrySet()) {
        json.writeStringField(column.getKey(), column.getValue());
      }
      json.writeEndObject();
      json.writeArrayFieldStart("fields");
      for (Field field : difference.fields()) {
        json.writeStartObject();
        json.writeStringField("column", field.column());
        json.writeStringField("found", field.found());
        json.writeStringField("expected", field.expected());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}

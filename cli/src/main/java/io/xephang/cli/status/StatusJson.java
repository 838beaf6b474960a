package io.xephang.cli.status;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.xephang.home.CheckFinding;
import io.xephang.home.RunRecord;
import io.xephang.warehouse.FeedCoverage;
import io.xephang.warehouse.FeedCoverage.LateUnit;
import io.xephang.warehouse.FileCount;
import io.xephang.warehouse.QuarantineCount;
import io.xephang.warehouse.ServedPublication;
import java.io.IOException;
import java.io.PrintStream;

/** The status for programs; names are those of the views, dates ISO. */
public final class StatusJson {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;

  private StatusJson(JsonGenerator json) {
    this.json = json;
  }

  public static void print(DeploymentStatus status, PrintStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
      new StatusJson(json).write(status);
    }
    out.println();
  }

  private void write(DeploymentStatus status) throws IOException {
    json.writeStartObject();
    json.writeFieldName("publication");
    if (status.publication().isPresent()) {
      write(status.publication().get());
    } else {
      json.writeNull();
    }
    json.writeArrayFieldStart("runs");
    for (RunRecord run : status.runs()) {
      write(run);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("coverage");
    for (FeedCoverage feed : status.coverage()) {
      write(feed);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("quarantine");
    for (QuarantineCount count : status.quarantine()) {
      json.writeStartObject();
      json.writeStringField("feed", count.feed());
      json.writeStringField("reason", count.reason());
      json.writeNumberField("rows", count.rows());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("files");
    for (FileCount count : status.files()) {
      json.writeStartObject();
      json.writeStringField("feed", count.feed());
      json.writeStringField("status", count.status());
      json.writeNumberField("files", count.files());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rejected_files");
    for (String file : status.rejectedFiles()) {
      json.writeString(file);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(ServedPublication publication) throws IOException {
    json.writeStartObject();
    json.writeNumberField("publication_id", publication.id());
    json.writeStringField("run_id", publication.runId());
    text("published_at", publication.publishedAt());
    text("as_of", publication.asOf());
    json.writeEndObject();
  }

  private void write(RunRecord run) throws IOException {
    json.writeStartObject();
    json.writeStringField("run_id", run.runId());
    json.writeStringField("task", run.task());
    json.writeStringField("status", run.status().id());
    text("started_at", run.startedAt());
    text("finished_at", run.finishedAt());
    text("as_of", run.asOf());
    json.writeObjectField("publication_id", run.publication());
    json.writeNumberField("files_read", run.filesRead());
    json.writeNumberField("rows_read", run.rowsRead());
    json.writeNumberField("accepted", run.accepted());
    json.writeNumberField("duplicates", run.duplicates());
    json.writeNumberField("quarantined", run.quarantined());
    json.writeStringField("message", run.message());
    json.writeStringField("milestone", run.milestone());
    json.writeArrayFieldStart("left_alone");
    for (String left : run.leftAlone()) {
      json.writeString(left);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rejected");
    for (String rejected : run.rejected()) {
      json.writeString(rejected);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (CheckFinding finding : run.findings()) {
      write(finding);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(CheckFinding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("check_name", finding.check());
    json.writeStringField("outcome", finding.outcome().id());
    json.writeNumberField("rows_found", finding.rows());
    json.writeStringField("rule", finding.rule());
    json.writeArrayFieldStart("examples");
    for (String example : finding.examples()) {
      json.writeString(example);
    }
    json.writeEndArray();
    json.writeStringField("accepted_because", finding.acceptedBecause());
    json.writeEndObject();
  }

  private void write(FeedCoverage feed) throws IOException {
    json.writeStartObject();
    json.writeStringField("feed", feed.feed());
    json.writeNumberField("units", feed.units());
    json.writeArrayFieldStart("late");
    for (LateUnit unit : feed.late()) {
      json.writeStartObject();
      json.writeStringField("unit_code", unit.unitCode());
      json.writeStringField("unit_name", unit.unitName());
      text("last_date", unit.lastDate());
      text("expected_by", unit.expectedBy());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void text(String name, Object value) throws IOException {
    json.writeStringField(name, value == null ? null : value.toString());
  }
}

package io.xephang.cli.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.xephang.schemas.indicator.DefinitionChange;
import io.xephang.warehouse.Evidence;
import io.xephang.warehouse.Evidence.CatalogInForce;
import io.xephang.warehouse.Evidence.CountedDossier;
import io.xephang.warehouse.Evidence.CountedService;
import io.xephang.warehouse.Evidence.DossierGroup;
import io.xephang.warehouse.Evidence.Offer;
import io.xephang.warehouse.Evidence.Report;
import io.xephang.warehouse.Evidence.Summand;
import io.xephang.warehouse.ExplainedIndicator;
import io.xephang.warehouse.ExplainedIndicator.DueTarget;
import io.xephang.warehouse.ExplainedUnit;
import io.xephang.warehouse.Explanation;
import io.xephang.warehouse.PublishedValue;
import io.xephang.warehouse.SourceFile;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The explanation for programs, whole but for single dossiers that were not asked for: column names
 * are those of the views.
 */
public final class ExplanationJson implements Evidence.Cases<IOException> {
  private final JsonGenerator json;

  private ExplanationJson(JsonGenerator json) {
    this.json = json;
  }

  public static void write(Explanation explanation, Writer out) throws IOException {
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .useDefaultPrettyPrinter()) {
      new ExplanationJson(json).write(explanation);
    }
    out.write("\n");
  }

  private void write(Explanation explanation) throws IOException {
    json.writeStartObject();
    json.writeStringField("basis", explanation.question().basis().id());
    json.writeStringField("period_type", explanation.question().periodType().id());
    day("as_of", explanation.question().asOf());
    json.writeNumberField("publication_id", explanation.publication().id());
    write(explanation.indicator());
    write(explanation.unit());
    write(explanation.value());
    json.writeBooleanField("agrees", explanation.agrees());
    json.writeBooleanField("synthetic", explanation.sources().synthetic());
    json.writeObjectFieldStart("evidence");
    number("numerator", explanation.evidence().numerator());
    number("denominator", explanation.evidence().denominator());
    explanation.evidence().tell(this);
    json.writeEndObject();
    list("files", explanation.files(), this::file);
    json.writeEndObject();
  }

  private void write(ExplainedIndicator indicator) throws IOException {
    json.writeObjectFieldStart("indicator");
    json.writeStringField("indicator", indicator.id());
    json.writeStringField("name_vi", indicator.nameVi());
    json.writeStringField("name_en", indicator.nameEn());
    json.writeStringField("numerator_vi", indicator.numeratorVi());
    json.writeStringField("numerator_en", indicator.numeratorEn());
    json.writeStringField("denominator_vi", indicator.denominatorVi());
    json.writeStringField("denominator_en", indicator.denominatorEn());
    boolean counted = indicator.computation() != null;
    json.writeStringField(
        "numerator_predicate", counted ? indicator.computation().numerator() : null);
    json.writeStringField(
        "denominator_predicate", counted ? indicator.computation().denominator() : null);
    json.writeStringField("legal_basis", indicator.legalBasis());
    list("definition_changes", indicator.changes(), this::change);
    DueTarget target = indicator.target();
    if (target == null) {
      json.writeNullField("target");
    } else {
      json.writeObjectFieldStart("target");
      json.writeNumberField("target", target.value());
      day("due", target.due());
      json.writeStringField("legal_basis", target.legalBasis());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void change(DefinitionChange change) throws IOException {
    json.writeStartObject();
    day("changed_on", change.date());
    json.writeStringField("note_vi", change.vi());
    json.writeStringField("note_en", change.en());
    json.writeEndObject();
  }

  private void write(ExplainedUnit unit) throws IOException {
    json.writeObjectFieldStart("unit");
    json.writeStringField("unit_code", unit.code());
    json.writeStringField("unit_name", unit.name());
    json.writeStringField("full_name", unit.fullName());
    json.writeStringField("kind", unit.kind());
    json.writeBooleanField("listed", unit.listed());
    json.writeEndObject();
  }

  private void write(PublishedValue value) throws IOException {
    json.writeObjectFieldStart("published");
    number("numerator", value.numerator());
    number("denominator", value.denominator());
    number("value", value.value());
    json.writeStringField("printed_value", value.printedValue());
    day("valid_from", value.validFrom());
    day("valid_to", value.validTo());
    day("data_date", value.dataDate());
    list("ranks", value.ranks(), this::rank);
    json.writeEndObject();
  }

  private void rank(PublishedValue.PeerRank place) throws IOException {
    json.writeStartObject();
    json.writeStringField("peer_group", place.peerGroup());
    json.writeObjectField("rank", place.rank());
    json.writeNumberField("ranked", place.ranked());
    json.writeEndObject();
  }

  @Override
  public void services(Evidence.Services services) throws IOException {
    list("catalogs", services.catalogs(), this::catalog);
    list("in_numerator", services.inNumerator().toList(), this::service);
    list("in_denominator_only", services.inDenominatorOnly().toList(), this::service);
    json.writeNumberField("not_counted", services.notCounted());
  }

  @Override
  public void dossiers(Evidence.Dossiers dossiers) throws IOException {
    list("by_unit", dossiers.byUnit(), group -> group("unit_code", "unit_name", group));
    list(
        "by_procedure",
        dossiers.byProcedure(),
        group -> group("procedure_code", "procedure_name", group));
    list("by_file", dossiers.byFile(), group -> group("file", null, group));
    list("first_in_numerator", dossiers.firstInNumerator(), this::dossier);
    list("first_in_denominator_only", dossiers.firstInDenominatorOnly(), this::dossier);
  }

  private void group(String code, String name, DossierGroup group) throws IOException {
    json.writeStartObject();
    json.writeStringField(code, group.code());
    if (name != null) {
      json.writeStringField(name, group.name());
    }
    json.writeNumberField("numerator", group.numerator());
    json.writeNumberField("denominator", group.denominator());
    json.writeEndObject();
  }

  private void dossier(CountedDossier dossier) throws IOException {
    json.writeStartObject();
    json.writeStringField("dossier_code", dossier.dossierCode());
    json.writeStringField("unit_code", dossier.unitCode());
    json.writeStringField("procedure_code", dossier.procedureCode());
    time("received_at", dossier.receivedAt());
    time("due_at", dossier.dueAt());
    time("finished_at", dossier.finishedAt());
    json.writeNumberField("status", dossier.status());
    json.writeStringField("channel", dossier.channel());
    json.writeObjectField("service_level", dossier.serviceLevel());
    json.writeNumberField("fee", dossier.fee());
    json.writeBooleanField("paid_online", dossier.paidOnline());
    json.writeBooleanField("digitised", dossier.digitised());
    json.writeObjectField("on_time", dossier.onTime());
    json.writeObjectField("early", dossier.early());
    json.writeStringField("file", dossier.file());
    json.writeNumberField("position", dossier.position());
    json.writeEndObject();
  }

  @Override
  public void summands(Evidence.Summands summands) throws IOException {
    number("mean_rate", summands.mean());
    list("summands", summands.units(), this::summand);
  }

  @Override
  public void reports(Evidence.Reports reports) throws IOException {
    json.writeFieldName("ranked_report");
    report(reports.ranked());
    list("other_reports", reports.others(), this::report);
  }

  private void catalog(CatalogInForce catalog) throws IOException {
    json.writeStartObject();
    json.writeStringField("unit_code", catalog.unitCode());
    json.writeStringField("unit_name", catalog.unitName());
    day("snapshot_date", catalog.snapshotDate());
    day("valid_from", catalog.validFrom());
    day("valid_to", catalog.validTo());
    json.writeNumberField("services", catalog.services());
    json.writeEndObject();
  }

  private void service(CountedService service) throws IOException {
    json.writeStartObject();
    json.writeStringField("procedure_code", service.procedureCode());
    json.writeStringField("procedure_name", service.name());
    json.writeObjectField("service_level", service.level());
    json.writeBooleanField("eligible_level4", service.eligibleLevel4());
    json.writeBooleanField("on_national_portal", service.onNationalPortal());
    json.writeBooleanField("run_by_ministry", service.runByMinistry());
    if (service.received() != null) {
      json.writeNumberField("dossiers", service.received().all());
      json.writeNumberField("online_dossiers", service.received().online());
    }
    list("offers", service.offers(), this::offer);
    json.writeEndObject();
  }

  private void offer(Offer offer) throws IOException {
    json.writeStartObject();
    json.writeStringField("unit_code", offer.unitCode());
    json.writeObjectField("service_level", offer.level());
    day("snapshot_date", offer.snapshotDate());
    json.writeStringField("file", offer.file());
    json.writeEndObject();
  }

  private void summand(Summand unit) throws IOException {
    json.writeStartObject();
    json.writeStringField("unit_code", unit.unitCode());
    json.writeStringField("unit_name", unit.unitName());
    number("numerator", unit.numerator());
    number("denominator", unit.denominator());
    number("value", unit.value());
    json.writeStringField("printed_value", unit.printedValue());
    day("data_date", unit.dataDate());
    json.writeEndObject();
  }

  private void report(Report report) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", report.file());
    json.writeNumberField("position", report.position());
    json.writeStringField("printed_name", report.printedName());
    json.writeStringField("printed_value", report.printedValue());
    number("numerator", report.numerator());
    number("denominator", report.denominator());
    number("value", report.value());
    json.writeStringField("source", report.source());
    json.writeStringField("note", report.note());
    json.writeStringField("verdict", report.verdict());
    number("recomputed_value", report.recomputed());
    number("difference", report.difference());
    json.writeEndObject();
  }

  private void file(SourceFile file) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file.file());
    json.writeStringField("content_sha256", file.contentSha256());
    json.writeStringField("run_id", file.runId());
    json.writeStringField("ingested_at", file.ingestedAt().toString());
    json.writeEndObject();
  }

  private interface Writing<T> {
    void write(T element) throws IOException;
  }

  private <T> void list(String name, List<T> elements, Writing<T> writing) throws IOException {
    json.writeArrayFieldStart(name);
    for (T element : elements) {
      writing.write(element);
    }
    json.writeEndArray();
  }

  private void number(String name, Number number) throws IOException {
    if (number == null) {
      json.writeNullField(name);
    } else {
      json.writeObjectField(name, number);
    }
  }

  private void time(String name, LocalDateTime time) throws IOException {
    json.writeStringField(name, time == null ? null : time.toString());
  }

  private void day(String name, LocalDate day) throws IOException {
    json.writeStringField(name, day == null ? null : day.toString());
  }
}

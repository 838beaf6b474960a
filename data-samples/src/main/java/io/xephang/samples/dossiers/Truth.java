package io.xephang.samples.dossiers;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a series amounts to, from the bookkeeping of whoever made it: to be compared with what a
 * reader makes of the files.
 *
 * @param asOf to be computed as of this date, the last delivery's
 */
record Truth(Series series, LocalDate asOf, List<ProvinceTruth> provinces) {
  Truth {
    provinces = List.copyOf(provinces);
  }

  /** By name, all feeds. */
  List<FileTruth> files() {
    List<FileTruth> files = new ArrayList<>();
    provinces.forEach(province -> files.addAll(province.files()));
    files.sort(Comparator.comparing(FileTruth::name));
    return files;
  }

  /** Values of all indicators, lengths of period and provinces; periods as section 2 says. */
  List<PeriodCounts.Count> counts() {
    int earliest = provinces.stream().mapToInt(ProvinceTruth::earliest).min().orElseThrow();
    int latest = provinces.stream().mapToInt(ProvinceTruth::latest).max().orElseThrow();
    List<PeriodCounts.Count> counts = new ArrayList<>();
    if (earliest <= latest) {
      for (ProvinceTruth province : provinces) {
        counts.addAll(
            province.counts(LocalDate.ofEpochDay(earliest), LocalDate.ofEpochDay(latest)));
      }
    }
    return counts;
  }

  long rows(String feed) {
    return files().stream().filter(f -> f.feed().equals(feed)).mapToLong(FileTruth::rows).sum();
  }

  void writeTo(Path file) {
    JsonFactory factory = new JsonFactory();
    try (JsonGenerator json = factory.createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      // Line ends that do not depend on the machine.
      json.setPrettyPrinter(
          new DefaultPrettyPrinter(Separators.createDefaultInstance())
              .withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeStringField("synthetic", DossierMessages.SYNTHETIC);
      json.writeStringField("as_of", asOf.toString());
      writeArguments(json);
      writeMarks(json);
      writeSums(json);
      writeCounts(json);
      writeFiles(json);
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private void writeArguments(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("series");
    json.writeNumberField("seed", series.seed());
    json.writeStringField("from", series.from().toString());
    json.writeNumberField("days", series.days());
    json.writeNumberField("every", series.every());
    json.writeArrayFieldStart("provinces");
    for (String province : series.provinces()) {
      json.writeString(province);
    }
    json.writeEndArray();
    json.writeNumberField("messages", series.messages());
    json.writeStringField("format", series.form().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("gzip", series.gzip());
    json.writeBooleanField("progress", series.progress());
    json.writeObjectFieldStart("dirt");
    for (Map.Entry<String, Double> rate : series.dirt().byLabel().entrySet()) {
      json.writeNumberField(rate.getKey(), rate.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** What personal data looks like here, for tests that look for it where it must not be. */
  private static void writeMarks(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("marks_of_personal_data");
    for (String mark :
        List.of(People.MARK, People.ASCII_MARK, People.PHONE_MARK, "@example.invalid")) {
      json.writeString(mark);
    }
    json.writeEndArray();
  }

  private void writeSums(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("rows");
    json.writeNumberField("dossiers", rows("dossiers"));
    json.writeNumberField("progress", rows("progress"));
    json.writeEndObject();
    json.writeArrayFieldStart("dossiers");
    for (ProvinceTruth province : provinces) {
      json.writeStartObject();
      json.writeStringField("province", province.province().code());
      json.writeNumberField("accepted_codes", province.acceptedCodes());
      json.writeNumberField("counted", province.countedDossiers());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeCounts(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("indicators");
    for (PeriodCounts.Count count : counts()) {
      json.writeStartObject();
      json.writeStringField("indicator", count.indicator());
      json.writeStringField("unit_code", count.province());
      json.writeStringField("period_type", count.length().label());
      json.writeStringField("period_start", count.start().toString());
      json.writeStringField("period_end", count.end().toString());
      json.writeNumberField("numerator", count.numerator());
      json.writeNumberField("denominator", count.denominator());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeFiles(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("files");
    for (FileTruth file : files()) {
      json.writeStartObject();
      json.writeStringField("file", file.name());
      json.writeStringField("feed", file.feed());
      json.writeStringField("arrives", LocalDate.ofEpochDay(file.arrivalDay()).toString());
      json.writeNumberField("rows", file.rows());
      json.writeNumberField("good", file.good());
      json.writeNumberField("duplicates", file.duplicates());
      json.writeObjectFieldStart("rejected");
      for (Map.Entry<Dirt, int[]> reason : file.rejected().entrySet()) {
        json.writeObjectFieldStart(reason.getKey().label());
        json.writeNumberField("count", reason.getValue().length);
        json.writeFieldName("positions");
        json.writeArray(reason.getValue(), 0, reason.getValue().length);
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static Path fileBeside(Path landing) {
    Path folder = landing.toAbsolutePath().normalize();
    return folder.resolveSibling(folder.getFileName() + ".truth.json");
  }

  static boolean existsBeside(Path landing) {
    return Files.exists(fileBeside(landing));
  }
}

package io.xephang.samples.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;

/** The JSON Schemas of messages accept what is good and see the damage that a schema can see. */
class MessageSchemasTest {
  private static final String ID = "urn:xephang:messages:";
  private static final Map<String, String> TEXTS =
      List.of("dossier-message", "dossier-envelope", "progress-step", "progress-envelope").stream()
          .collect(Collectors.toMap(name -> ID + name, MessageSchemasTest::text));

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(TEXTS));

  /** A message with the required fields and one more of each kind. */
  private static final Map<String, String> GOOD =
      Map.of(
          "MaHoSo", "\"H47.14-200918-0001\"",
          "MaTTHC", "\"1.003560.000.00.00.H47\"",
          "NgayTiepNhan", "\"20200918083000\"",
          "NgayHenTra", "\"20200229\"",
          "TrangThaiHoSo", "\"10\"",
          "KenhThucHien", "\"2\"",
          "ChuHoSo", "\"Nguyễn Hư Cấu\"",
          "DanhSachLePhi", "[{\"Gia\": \"50000\"}]");

  @TempDir private Path landing;

  private static String text(String name) {
    String file = "/io/xephang/schemas/messages/" + name + ".schema.json";
    try (InputStream bytes = MessageSchemasTest.class.getResourceAsStream(file)) {
      return new String(
          Objects.requireNonNull(bytes, () -> "No resource " + file).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema(String name) {
    return REGISTRY.getSchema(SchemaLocation.of(ID + name));
  }

  private static List<String> complaints(String schema, String json) {
    return schema(schema).validate(json, InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private static String message(String field, String value) {
    return GOOD.keySet().stream()
        .sorted()
        .map(name -> "\"%s\": %s".formatted(name, name.equals(field) ? value : GOOD.get(name)))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TrangThaiHoSo; 10", // a number
        "TrangThaiHoSo; \" 9 \"", // trimmed on the way in
        "KenhThucHien; \"\"", // empty = in person
        "NgayHenTra; \"\"", // absent
        "NgayHenTra; \"202009181700\"", // without seconds
        "ChuHoSo; null",
        "DanhSachLePhi; []",
        "DanhSachLePhi; [{\"Gia\": 50000.5}]",
        "MaTTHC; \"2.000815.000.00.00.H55.02\"",
      })
  void acceptsWhatTheContractAccepts(String field, String value) {
    assertThat(complaints("dossier-message", message(field, value))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TrangThaiHoSo; {\"GiaTri\": \"2\"}", // malformed
        "MaHoSo; \"  \"", // missing_field
        "NgayTiepNhan; \"\"", // missing_field
        "NgayTiepNhan; \"20200231083000\"", // bad_date: 31 February
        "NgayTiepNhan; \"19991231083000\"", // bad_date: before 2000
        "NgayHenTra; \"20200615250000\"", // bad_date: hour 25
        "NgayHenTra; \"31/12/2019\"", // bad_date
        "TrangThaiHoSo; \"11\"", // unknown_status
        "TrangThaiHoSo; 0", // unknown_status
        "MaTTHC; \"1.00356\"", // bad_code
        "DanhSachLePhi; [{\"Gia\": \"50.000đ\"}]", // bad_number
        "KenhThucHien; \"online\"", // bad_value
        "KenhThucHien; 4", // bad_value
      })
  void seesWhatTheContractRejects(String field, String value) {
    assertThat(complaints("dossier-message", message(field, value)))
        .isNotEmpty()
        .allMatch(complaint -> complaint.contains(field));
  }

  @ParameterizedTest
  @EnumSource(
      value = Dirt.class,
      names = {
        "MALFORMED",
        "MISSING_FIELD",
        "BAD_DATE",
        "UNKNOWN_STATUS",
        "BAD_CODE",
        "BAD_NUMBER",
        "BAD_VALUE"
      })
  void seesGeneratedDamageAndNothingElse(Dirt damage) throws IOException {
    Truth truth = DossierSeries.write(landing, series(DeliveryForm.NDJSON, Map.of(damage, 0.3)));

    for (FileTruth file : dossierFiles(truth)) {
      List<String> lines = Files.readAllLines(landing.resolve(file.name()));
      List<Integer> damaged =
          Arrays.stream(file.rejected().getOrDefault(damage, new int[0])).boxed().toList();
      for (int position = 1; position <= lines.size(); position++) {
        assertThat(isValid("dossier-message", lines.get(position - 1)))
            .as("line %d of %s: %s", position, file.name(), lines.get(position - 1))
            .isEqualTo(!damaged.contains(position));
      }
    }
  }

  @Test
  void acceptsGeneratedEnvelopesAndSteps() throws IOException {
    Map<Dirt, Double> harmless =
        Map.of(Dirt.LOOSE_TYPES, 0.3, Dirt.SPACES, 0.3, Dirt.SHORT_DATES, 0.3, Dirt.NFD, 0.3);
    Truth truth = DossierSeries.write(landing, series(DeliveryForm.JSON, harmless));

    for (FileTruth file : truth.files()) {
      String text = Files.readString(landing.resolve(file.name()));
      if (file.feed().equals("dossiers")) {
        assertThat(complaints("dossier-envelope", text)).isEmpty();
      } else {
        for (String line : text.lines().toList()) {
          assertThat(complaints("progress-step", line)).isEmpty();
        }
        String envelope =
            text.lines()
                .collect(
                    Collectors.joining(
                        ",", "{\"service\": \"CapNhatTienDoHoSoMC\", \"data\": [", "]}"));
        assertThat(complaints("progress-envelope", envelope)).isEmpty();
      }
    }
  }

  @Test
  void anEnvelopeIsAsGoodAsItsMessages() {
    String good = "{\"service\": \"DongBoHoSoMC\", \"data\": [%s]}";

    assertThat(complaints("dossier-envelope", good.formatted(message("", "")))).isEmpty();
    assertThat(complaints("dossier-envelope", good.formatted(message("MaTTHC", "\"x\""))))
        .singleElement()
        .asString()
        .contains("/data/0/MaTTHC");
    assertThat(complaints("dossier-envelope", "{\"service\": \"DongBoHoSoMC\"}")).isNotEmpty();
    assertThat(complaints("progress-envelope", good.formatted(""))).isNotEmpty();
  }

  @Test
  void marksAllFieldsOfPersons() {
    assertThat(TEXTS.get(ID + "dossier-message")).contains("\"x-personal-data\": true");
    for (String field :
        List.of("ChuHoSo", "SoGiayToChuHoSo", "Email", "Fax", "SoDienThoai", "TrichYeuHoSo")) {
      assertThat(TEXTS.get(ID + "dossier-message"))
          .as("%s is personal data", field)
          .containsPattern("\"" + field + "\": \\{\\s+\"\\$ref\": \"#/\\$defs/personal\"");
    }
  }

  private static boolean isValid(String schema, String json) {
    try {
      return complaints(schema, json).isEmpty();
    } catch (JacksonException e) {
      // No JSON at all.
      return false;
    }
  }

  private static List<FileTruth> dossierFiles(Truth truth) {
    return truth.files().stream().filter(file -> file.feed().equals("dossiers")).toList();
  }

  private static Series series(DeliveryForm form, Map<Dirt, Double> dirt) {
    return new Series(
        5,
        LocalDate.of(2020, 6, 1),
        5,
        1,
        List.of("H47"),
        200,
        1_000,
        form,
        false,
        true,
        DirtRates.of(0, dirt),
        new CatalogSize(40, 2, 2));
  }
}

package io.xephang.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.home.Publication;
import io.xephang.home.RunStatus;
import io.xephang.jobs.lake.Lake;
import io.xephang.schemas.Definitions;
import io.xephang.schemas.InvalidDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of one deployment, night after night. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TransactionTest {
  private static final String HEADER = "unit_code,procedure_code,service_level";

  private final Path folder;
  private final Deployment deployment;

  TransactionTest(@TempDir Path folder) {
    this.folder = folder;
    this.deployment = new Deployment(folder);
  }

  @Test
  @Order(1)
  void anEmptyLandingFolderPublishesNothingAndSaysSo() {
    RunSummary summary = deployment.run();
    assertThat(summary.status()).isEqualTo(RunStatus.NOTHING_NEW);
    assertThat(summary.message()).startsWith("there is no readable file in");
  }

  @Test
  @Order(2)
  void countsAddUpAndBadRowsAreKeptWithTheirReason() {
    deployment
        .land(
            "catalogs/2020-08-20/h47.csv",
            HEADER,
            "H47,1.000001,4",
            "H47,1.000001,3",
            "H47,1.000002,5",
            "H47")
        .land("catalogs/2020-08-20/h47-more.csv", HEADER, "H47,1.000001,2", "H47,1.000003,1")
        .land("catalogs/2020-08-20/z-copy.csv", HEADER, "H47,1.000001,2", "H47,1.000003,1")
        .land("catalogs/2020-08-20/h01.csv.gz", HEADER, "H01,1.000001,4")
        .land("reports/a.csv", "indicator,unit_name,as_of,value", "level4_rate,Huế,2020-08-20,5%");
    assertThat(deployment.run().status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(
            deployment.rows(
                "ingest_file",
                "true",
                "file",
                "rows_read",
                "accepted",
                "duplicates",
                "quarantined",
                "status"))
        .containsExactly(
            "catalogs/2020-08-20/h01.csv 1 1 0 0 ingested",
            // The root of the second row came before in this very file, by name and position: it
            // came before in h47-more.csv ('-' sorts before '.').
            "catalogs/2020-08-20/h47-more.csv 2 2 0 0 ingested",
            "catalogs/2020-08-20/h47.csv 4 0 2 2 ingested",
            "catalogs/2020-08-20/z-copy.csv 0 0 0 0 duplicate_file",
            "reports/a.csv 1 1 0 0 ingested");
    assertThat(deployment.rows("quarantine", "true", "file", "position", "reason", "detail"))
        .containsExactly(
            "catalogs/2020-08-20/h47.csv 4 bad_level found service_level '5', expected 1 to 4,"
                + " Mức độ 1 to Mức độ 4, mot_phan, toan_trinh or nothing",
            "catalogs/2020-08-20/h47.csv 5 malformed found 1 columns, expected 3 as in the header");
    assertThat(level4("H47"))
        .as("the highest level of the root counts, whichever file says it")
        .containsExactly("2020-08-20 1 2");
  }

  @Test
  @Order(3)
  void nothingNewPublishesNothing() {
    Publication before = deployment.publication();
    assertThat(deployment.run().status()).isEqualTo(RunStatus.NOTHING_NEW);
    assertThat(deployment.publication()).isEqualTo(before);
  }

  @Test
  @Order(4)
  void aLateSnapshotChangesOnlyWhatItMust() {
    Publication before = deployment.publication();
    deployment.land("catalogs/2020-07-01/h47.csv", HEADER, "H47,1.000001,1");
    deployment.run();
    Publication after = deployment.publication();
    assertThat(level4("H47")).containsExactly("2020-07-01 0 1", "2020-08-20 1 2");
    assertThat(level4("VN")).containsExactly("2020-07-01 0 1", "2020-08-20 2 3", "2025-07-01 1 1");
    assertThat(after.tables().get("report_row"))
        .as("reports have nothing to do with it")
        .isEqualTo(before.tables().get("report_row"));
    assertThat(after.tables().get("unit")).isEqualTo(before.tables().get("unit"));
    for (String table : List.of("service", "catalog_row")) {
      assertThat(after.tables().get(table).files())
          .as("files of August in %s stay as they are", table)
          .containsAll(before.tables().get(table).files());
    }
    List<String> ofH01 = new ArrayList<>(before.tables().get("catalog_snapshot").files());
    ofH01.removeIf(file -> !file.contains("scope_code=H01"));
    assertThat(after.tables().get("catalog_snapshot").files())
        .as("H01 was not touched")
        .containsAll(ofH01);
  }

  @Test
  @Order(5)
  void aFailedCheckPublishesNothingAndTheNextRunStartsFromThePublication() throws IOException {
    Publication before = deployment.publication();
    Definitions strict = withCheckThatFails();
    deployment.land("catalogs/2020-08-20/h01.csv", HEADER, "H01,1.000001,3");
    assertThatThrownBy(() -> deployment.run(strict, Optional.empty()))
        .isInstanceOf(AuditFailed.class)
        .hasMessageContaining(
            "service.never_level_3: 1 dòng trái quy tắc / rows against the rule: không có mức 3 / no level 3 here")
        .hasMessageContaining("service.key_unique: ")
        .hasMessageContaining("service.root_is_a_unit: ")
        .hasMessageContaining("procedure_code 1.000001");
    assertThat(deployment.publication()).isEqualTo(before);
    assertThat(level4("H01")).containsExactly("2020-08-20 1 1");

    assertThat(deployment.run().status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(level4("H01"))
        .as("the plain file is read in place of the gzipped one, once")
        .containsExactly("2020-08-20 0 1");
    assertThat(deployment.rows("ingest_file", "file LIKE '%h01%'", "status", "rows_read"))
        .containsExactly("ingested 1", "replaced 1");
  }

  @Test
  @Order(6)
  void anEarlierAsOfDateIsAPublicationOfItsOwn() {
    Publication before = deployment.publication();
    RunSummary summary = deployment.runAsOf(LocalDate.of(2020, 7, 31));
    assertThat(summary.status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(deployment.publication().asOf()).isEqualTo("2020-07-31");
    assertThat(deployment.publication().tables()).isEqualTo(before.tables());
  }

  @Test
  @Order(7)
  void otherDefinitionsComputeEverythingAnew() throws IOException {
    RunSummary summary = deployment.run(withOtherDefinitionOfLevel4(), Optional.empty());
    assertThat(summary.status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(level4("H01")).containsExactly("2020-08-20 1 1");
    assertThat(deployment.run().status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(level4("H01")).containsExactly("2020-08-20 0 1");
  }

  @ParameterizedTest
  @Order(8)
  @ValueSource(
      strings = {"service_level = ", "level = 4", "service_level", "nosuch(service_level)"})
  void aPredicateThatTheEngineDoesNotUnderstandStopsTheRun(String predicate) throws IOException {
    Path copy = copyOfDefinitions("wrong-" + predicate.hashCode());
    Path file = copy.resolve("indicators/level4_rate.yaml");
    Files.writeString(file, Files.readString(file).replace("service_level = 4", predicate));
    Publication before = deployment.publication();
    assertThatThrownBy(() -> deployment.run(Definitions.below(copy), Optional.empty()))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageStartingWith(
            "indicators/level4_rate.yaml: 'computation.numerator' is '" + predicate + "'");
    assertThat(deployment.publication()).isEqualTo(before);
  }

  @Test
  @Order(9)
  void noBranchOfARunIsLeft() throws Exception {
    try (var lake = Lake.open(deployment.home(), Deployment.DEFINITIONS)) {
      lake.settle(Optional.of(deployment.publication()));
      assertThat(lake.references("service"))
          .contains("main")
          .noneMatch(name -> name.startsWith("run_"));
    }
  }

  private List<String> level4(String unit) {
    return deployment.rows(
        "indicator_interval",
        "basis = 'computed' AND indicator = 'level4_rate' AND unit_code = '" + unit + "'",
        "valid_from",
        "numerator",
        "denominator");
  }

  private Definitions withCheckThatFails() throws IOException {
    Path copy = copyOfDefinitions("strict");
    Path table = copy.resolve("tables/service.yaml");
    Files.writeString(
        table,
        Files.readString(table)
            .replace(
                "checks:\n",
                "checks:\n  - {name: never_level_3, that: \"service_level <> 3\", otherwise: fail,"
                    + " vi: \"không có mức 3\", en: \"no level 3 here\"}\n")
            .replaceFirst("(?m)^key: .*$", "key: [snapshot_date]")
            .replace(
                "references:\n",
                "references:\n  - {name: root_is_a_unit, column: procedure_code, table: unit, to:"
                    + " unit_code, otherwise: fail, vi: \"không mã gốc nào là đơn vị\", en: \"no root is a unit\"}\n"));
    return Definitions.below(copy);
  }

  private Definitions withOtherDefinitionOfLevel4() throws IOException {
    Path copy = copyOfDefinitions("other");
    Path file = copy.resolve("indicators/level4_rate.yaml");
    Files.writeString(
        file, Files.readString(file).replace("service_level = 4", "service_level >= 3"));
    return Definitions.below(copy);
  }

  private Path copyOfDefinitions(String name) throws IOException {
    Path shipped = Path.of("..", "schemas", "src", "main", "resources", "io", "xephang", "schemas");
    Path copy = folder.resolve(name);
    for (String part : Set.of("indicators", "tables", "feeds", "reasons", "units", "targets")) {
      Files.createDirectories(copy.resolve(part));
      try (Stream<Path> files = Files.list(shipped.resolve(part))) {
        for (Path file : (Iterable<Path>) files::iterator) {
          if (Files.isRegularFile(file)) {
            Files.copy(file, copy.resolve(part).resolve(file.getFileName().toString()));
          }
        }
      }
    }
    return copy;
  }
}

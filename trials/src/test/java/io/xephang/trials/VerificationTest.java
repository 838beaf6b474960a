package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.Milestones;
import io.xephang.home.Publication;
import io.xephang.jobs.Deployment;
import io.xephang.warehouse.Difference;
import io.xephang.warehouse.ServedDatabase;
import io.xephang.warehouse.TableCheck;
import io.xephang.warehouse.Verification;
import io.xephang.warehouse.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Spark published is proved by DuckDB, and a single wrong value is found and named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class VerificationTest {
  private static final String HEADER =
      "unit_code,procedure_code,service_level,eligible_level4,on_national_portal";

  private Deployment deployment;
  private Publication publication;

  @BeforeAll
  void publish(@TempDir Path folder) throws Exception {
    deployment =
        new Deployment(folder)
            .land(
                "units/h47.csv",
                "unit_code,unit_name,kind,valid_from",
                "H47.01,Sở Y tế,department,",
                "H47.02,Sở Tư pháp,department,2020-07-20")
            .land(
                "reports/2020.csv",
                "indicator,unit_name,as_of,numerator,denominator,value",
                "level4_rate,Huế,2020-08-20,,,\"54,53%\"",
                "level4_rate,Huế,2020-08-31,9,91,\"9,98%\"",
                "level4_rate,Bộ Y tế,2020-08-20,,,100%")
            .land(
                "catalogs/2020-07-01/h47.csv",
                HEADER,
                "H47,1.000001,3,1,0",
                "H47.01,1.000001,4,1,1",
                "H47.02,1.000002,2,0,0")
            .land("catalogs/2020-08-20/h47.csv", HEADER, "H47.01,1.000003,4,1,0", "H47.01,bad,4,,")
            .land("catalogs/2020-08-20/more.csv", HEADER, "H01,1.000001,1,0,0", "G18,1.000009,4,,");
    deployment.land(
        "dossiers/2020-08-20/h47.csv",
        "MaHoSo,MaTTHC,NgayTiepNhan,TrangThaiHoSo,NgayHenTra,NgayKetThucXuLy,KenhThucHien,DonViXuLy",
        "H47.01-1,1.000001,20200702,9,20200710,20200709,2,Sở Y tế",
        "H47.01-2,1.000001,20200702,9,20200710,20200711,1,H47.01",
        "H47.02-3,1.000002,20200801,4,,,1,H47.02",
        "H01-4,1.000001,20200802,4,20200803,,2,");
    deployment.run();
    publication = deployment.publication();
    new ServedDatabase(deployment.home(), Deployment.DEFINITIONS, Milestones.UNHEARD)
        .build(publication, List.of());
  }

  @Test
  void agreesWithWhatWasPublished() throws Exception {
    VerificationReport report =
        new Verification(deployment.home(), Deployment.DEFINITIONS).run(publication);
    assertThat(differences(report)).isEmpty();
    assertThat(report.agrees()).isTrue();
    assertThat(report.checks())
        .filteredOn(check -> check.rows() > 0)
        .extracting(TableCheck::table)
        .contains(
            "ingest_file",
            "report_row",
            "unit",
            "catalog_snapshot",
            "service",
            "indicator_interval",
            "ranking_interval",
            "dossier",
            "dossier_count",
            "procedure_month",
            "period_value",
            "period_ranking");
  }

  @Test
  void agreesWhenTheAsOfDateHasGoneBack(@TempDir Path folder) throws Exception {
    Deployment rewound =
        new Deployment(folder)
            .land(
                "dossiers/2020-09-20/h47.csv",
                "MaHoSo,MaTTHC,NgayTiepNhan,TrangThaiHoSo",
                "H47.14-1,1.000001,20200901,2",
                "H47.14-2,1.000001,20200915,2");
    rewound.run();
    rewound.runAsOf(LocalDate.of(2020, 9, 10));
    assertThat(rewound.rows("procedure_month", "unit_code = 'H47'", "dossiers"))
        .containsExactly("1");
    new ServedDatabase(rewound.home(), Deployment.DEFINITIONS, Milestones.UNHEARD)
        .build(rewound.publication(), List.of());
    assertThat(differences(new Verification(rewound.home(), Deployment.DEFINITIONS).run()))
        .isEmpty();
  }

  /** table | which rows | the wrong value, or nothing for rows that are lost | what is told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "indicator_interval | unit_code = 'H47' AND indicator = 'level4_rate' | numerator + 1"
            + " AS numerator | indicator_interval DIFFERENT H47 2020-07-01 [numerator]",
        "indicator_interval | unit_code = 'VN' AND indicator = 'level34_rate' AND valid_from ="
            + " '2020-08-20' | value + 1e-15 AS value | indicator_interval DIFFERENT VN 2020-08-20"
            + " [value]",
        "indicator_interval | unit_code = 'H57' AND valid_from = '2020-08-20' | DATE '2020-09-02'"
            + " AS valid_to | indicator_interval DIFFERENT H57 2020-08-20 [valid_to]",
        "indicator_interval | unit_code = 'H01' AND indicator = 'level4_rate' | |"
            + " indicator_interval MISSING H01 2020-08-20",
        "ranking_interval | unit_code = 'H01' AND peer_group = 'province' AND indicator ="
            + " 'level4_rate' AND valid_from = '2020-08-20' | rank + 1 AS rank | ranking_interval"
            + " DIFFERENT H01 2020-08-20 [rank]",
        "ranking_interval | unit_code = 'H47' AND peer_group = 'province' AND indicator ="
            + " 'level4_rate' AND valid_from = '2020-08-20' | serial + 1 AS serial |"
            + " ranking_interval DIFFERENT H47 2020-08-20 [serial]",
        "ranking_interval | unit_code = 'G18' AND basis = 'reported' | | ranking_interval MISSING"
            + " G18 2020-08-20",
        "service | unit_code = 'H47' | 4::INTEGER AS service_level | service DIFFERENT H47"
            + " 2020-07-01 [service_level]",
        "service | unit_code = 'H47.02' | | service MISSING H47.02 2020-07-01",
        "catalog_snapshot | unit_code = 'H47.02' | DATE '2020-07-19' AS valid_from |"
            + " catalog_snapshot UNEXPECTED H47.02 2020-07-19",
        "unit | unit_code = 'H47.01' | 'Sở Y Tế' AS unit_name | unit DIFFERENT H47.01 -"
            + " [unit_name]",
        "report_row | unit_code = 'H57' AND as_of = '2020-08-31' | 0.0998 AS value | report_row"
            + " DIFFERENT - - [value]",
        "ingest_file | file = 'catalogs/2020-08-20/h47.csv' | 2 AS accepted | ingest_file"
            + " DIFFERENT - - [accepted]",
        "quarantine | true | | ingest_file DIFFERENT - - [rows_read, quarantined]",
        "catalog_row | unit_code = 'H01' | | service UNEXPECTED H01 2020-08-20",
        "dossier | dossier_code = 'H47.01-2' | true AS on_time | dossier DIFFERENT - -"
            + " [on_time]",
        "dossier | dossier_code = 'H01-4' | 4::INTEGER AS service_level | dossier DIFFERENT - -"
            + " [service_level]",
        "dossier | dossier_code = 'H47.02-3' | | dossier MISSING - -",
        "dossier_message | dossier_code = 'H47.02-3' | 9::INTEGER AS status | dossier DIFFERENT"
            + " - - [status",
        "dossier_count | unit_code = 'H47.01' AND measure = 'on_time_rate' | came + 1 AS came |"
            + " dossier_count DIFFERENT H47.01 2020-07-01 [came]",
        "procedure_month | unit_code = 'H47' AND procedure_code = '1.000001' | 0::BIGINT AS"
            + " online_dossiers | procedure_month DIFFERENT H47 2020-07-01 [online_dossiers]",
        "period_value | unit_code = 'H47' AND indicator = 'on_time_rate' AND period_type = 'month'"
            + " | numerator + 1 AS numerator | period_value DIFFERENT H47 2020-07-01 [numerator]",
        "period_value | unit_code = 'VN' AND indicator = 'overdue_open_rate' AND period_type ="
            + " 'year' | value + 1e-15 AS value | period_value DIFFERENT VN 2020-01-01 [value]",
        "period_value | unit_code = 'H01' AND period_type = 'quarter' AND indicator ="
            + " 'digitised_rate' | | period_value MISSING H01 2020-07-01",
        "period_ranking | unit_code = 'H47' AND peer_group = 'province' AND indicator ="
            + " 'digitised_rate' AND period_type = 'month' AND period_start = '2020-08-01' |"
            + " rank + 1 AS rank | period_ranking DIFFERENT H47 2020-08-01 [rank]",
        "period_ranking | unit_code = 'H01' AND peer_group = 'province' AND indicator ="
            + " 'overdue_open_rate' AND period_type = 'year' | | period_ranking MISSING H01"
            + " 2020-01-01",
      })
  void findsAPlantedDifference(
      String table, String rows, String wrong, String told, @TempDir Path folder) throws Exception {
    DeploymentHome home = copy(folder);
    plant(home, table, rows, wrong);
    VerificationReport report = new Verification(home, Deployment.DEFINITIONS).run(publication);
    assertThat(report.agrees()).isFalse();
    assertThat(differences(report)).anySatisfy(one -> assertThat(one).startsWith(told));
  }

  @Test
  void findsWhatIsServedWrong(@TempDir Path folder) throws Exception {
    DeploymentHome home = copy(folder);
    Path database;
    try (Stream<Path> paths = Files.walk(home.serving())) {
      database =
          paths.filter(path -> path.toString().endsWith(".duckdb")).findFirst().orElseThrow();
    }
    database.toFile().setWritable(true);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE internal.ranking_interval SET rank = 7 WHERE unit_code = 'H01'"
              + " AND peer_group = 'province' AND indicator = 'level4_rate'"
              + " AND valid_from = '2020-08-20'");
    }
    assertThat(differences(new Verification(home, Deployment.DEFINITIONS).run(publication)))
        .contains("ranking_interval DIFFERENT H01 2020-08-20 [rank]");
  }

  @Test
  void findsALostFile(@TempDir Path folder) throws Exception {
    DeploymentHome home = copy(folder);
    String lost = publication.tables().get("unit").files().get(0);
    Files.delete(home.lake().resolve(lost));
    assertThat(differences(new Verification(home, Deployment.DEFINITIONS).run(publication)))
        .containsExactly("unit UNREADABLE - - [message]");
  }

  private static List<String> differences(VerificationReport report) {
    return report.checks().stream()
        .flatMap(check -> check.examples().stream().map(one -> told(check, one)))
        .toList();
  }

  private static String told(TableCheck check, Difference one) {
    return check.table()
        + " "
        + one.kind()
        + " "
        + one.unit().orElse("-")
        + " "
        + one.day().orElse("-")
        + " "
        + one.fields().stream().map(Difference.Field::column).collect(Collectors.toList());
  }

  private DeploymentHome copy(Path folder) throws IOException {
    Path from = deployment.home().folder();
    Path to = folder.resolve("home");
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
    return new DeploymentHome(to);
  }

  /** Writes the files of a table once more, with some rows wrong or left out. */
  private void plant(DeploymentHome home, String table, String rows, String wrong)
      throws Exception {
    for (String name : publication.tables().get(table).files()) {
      Path file = home.lake().resolve(name);
      Path part = file.resolveSibling("planted");
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = connection.createStatement()) {
        String all = "read_parquet('" + file + "', hive_partitioning = false)";
        String kept = "SELECT * FROM " + all + " WHERE NOT coalesce(" + rows + ", false)";
        statement.execute(
            "COPY ("
                + kept
                + (wrong == null
                    ? ""
                    : " UNION ALL SELECT * REPLACE (" + wrong + ") FROM " + all + " WHERE " + rows)
                + ") TO '"
                + part
                + "' (FORMAT parquet)");
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

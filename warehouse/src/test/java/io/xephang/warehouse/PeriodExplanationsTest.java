package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.Evidence.CountedDossier;
import io.xephang.warehouse.Evidence.DossierGroup;
import io.xephang.warehouse.PublishedValue.PeerRank;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Dossiers of August 2020, which runs until the as-of date, the 20th: of Quảng Nam with three units
 * below it, of Huế, of an agency that the annex leaves out, and of a ministry that ended on 10/8.
 */
class PeriodExplanationsTest {
  private static final LocalDate DAY = LocalDate.of(2020, 8, 20);
  private static final String OLD_FILE = "dossiers/2020-08-10/h47.ndjson";
  private static final String FILE = "dossiers/2020-08-20/h47.ndjson";
  private static final String OTHERS = "dossiers/2020-08-20/others.ndjson";
  private static final String CATALOG = "catalogs/2020-07-01/h47.csv";

  @TempDir static Path folder;
  private static Warehouse warehouse;

  @BeforeAll
  static void open() throws Exception {
    warehouse =
        new LakeFixture(folder)
            .with(
                "ingest_file",
                "statement_id, file, feed, content_sha256, landed_name, landed_bytes,"
                    + " landed_modified, rows_read, accepted, duplicates, quarantined, status,"
                    + " run_id, ingested_at",
                ledger("c", CATALOG, "catalogs"),
                ledger("a", OLD_FILE, "dossiers"),
                ledger("b", FILE, "dossiers"),
                ledger("o", OTHERS, "dossiers"))
            .with(
                "unit",
                "unit_code, unit_name, full_name, kind, valid_from, valid_to, listed",
                "('VN', 'Cả nước', 'Cả nước', 'nation', NULL, NULL, true)",
                "('VN.ministry', 'Các bộ', 'Các bộ', 'nation', NULL, NULL, true)",
                "('VN.province', 'Các tỉnh', 'Các tỉnh', 'nation', NULL, NULL, true)",
                "('G01', 'Bộ Công an', 'Bộ Công an', 'ministry', NULL, NULL, false)",
                "('G04', 'Bộ cũ', 'Bộ cũ', 'ministry', NULL, '2020-08-10', true)",
                "('G18', 'Bộ Y tế', 'Bộ Y tế', 'ministry', NULL, NULL, true)",
                "('H47', 'Quảng Nam', 'Tỉnh Quảng Nam', 'province', NULL, NULL, true)",
                "('H57', 'Huế', 'Thành phố Huế', 'province', NULL, NULL, true)",
                "('H47.14', 'Sở Thông tin', 'Sở Thông tin', 'department', NULL, NULL, true)",
                "('H47.140', 'Ban', 'Ban', 'department', NULL, NULL, true)",
                "('H47.30', 'Hội An', 'Hội An', 'district', NULL, NULL, true)")
            .with(
                "catalog_snapshot",
                "unit_code, scope_code, snapshot_date, valid_from, valid_to",
                "('H47', 'H47', '2020-07-01', '2020-07-01', NULL)",
                "('H47.14', 'H47', '2020-07-01', '2020-07-01', NULL)")
            .with(
                "service",
                "unit_code, scope_code, snapshot_date, procedure_code, written_code,"
                    + " procedure_name, service_level, eligible_level4, on_national_portal,"
                    + " run_by_ministry, has_fee, file",
                service("H47.14", "1.000001", "'Cấp giấy phép'", 4),
                service("H47", "1.000002", "'Sửa đổi'", 3),
                service("H47", "1.000003", "NULL", 3),
                service("H47", "1.000004", "'Gia hạn'", 2))
            .with(
                "dossier",
                "dossier_key, dossier_code, unit_code, province_code, procedure_code, channel,"
                    + " status, service_level, received_at, due_at, finished_at, on_time, early,"
                    + " fee, paid_online, digitised, delivery_date, file, position, statement_id,"
                    + " content_hash, settled",
                // Online, finished on time and early.
                dossier(
                    "D1",
                    "H47.14",
                    "1.000001",
                    "online",
                    10,
                    "4",
                    "'2020-08-03 08:00:00',"
                        + " '2020-08-10 17:00:00', '2020-08-07 09:30:00', true, true",
                    OLD_FILE),
                // Open and overdue.
                dossier(
                    "D2",
                    "H47.14",
                    "1.000001",
                    "in_person",
                    4,
                    "4",
                    "'2020-08-05', '2020-08-10', NULL, NULL, NULL",
                    FILE),
                // Online, but of no known level.
                dossier(
                    "D3",
                    "H47.30",
                    "2.000001",
                    "online",
                    4,
                    "NULL",
                    "'2020-08-06', NULL, NULL, NULL, NULL",
                    FILE),
                // Received, and due, on the last day that is counted.
                dossier(
                    "D4",
                    "H47",
                    "1.000002",
                    "post",
                    2,
                    "3",
                    "'2020-08-20 23:59:59', '2020-08-20', NULL, NULL, NULL",
                    FILE),
                // Refused: never counted.
                dossier(
                    "D5",
                    "H47",
                    "1.000002",
                    "online",
                    3,
                    "3",
                    "'2020-08-04', NULL, NULL, NULL, NULL",
                    FILE),
                // Received in July, finished too late on the last day that is counted.
                dossier(
                    "D6",
                    "H47.14",
                    "1.000001",
                    "online",
                    10,
                    "4",
                    "'2020-07-15'," + " '2020-08-19', '2020-08-20 23:00:00', false, false",
                    FILE),
                // Of another unit, whose code begins alike.
                dossier(
                    "D7",
                    "H47.140",
                    "1.000001",
                    "online",
                    2,
                    "3",
                    "'2020-08-19', '2020-09-01', NULL, NULL, NULL",
                    FILE),
                // Closed nobody knows when.
                dossier(
                    "D8",
                    "H47.14",
                    "1.000002",
                    "in_person",
                    9,
                    "2",
                    "'2020-07-20', '2020-07-30', NULL, NULL, NULL",
                    FILE),
                // Finished before August.
                dossier(
                    "D9",
                    "H47.14",
                    "1.000002",
                    "in_person",
                    10,
                    "2",
                    "'2020-07-01', '2020-08-01', '2020-07-31', true, true",
                    FILE),
                dossier(
                    "E1",
                    "H57",
                    "1.000001",
                    "in_person",
                    2,
                    "3",
                    "'2020-08-01', NULL, NULL, NULL, NULL",
                    OTHERS),
                dossier(
                    "E2",
                    "G01",
                    "1.000001",
                    "online",
                    2,
                    "4",
                    "'2020-08-20', NULL, NULL, NULL, NULL",
                    OTHERS),
                dossier(
                    "E3",
                    "G04",
                    "1.000001",
                    "in_person",
                    2,
                    "3",
                    "'2020-08-02', NULL, NULL, NULL, NULL",
                    OTHERS))
            .with(
                "period_value",
                "indicator, unit_code, part, period_type, period_start, period_end, numerator,"
                    + " denominator, value, data_date",
                august("online_dossier_rate", "H47", 2, 4),
                august("online_dossier_rate", "H47.14", 1, 2),
                august("online_dossier_rate", "H57", 0, 1),
                august("online_dossier_rate", "G01", 1, 1),
                august("online_dossier_rate", "G04", 0, 1),
                august("online_dossier_rate", "VN", 3, 7),
                august("online_dossier_rate", "VN.ministry", 1, 2),
                august("online_dossier_rate", "VN.province", 2, 5),
                "('online_dossier_rate', 'H47', 'VN', 'month', '2020-07-01', '2020-07-31', 1, 1,"
                    + " 1.0, '2020-07-31')",
                "('online_dossier_rate', 'H47', 'VN', 'quarter', '2020-07-01', '2020-09-30', 3, 5,"
                    + " 0.6, '2020-08-20')",
                august("on_time_rate", "H47", 1, 2),
                august("early_rate", "H47", 1, 2),
                august("resolution_rate", "H47", 2, 6),
                august("overdue_open_rate", "H47", 2, 4),
                august("arising_rate", "H47", 1, 3),
                august("arising_rate", "H47.14", 1, 1),
                august("arising_rate", "VN", 1, 3),
                // What a defect would publish: nothing was digitised.
                august("digitised_rate", "H47", 1, 5))
            .with(
                "period_ranking",
                "indicator, peer_group, part, period_type, period_start, period_end, rank, serial,"
                    + " unit_code, unit_name, numerator, denominator, value, data_date",
                rank("province", 1, 1, "H47", "2, 4, 0.5"),
                rank("province", 2, 2, "H57", "0, 1, 0.0"),
                rank("ministry", 1, 1, "G01", "1, 1, 1.0"),
                rank("ministry", null, 2, "G18", "NULL, NULL, NULL"))
            .publish(DAY.toString())
            .open();
  }

  @AfterAll
  static void close() throws Exception {
    warehouse.close();
  }

  @Test
  void aProvincesDossiersAreThoseOfAllUnitsBelow() throws Exception {
    Explanation explanation = explain("online_dossier_rate", "H47", DAY, 20);
    assertThat(explanation.evidence())
        .isEqualTo(
            new Evidence.Dossiers(
                List.of(
                    new DossierGroup("H47", "Quảng Nam", 0, 1),
                    new DossierGroup("H47.14", "Sở Thông tin", 1, 2),
                    new DossierGroup("H47.140", "Ban", 1, 1)),
                List.of(
                    new DossierGroup("1.000001", "Cấp giấy phép", 2, 3),
                    new DossierGroup("1.000002", "Sửa đổi", 0, 1)),
                List.of(new DossierGroup(OLD_FILE, null, 1, 1), new DossierGroup(FILE, null, 1, 3)),
                List.of(
                    new CountedDossier(
                        "D1",
                        "H47.14",
                        "1.000001",
                        LocalDateTime.of(2020, 8, 3, 8, 0),
                        LocalDateTime.of(2020, 8, 10, 17, 0),
                        LocalDateTime.of(2020, 8, 7, 9, 30),
                        10,
                        "online",
                        4,
                        0.0,
                        false,
                        false,
                        true,
                        true,
                        OLD_FILE,
                        1),
                    new CountedDossier(
                        "D7",
                        "H47.140",
                        "1.000001",
                        LocalDateTime.of(2020, 8, 19, 0, 0),
                        LocalDateTime.of(2020, 9, 1, 0, 0),
                        null,
                        2,
                        "online",
                        3,
                        0.0,
                        false,
                        false,
                        null,
                        null,
                        FILE,
                        7)),
                List.of(
                    new CountedDossier(
                        "D2",
                        "H47.14",
                        "1.000001",
                        LocalDateTime.of(2020, 8, 5, 0, 0),
                        LocalDateTime.of(2020, 8, 10, 0, 0),
                        null,
                        4,
                        "in_person",
                        4,
                        0.0,
                        false,
                        false,
                        null,
                        null,
                        FILE,
                        2),
                    new CountedDossier(
                        "D4",
                        "H47",
                        "1.000002",
                        LocalDateTime.of(2020, 8, 20, 23, 59, 59),
                        DAY.atStartOfDay(),
                        null,
                        2,
                        "post",
                        3,
                        0.0,
                        false,
                        false,
                        null,
                        null,
                        FILE,
                        4))));
    assertThat(explanation.value())
        .isEqualTo(
            new PublishedValue(
                LocalDate.of(2020, 8, 1),
                LocalDate.of(2020, 9, 1),
                2L,
                4L,
                0.5,
                null,
                DAY,
                List.of(new PeerRank("province", 1, 2))));
    assertThat(explanation.files())
        .extracting(file -> file.file() + " " + file.contentSha256() + " " + file.runId())
        .containsExactly(OLD_FILE + " sha-a run-1", FILE + " sha-b run-1");
    assertThat(explanation.agrees()).isTrue();
  }

  /**
   * The dossiers that each kind of computation counts: in the numerator | in the denominator only.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "online_dossier_rate | H47.14 | D1 | D2",
        "on_time_rate | H47 | D1 | D6",
        "early_rate | H47 | D1 | D6",
        // Received before the end, not finished before the start; finished on the last day counts.
        "resolution_rate | H47 | D6 D1 | D2 D3 D7 D4",
        // Due on the last day is due by then.
        "overdue_open_rate | H47 | D2 D4 | D3 D7",
      })
  void eachKindCountsItsOwn(String indicator, String unit, String numerator, String others)
      throws Exception {
    Explanation explanation = explain(indicator, unit, DAY, 20);
    Evidence.Dossiers dossiers = (Evidence.Dossiers) explanation.evidence();
    assertThat(dossiers.firstInNumerator())
        .extracting(CountedDossier::dossierCode)
        .containsExactly(numerator.split(" "));
    assertThat(dossiers.firstInDenominatorOnly())
        .extracting(CountedDossier::dossierCode)
        .containsExactly(others.split(" "));
    assertThat(explanation.agrees()).isTrue();
  }

  @Test
  void anyDayOfAPeriodMayBeAsked() throws Exception {
    for (String day : List.of("2020-08-01", "2020-08-20", "2020-08-31")) {
      assertThat(explain("online_dossier_rate", "H47", LocalDate.parse(day), 0).agrees())
          .as(day)
          .isTrue();
    }
    Explanation july = explain("online_dossier_rate", "H47", LocalDate.of(2020, 7, 31), 20);
    assertThat(((Evidence.Dossiers) july.evidence()).byProcedure())
        .containsExactly(new DossierGroup("1.000001", "Cấp giấy phép", 1, 1));
    Explanation quarter =
        warehouse
            .explanations()
            .of(
                new RankingQuestion("online_dossier_rate", DAY, Basis.COMPUTED, PeriodType.QUARTER),
                "H47",
                20)
            .orElseThrow();
    assertThat(quarter.evidence().numerator()).as("D1, D6 and D7").isEqualTo(3);
    assertThat(quarter.agrees()).isTrue();
  }

  @Test
  void asManyDossiersAreNamedAsWereAskedForAndAllAreCounted() throws Exception {
    Evidence.Dossiers dossiers =
        (Evidence.Dossiers) explain("online_dossier_rate", "H47", DAY, 1).evidence();
    assertThat(dossiers.firstInNumerator())
        .extracting(CountedDossier::dossierCode)
        .containsExactly("D1");
    assertThat(dossiers.firstInDenominatorOnly())
        .extracting(CountedDossier::dossierCode)
        .containsExactly("D2");
    assertThat(dossiers.numerator()).isEqualTo(2);
    assertThat(dossiers.inDenominatorOnly()).isEqualTo(2);
  }

  @Test
  void allDossiersCountForTheNation() throws Exception {
    Explanation nation = explain("online_dossier_rate", "VN", DAY, 20);
    assertThat(((Evidence.Summands) nation.evidence()).units())
        .extracting(unit -> unit.unitCode() + " " + unit.numerator() + "/" + unit.denominator())
        .as("the agency that the annex leaves out, the ministry that ended, and who has none")
        .containsExactly("G01 1/1", "G04 0/1", "H47 2/4", "H57 0/1", "G18 null/null");
    assertThat(nation.agrees()).isTrue();
    assertThat(nation.files()).extracting(SourceFile::file).containsExactly(OLD_FILE, FILE, OTHERS);

    Explanation provinces = explain("online_dossier_rate", "VN.province", DAY, 20);
    assertThat(provinces.agrees()).isTrue();
    Explanation ministries = explain("online_dossier_rate", "VN.ministry", DAY, 20);
    assertThat(ministries.agrees()).isTrue();
    assertThat(ministries.files()).extracting(SourceFile::file).containsExactly(OTHERS);
  }

  @Test
  void servicesAreThoseOfTheLastDayCountedWithTheDossiersOfThePeriod() throws Exception {
    Explanation explanation = explain("arising_rate", "H47", LocalDate.of(2020, 8, 31), 20);
    Evidence.Services services = (Evidence.Services) explanation.evidence();
    assertThat(services.services())
        .extracting(
            service ->
                service.procedureCode()
                    + " "
                    + service.level()
                    + " "
                    + service.received().online()
                    + "/"
                    + service.received().all()
                    + (service.inNumerator() ? " NUMERATOR" : "")
                    + (service.inDenominator() ? " DENOMINATOR" : ""))
        .containsExactly(
            // D1 and D7 are online, D2 is not; D6 is of July.
            "1.000001 4 2/3 NUMERATOR DENOMINATOR",
            // D4 came by post, D5 was refused.
            "1.000002 3 0/1 DENOMINATOR",
            "1.000003 3 0/0 DENOMINATOR",
            "1.000004 2 0/0");
    assertThat(explanation.agrees()).isTrue();
    assertThat(explanation.files())
        .extracting(SourceFile::file)
        .containsExactly(CATALOG, OLD_FILE, FILE);
    assertThat(explain("arising_rate", "H47.14", DAY, 20).agrees())
        .as("its own catalog, its own dossiers")
        .isTrue();

    Explanation nation = explain("arising_rate", "VN", DAY, 20);
    assertThat(((Evidence.Summands) nation.evidence()).withValue())
        .extracting(Evidence.Summand::unitCode)
        .as("who had a catalog in force")
        .containsExactly("H47");
    assertThat(nation.agrees()).isTrue();
  }

  @Test
  void aWrongPublishedValueIsFound() throws Exception {
    Explanation explanation = explain("digitised_rate", "H47", DAY, 20);
    assertThat(explanation.evidence().numerator()).isZero();
    assertThat(explanation.evidence().denominator()).as("D1 to D4 and D7").isEqualTo(5);
    assertThat(explanation.agrees()).isFalse();
  }

  @Test
  void anAnnexRestsOnTheFilesOfTheDossiersThatCount() throws Exception {
    assertThat(sources("online_dossier_rate", PeriodType.MONTH))
        .containsExactly(OLD_FILE, FILE, OTHERS);
    assertThat(sources("on_time_rate", PeriodType.YEAR))
        .as("D1, D6 and D9")
        .containsExactly(OLD_FILE, FILE);
    assertThat(sources("arising_rate", PeriodType.MONTH))
        .containsExactly(CATALOG, OLD_FILE, FILE, OTHERS);
  }

  private static List<String> sources(String indicator, PeriodType type) throws Exception {
    return warehouse
        .rankings()
        .sources(new RankingQuestion(indicator, DAY, Basis.COMPUTED, type))
        .files();
  }

  private static Explanation explain(String indicator, String unit, LocalDate day, int dossiers)
      throws Exception {
    return warehouse
        .explanations()
        .of(new RankingQuestion(indicator, day, Basis.COMPUTED, PeriodType.MONTH), unit, dossiers)
        .orElseThrow();
  }

  private static String ledger(String id, String file, String feed) {
    return "('%s', '%s', '%s', 'sha-%1$s', '%2$s', 1, 1, 1, 1, 0, 0, 'ingested', 'run-1', '2020-08-21 01:00:00')"
        .formatted(id, file, feed);
  }

  private static String service(String unit, String root, String name, int level) {
    return "('%s', 'H47', '2020-07-01', '%s', '%2$s', %s, %d, false, false, false, false, '%s')"
        .formatted(unit, root, name, level, CATALOG);
  }

  /**
   * A dossier whose position is its number.
   *
   * @param times received, due, finished, on time, early
   */
  private static String dossier(
      String code,
      String unit,
      String root,
      String channel,
      int status,
      String level,
      String times,
      String file) {
    String statement = file.equals(OLD_FILE) ? "a" : file.equals(FILE) ? "b" : "o";
    return "(1, '%s', '%s', '%s', '%s', '%s', %s, %s, %s, 0, false, false, '2020-08-20', '%s', %s, '%s', 1, %6$s IN (3, 7, 8, 10))"
        .formatted(
            code,
            unit,
            unit.substring(0, 3),
            root,
            channel,
            status,
            level,
            times,
            file,
            code.substring(1),
            statement);
  }

  private static String august(String indicator, String unit, int numerator, int denominator) {
    return "('%s', '%s', 'VN', 'month', '2020-08-01', '2020-08-31', %d, %d, CAST(%3$d AS DOUBLE) / %4$d, '2020-08-20')"
        .formatted(indicator, unit, numerator, denominator);
  }

  private static String rank(String group, Integer rank, int serial, String unit, String counts) {
    return "('online_dossier_rate', '%s', 'VN', 'month', '2020-08-01', '2020-08-31', %s, %d, '%s', '%4$s', %s, '2020-08-20')"
        .formatted(group, rank, serial, unit, counts);
  }
}

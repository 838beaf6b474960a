package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.schemas.indicator.DefinitionChange;
import io.xephang.schemas.indicator.PeriodType;
import io.xephang.warehouse.Evidence.CountedService;
import io.xephang.warehouse.Explanations.ValueRange;
import io.xephang.warehouse.PublishedValue.PeerRank;
import io.xephang.warehouse.Units.NamedUnit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Quảng Nam with a department and a district, Huế, and the Ministry of Health. On 20/8 root
 * 1.000001 is offered by the province (level 3) and the department (level 4): it counts once, at
 * level 4.
 */
class ExplanationsTest {
  private static final LocalDate DAY = LocalDate.of(2020, 8, 20);

  private static final String SERVICE =
      "unit_code, scope_code, snapshot_date, procedure_code, written_code, procedure_name,"
          + " service_level, eligible_level4, on_national_portal, run_by_ministry, has_fee, file";

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
                ledger("1", "catalogs/2020-08-20/h47.csv", "catalogs", "aa", "ingested"),
                ledger("2", "catalogs/2020-07-01/h47.csv", "catalogs", "bb", "ingested"),
                ledger("3", "reports/a.csv", "reports", "cc", "ingested"),
                ledger("4", "reports/b.csv", "reports", "dd", "ingested"),
                // Replaced content of the same name: never told.
                ledger("5", "catalogs/2020-08-20/h47.csv", "catalogs", "ee", "replaced"),
                ledger("6", "units/h47.csv", "units", "ff", "ingested"))
            .with(
                "unit",
                "unit_code, unit_name, full_name, kind, province_code, valid_from, valid_to,"
                    + " listed",
                "('VN', 'Cả nước', 'Cả nước', 'nation', NULL, NULL, NULL, true)",
                "('VN.province', 'Các tỉnh', 'Các tỉnh', 'nation', NULL, NULL, NULL, true)",
                "('G01', 'Bộ Công an', 'Bộ Công an', 'ministry', 'G01', NULL, NULL, false)",
                "('G18', 'Bộ Y tế', 'Bộ Y tế', 'ministry', 'G18', NULL, NULL, true)",
                "('H47', 'Quảng Nam', 'Tỉnh Quảng Nam', 'province', 'H47', NULL, '2025-06-30',"
                    + " true)",
                "('H57', 'Huế', 'Thành phố Huế', 'province', 'H57', NULL, NULL, true)",
                "('H47.01', 'Sở Y tế', 'Sở Y tế', 'department', 'H47', NULL, NULL, true)",
                "('H47.30', 'Hội An', 'Hội An', 'district', 'H47', NULL, NULL, true)",
                "('H57.01', 'Sở Y tế', 'Sở Y tế', 'department', 'H57', NULL, NULL, true)")
            .with(
                "unit_row",
                "statement_id, file, position, unit_code, unit_name, kind, aliases",
                // The later row counts, and with it its aliases.
                "('6', 'units/h47.csv', 2, 'H47.30', 'Hội An', 'district', 'Faifo')",
                "('6', 'units/h47.csv', 3, 'H47.30', 'Hội An', 'district',"
                    + " 'Thành phố Hội An| Đô thị Hội An')")
            .with(
                "catalog_snapshot",
                "unit_code, scope_code, snapshot_date, valid_from, valid_to",
                "('H47', 'H47', '2020-07-01', '2020-07-01', NULL)",
                // The department had another catalog before.
                "('H47.01', 'H47', '2020-07-01', '2020-07-01', '2020-08-20')",
                "('H47.01', 'H47', '2020-08-20', '2020-08-20', NULL)")
            .with(
                "service",
                SERVICE,
                "('H47', 'H47', '2020-07-01', '1.000001', '1.000001', 'Cấp phép', 3, true, true,"
                    + " false, false, 'catalogs/2020-07-01/h47.csv')",
                "('H47', 'H47', '2020-07-01', '1.000002', '1.000002', NULL, NULL, false, false,"
                    + " false, false, 'catalogs/2020-07-01/h47.csv')",
                "('H47.01', 'H47', '2020-07-01', '1.000009', '1.000009', 'Cũ', 4, true, true,"
                    + " false, false, 'catalogs/2020-07-01/h47.csv')",
                "('H47.01', 'H47', '2020-08-20', '1.000001', '1.000001', 'Cấp giấy phép', 4,"
                    + " false, false, true, false, 'catalogs/2020-08-20/h47.csv')",
                "('H47.01', 'H47', '2020-08-20', '1.000003', '1.000003', 'Sửa đổi', 2, false,"
                    + " false, false, false, 'catalogs/2020-08-20/h47.csv')")
            .with(
                "indicator_interval",
                "indicator, basis, unit_code, part, period_type, valid_from, valid_to, numerator,"
                    + " denominator, value, printed_value, data_date",
                value("level4_rate", "computed", "H47", 1, 3, "1/3", null),
                value("portal_integration_rate", "computed", "H47", 1, 1, "1", null),
                value("level4_rate", "computed", "H57", 2, 4, "0.5", null),
                value("level4_rate", "computed", "VN.province", 3, 7, "3/7", null),
                // What a defect would publish.
                value("level34_rate", "computed", "H47", 2, 3, "2/3", null),
                value("level4_rate", "reported", "H47", 9, 91, "9/91", "9,98%"),
                value("level4_rate", "reported", "H57", null, null, "0.5453", "54,53%"))
            .with(
                "ranking_interval",
                "indicator, basis, peer_group, part, period_type, valid_from, rank, serial,"
                    + " unit_code, unit_name, numerator, denominator, value, data_date",
                rank("province", 2, "H47", "1/3"),
                rank("province", 1, "H57", "0.5"),
                rank("region:Miền Trung", 1, "H47", "1/3"))
            .with(
                "report_row",
                "statement_id, file, position, indicator, unit_code, as_of, period_type, numerator,"
                    + " denominator, value, printed_value, printed_name, source, note",
                "('3', 'reports/a.csv', 9, 'level4_rate', 'H47', '2020-08-20', 'as_of', NULL, NULL,"
                    + " 0.0989, '9,89%', 'Quảng Nam', 'Công văn 1', NULL)",
                "('4', 'reports/b.csv', 2, 'level4_rate', 'H47', '2020-08-20', 'as_of', 9, 91,"
                    + " CAST(9 AS DOUBLE) / 91, '9,98%', 'Quảng nam', 'Công văn 2', 'Ghi chú')",
                "('4', 'reports/b.csv', 3, 'level4_rate', 'H57', '2020-08-20', 'as_of', NULL, NULL,"
                    + " 0.5453, '54,53%', 'Huế', 'Công văn 2', NULL)")
            .publish("2020-08-31")
            .open();
  }

  @AfterAll
  static void close() throws Exception {
    warehouse.close();
  }

  @Test
  void aProvincesCatalogIsCountedRootByRoot() throws Exception {
    Explanation explanation = explain("level4_rate", "H47", DAY, Basis.COMPUTED);
    Evidence.Services services = (Evidence.Services) explanation.evidence();
    assertThat(services.catalogs())
        .extracting(catalog -> catalog.unitCode() + " " + catalog.snapshotDate())
        .containsExactly("H47 2020-07-01", "H47.01 2020-08-20");
    assertThat(services.services())
        .extracting(ExplanationsTest::told)
        .containsExactly(
            // Level of the department, flags of both; the department's offer decides.
            "1.000001 Cấp giấy phép 4 eligible portal ministry NUMERATOR"
                + " [H47.01 4 catalogs/2020-08-20/h47.csv, H47 3 catalogs/2020-07-01/h47.csv]",
            "1.000002 null null DENOMINATOR [H47 null catalogs/2020-07-01/h47.csv]",
            "1.000003 Sửa đổi 2 DENOMINATOR [H47.01 2 catalogs/2020-08-20/h47.csv]");
    assertThat(explanation.value())
        .isEqualTo(
            new PublishedValue(
                DAY,
                null,
                1L,
                3L,
                1 / 3.0,
                null,
                DAY,
                List.of(new PeerRank("province", 2, 2), new PeerRank("region:Miền Trung", 1, 1))));
    assertThat(explanation.files())
        .extracting(file -> file.file() + " " + file.contentSha256() + " " + file.runId())
        .containsExactly(
            "catalogs/2020-07-01/h47.csv bb run-1", "catalogs/2020-08-20/h47.csv aa run-1");
    assertThat(explanation.agrees()).isTrue();
    assertThat(explanation.indicator().legalBasis())
        .isEqualTo("Nghị quyết 17/NQ-CP ngày 07/3/2019");
    assertThat(explanation.indicator().target().value()).isEqualTo(0.3);
    assertThat(explanation.indicator().changes()).isEmpty();
  }

  @Test
  void whatIsNotInTheDenominatorIsCountedApart() throws Exception {
    Evidence.Services services =
        (Evidence.Services)
            explain("portal_integration_rate", "H47", DAY, Basis.COMPUTED).evidence();
    assertThat(services.inNumerator())
        .extracting(CountedService::procedureCode)
        .containsExactly("1.000001");
    assertThat(services.inDenominatorOnly()).isEmpty();
    assertThat(services.notCounted()).isEqualTo(2);
  }

  @Test
  void aWrongPublishedValueIsFound() throws Exception {
    Explanation explanation = explain("level34_rate", "H47", DAY, Basis.COMPUTED);
    assertThat(explanation.evidence().numerator()).as("only 1.000001 is at 3 or 4").isEqualTo(1);
    assertThat(explanation.agrees()).isFalse();
  }

  @Test
  void aChangeOfTheDefinitionBetweenDataAndDayIsTold() throws Exception {
    ExplainedIndicator later =
        explain("level4_rate", "H47", LocalDate.of(2023, 1, 1), Basis.COMPUTED).indicator();
    assertThat(later.changes())
        .extracting(DefinitionChange::date)
        .containsExactly(LocalDate.of(2022, 8, 15));
    assertThat(later.legalBasis()).startsWith("Nghị định 42/2022/NĐ-CP");
  }

  @Test
  void aSumIsItsUnitsListedOnesAlone() throws Exception {
    Explanation explanation = explain("level4_rate", "VN.province", DAY, Basis.COMPUTED);
    Evidence.Summands summands = (Evidence.Summands) explanation.evidence();
    assertThat(summands.units())
        .extracting(unit -> unit.unitCode() + " " + unit.numerator() + "/" + unit.denominator())
        .as("in the order of the annex")
        .containsExactly("H57 2/4", "H47 1/3");
    assertThat(explanation.agrees()).isTrue();
  }

  @Test
  void aSumOfReportsIsFormedWhenItIsAskedFor() throws Exception {
    Explanation explanation = explain("level4_rate", "VN", DAY, Basis.REPORTED);
    Evidence.Summands summands = (Evidence.Summands) explanation.evidence();
    assertThat(summands.withValue())
        .extracting(unit -> unit.unitCode() + " " + unit.printedValue())
        .containsExactlyInAnyOrder("H47 9,98%", "H57 54,53%");
    assertThat(summands.withoutValue())
        .extracting(Evidence.Summand::unitCode)
        .as("the agency that the annex leaves out is not missed")
        .containsExactly("G18");
    assertThat(explanation.value().value()).as("Huế has no counts").isNull();
    assertThat(explanation.files())
        .extracting(SourceFile::file)
        .containsExactly("reports/a.csv", "reports/b.csv");
  }

  @Test
  void theLatestReportIsRankedAndTheOthersAreTold() throws Exception {
    Explanation explanation =
        explain("level4_rate", "H47", LocalDate.of(2020, 9, 1), Basis.REPORTED);
    Evidence.Reports reports = (Evidence.Reports) explanation.evidence();
    assertThat(reports.ranked())
        .isEqualTo(
            new Evidence.Report(
                "reports/b.csv",
                2,
                "Quảng nam",
                "9,98%",
                9L,
                91L,
                9 / 91.0,
                "Công văn 2",
                "Ghi chú",
                "mismatch",
                9 / 91.0,
                (998.0 * 91 - 9 * 10000) / (91 * 10000)));
    assertThat(reports.others())
        .extracting(report -> report.file() + " " + report.position() + " " + report.verdict())
        .containsExactly("reports/a.csv 9 not_checkable");
    assertThat(explanation.agrees()).isTrue();
  }

  @Test
  void withoutAValueTheDaysWithOneAreTold() throws Exception {
    RankingQuestion before =
        new RankingQuestion(
            "level4_rate", LocalDate.of(2020, 1, 1), Basis.COMPUTED, PeriodType.AS_OF);
    assertThat(warehouse.explanations().of(before, "H47", 20)).isEmpty();
    assertThat(warehouse.explanations().range(before, "H47"))
        .contains(new ValueRange(DAY, null, DAY));
    assertThat(warehouse.explanations().range(before, "G18")).isEmpty();
    assertThat(warehouse.explanations().unit("H47", LocalDate.of(2025, 7, 1)).exists()).isFalse();
  }

  @Test
  void unitsAreMatchedAsTheReportsFeedMatchesThem() throws Exception {
    NamedUnit hoiAn = new NamedUnit("H47.30", "Hội An");
    for (String written :
        List.of("H47.30", "000.00.30.h47", "hội  an", "HỘI AN", "Đô thị Hội An", "TP. Hội An")) {
      assertThat(warehouse.units().meant(written)).as(written).containsExactly(hoiAn);
    }
    assertThat(warehouse.units().meant("vn.Province"))
        .containsExactly(new NamedUnit("VN.province", "Các tỉnh"));
    assertThat(warehouse.units().meant("Thừa Thiên Huế"))
        .as("a shipped alias or former name")
        .extracting(NamedUnit::code)
        .isSubsetOf("H57");
    assertThat(warehouse.units().meant("H57.99"))
        .as("a code below a known province is a unit all the same")
        .containsExactly(new NamedUnit("H57.99", "H57.99"));
    assertThat(warehouse.units().meant("Sở Y tế"))
        .containsExactly(new NamedUnit("H47.01", "Sở Y tế"), new NamedUnit("H57.01", "Sở Y tế"));
    assertThat(warehouse.units().meant("Faifo")).as("of a row that was replaced").isEmpty();
    assertThat(warehouse.units().meant("H99.01")).as("no such province").isEmpty();
    assertThat(warehouse.units().similar("Hoi an").get(0)).isEqualTo(hoiAn);
  }

  private static Explanation explain(String indicator, String unit, LocalDate day, Basis basis)
      throws Exception {
    return warehouse
        .explanations()
        .of(new RankingQuestion(indicator, day, basis, PeriodType.AS_OF), unit, 20)
        .orElseThrow();
  }

  private static String told(CountedService service) {
    return service.procedureCode()
        + " "
        + service.name()
        + " "
        + service.level()
        + (service.eligibleLevel4() ? " eligible" : "")
        + (service.onNationalPortal() ? " portal" : "")
        + (service.runByMinistry() ? " ministry" : "")
        + (service.inNumerator() ? " NUMERATOR " : service.inDenominator() ? " DENOMINATOR " : " ")
        + service.offers().stream()
            .map(offer -> offer.unitCode() + " " + offer.level() + " " + offer.file())
            .toList();
  }

  private static String ledger(String id, String file, String feed, String hash, String status) {
    return "('%s', '%s', '%s', '%s', '%s', 1, 1, 1, 1, 0, 0, '%s', 'run-1', '2020-08-21 01:00:00')"
        .formatted(id, file, feed, hash, file, status);
  }

  private static String value(
      String indicator,
      String basis,
      String unit,
      Integer numerator,
      Integer denominator,
      String value,
      String printed) {
    return "('%s', '%s', '%s', 'VN', 'as_of', '2020-08-20', NULL, %s, %s, %s, %s, '2020-08-20')"
        .formatted(
            indicator,
            basis,
            unit,
            numerator,
            denominator,
            "CAST(" + value.replace("/", " AS DOUBLE) / CAST(") + " AS DOUBLE)",
            printed == null ? "NULL" : "'" + printed + "'");
  }

  private static String rank(String group, int rank, String unit, String value) {
    return "('level4_rate', 'computed', '%s', 'VN', 'as_of', '2020-08-20', %d, %d, '%s', '%s', 1, 3, %s, '2020-08-20')"
        .formatted(group, rank, rank, unit, unit, value);
  }
}

package io.xephang.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.xephang.home.CheckFinding;
import io.xephang.home.CheckFinding.Outcome;
import io.xephang.home.Publication;
import io.xephang.home.RunStatus;
import io.xephang.jobs.landing.Corrections;
import io.xephang.jobs.landing.LedgerLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Statements taken back, judged again, and held up because they look wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorrectionsTest {
  private static final String HEADER = "unit_code,procedure_code,service_level";
  private static final String HALVED = "indicator_interval.national_catalog_halved";

  private final Deployment deployment;

  CorrectionsTest(@TempDir Path folder) {
    this.deployment = new Deployment(folder);
  }

  @Test
  @Order(1)
  void whatIsWithdrawnIsAsIfItHadNeverCome() {
    deployment
        .land("catalogs/2020-07-31/h47.csv", HEADER, "H47,1.000001,4", "H47,1.000002,3")
        .land("catalogs/2020-08-20/h47.csv", HEADER, "H47,1.000001,3", "H47,not a code,4")
        .run();
    assertThat(level4("H47")).containsExactly("2020-07-31 1 2", "2020-08-20 0 1");

    RunSummary withdrawn = deployment.withdraw("catalogs/2020-08-20/h47.csv");
    assertThat(withdrawn.status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(withdrawn.asOf()).as("the newest date that still counts").isEqualTo("2020-07-31");
    assertThat(level4("H47")).containsExactly("2020-07-31 1 2");
    assertThat(deployment.rows("service", "true", "snapshot_date", "procedure_code"))
        .containsExactly("2020-07-31 1.000001", "2020-07-31 1.000002");
    assertThat(ledger())
        .containsExactly(
            "catalogs/2020-07-31/h47.csv 2 2 0 ingested",
            "catalogs/2020-08-20/h47.csv 2 1 1 withdrawn");

    assertThat(deployment.run().status())
        .as("the file still lies in the landing folder")
        .isEqualTo(RunStatus.NOTHING_NEW);
    assertThatThrownBy(() -> deployment.withdraw("catalogs/2020-08-20/h48.csv"))
        .isInstanceOf(Corrections.Refused.class);
  }

  @Test
  @Order(2)
  void aWithdrawalIsUndoneWithoutTheFile() {
    deployment.remove("catalogs/2020-08-20/h47.csv");
    deployment.restore("catalogs/2020-08-20/h47.csv");
    assertThat(level4("H47")).containsExactly("2020-07-31 1 2", "2020-08-20 0 1");
    assertThat(ledger()).contains("catalogs/2020-08-20/h47.csv 2 1 1 ingested");
  }

  @Test
  @Order(3)
  void aReportIsJudgedAgainOnceItsUnitIsKnown() {
    deployment
        .land(
            "reports/2020.csv",
            "indicator,unit_name,parent_code,as_of,value",
            "level4_rate,Sở Khoa học,H47,2020-08-20,\"14,8%\"")
        .run();
    assertThat(deployment.rows("quarantine", "file LIKE 'reports/%'", "reason"))
        .containsExactly("unknown_unit");
    deployment
        .land(
            "units/h47.csv",
            "unit_code,unit_name,kind,aliases",
            "H47.14,Sở Khoa học và Công nghệ,department,Sở Khoa học")
        .run();
    assertThat(reported()).as("nobody has asked for it yet").isEmpty();

    RunSummary again = deployment.retry();
    assertThat(again.leftAlone())
        .containsExactly(
            "catalogs/2020-08-20/h47.csv: có dòng bị loại và không còn; cần tệp trong thư mục nhận dữ liệu, gửi lại để"
                + " được xét lại / has rejected rows and is gone; expected it in the landing"
                + " folder, deliver it again to have it judged again");
    assertThat(reported()).containsExactly("H47.14 0.148");
    assertThat(ledger())
        .contains("reports/2020.csv 1 0 1 replaced", "reports/2020.csv 1 1 0 ingested");
    assertThat(deployment.retry().status())
        .as("nothing is left to judge again")
        .isEqualTo(RunStatus.NOTHING_NEW);
  }

  @Test
  @Order(4)
  void aProvincesCatalogThatIsHalvedIsPublishedOnlyIfAccepted() {
    deployment.land("catalogs/2020-08-25/h01.csv", catalog("H01", 100)).run();
    deployment.land("catalogs/2020-08-25/h01.csv", catalog("H01", 51)).run();
    assertThat(level4("H01")).containsExactly("2020-08-25 51 51");
    deployment.land("catalogs/2020-08-25/h01.csv", catalog("H01", 100)).run();
    Publication before = deployment.publication();

    deployment
        .land("catalogs/2020-08-30/h01.csv", catalog("H01", 49))
        .land("catalogs/2020-08-30/h01.05.csv", catalog("H01.05", 10))
        .land("catalogs/2020-08-30/h01.06.csv", HEADER, "H01.06,1.000001,5", "H01.06,1.000002,6")
        .land(
            "dossiers/2020-08-30/h01.csv",
            "MaHoSo,MaTTHC,NgayTiepNhan,TrangThaiHoSo",
            "H01-1,1.000001,Nguyễn Văn An,2")
        .land("catalogs/2031-08-30/h01.csv", HEADER);
    assertThatThrownBy(deployment::run)
        .isInstanceOfSatisfying(
            AuditFailed.class,
            failed -> {
              RunSummary summary = failed.summary();
              assertThat(summary.status()).isEqualTo(RunStatus.CHECK_FAILED);
              assertThat(summary.read())
                  .extracting(LedgerLine::file, LedgerLine::rowsRead, LedgerLine::quarantined)
                  .containsExactlyInAnyOrder(
                      tuple("catalogs/2020-08-30/h01.csv", 49L, 0L),
                      tuple("catalogs/2020-08-30/h01.05.csv", 10L, 0L),
                      tuple("catalogs/2020-08-30/h01.06.csv", 2L, 2L),
                      tuple("dossiers/2020-08-30/h01.csv", 1L, 1L));
              assertThat(summary.leftAlone())
                  .containsExactly(
                      "catalogs/2031-08-30: là ngày chưa đến (hôm nay là 2026-11-22), cần ngày không sau hôm nay: đổi tên thư mục / lies in the future (today is 2026-11-22), expected today or before: rename the folder");
              assertThat(summary.rejected())
                  .as("nobody can ask for the rows: nothing was published")
                  .containsExactly(
                      "catalogs/2020-08-30/h01.06.csv: bad_level, 2 dòng / rows, thứ / first at 2:"
                          + " found service_level '5', expected 1 to 4, Mức độ 1 to Mức độ 4,"
                          + " mot_phan, toan_trinh or nothing",
                      // Of a message nothing is quoted: a name may stand in any column.
                      "dossiers/2020-08-30/h01.csv: bad_date, 1 dòng / rows, thứ / first at 2");
              assertThat(failed.findings())
                  .containsExactly(
                      CheckFinding.of(
                          HALVED,
                          Outcome.FAILED,
                          1,
                          "toàn bộ danh mục của bộ, tỉnh có từ 100 thủ tục trở lên giữ lại ít nhất một nửa số thủ tục"
                              + " / the whole catalog of a ministry or province of 100 procedures or more"
                              + " keeps at least half of them",
                          List.of(
                              national(
                                  "level4_rate",
                                  "100, denominator before 100, value before 1.0",
                                  "49, denominator after 49, value after 1.0"))));
            });
    assertThat(deployment.publication()).isEqualTo(before);

    RunSummary accepted = deployment.runAccepting(HALVED, "QĐ 123");
    assertThat(accepted.status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(accepted.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.outcome()).isEqualTo(Outcome.ACCEPTED);
              assertThat(finding.acceptedBecause()).isEqualTo("QĐ 123");
            });
    assertThat(level4("H01")).containsExactly("2020-08-25 100 100", "2020-08-30 49 49");

    RunSummary warned =
        deployment
            .land("catalogs/2020-08-31/h01.05.csv", catalog("H01.05", 4))
            .land("catalogs/2020-08-31/h01.csv", level1("H01", 60))
            .run();
    assertThat(warned.findings())
        .as("of departments and rates it is only said")
        .extracting(CheckFinding::check, CheckFinding::outcome, CheckFinding::examples)
        .containsExactlyInAnyOrder(
            tuple(
                "indicator_interval.catalog_halved",
                Outcome.WARNED,
                List.of(
                    "indicator level4_rate, basis computed, unit_code H01.05, period_type as_of, numerator before 10, denominator before 10, value before 1.0, numerator after 4, denominator after 4, value after 1.0")),
            tuple(
                "indicator_interval.rate_jumped",
                Outcome.WARNED,
                List.of(
                    national(
                        "level34_rate",
                        "49, denominator before 49, value before 1.0",
                        "4, denominator after 60, value after 0.06666666666666667"),
                    national(
                        "level4_rate",
                        "49, denominator before 49, value before 1.0",
                        "4, denominator after 60, value after 0.06666666666666667"))));
  }

  private static String national(String indicator, String before, String after) {
    return "indicator "
        + indicator
        + ", basis computed, unit_code H01, period_type as_of, numerator before "
        + before
        + ", numerator after "
        + after;
  }

  private List<String> ledger() {
    return deployment.rows(
        "ingest_file", "true", "file", "rows_read", "accepted", "quarantined", "status");
  }

  private List<String> reported() {
    return deployment.rows("indicator_interval", "basis = 'reported'", "unit_code", "value");
  }

  private List<String> level4(String unit) {
    return deployment.rows(
        "indicator_interval",
        "indicator = 'level4_rate' AND basis = 'computed' AND unit_code = '" + unit + "'",
        "valid_from",
        "numerator",
        "denominator");
  }

  private static String[] catalog(String unit, int procedures) {
    return rows(unit, procedures, 4);
  }

  private static String[] level1(String unit, int procedures) {
    return rows(unit, procedures, 1);
  }

  private static String[] rows(String unit, int procedures, int level) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 1; i <= procedures; i++) {
      lines.add(unit + ",1." + String.format("%06d", i) + "," + level);
    }
    return lines.toArray(String[]::new);
  }
}

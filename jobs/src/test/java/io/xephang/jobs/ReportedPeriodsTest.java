package io.xephang.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of periods during which units begin, end or are renamed: the last day decides. */
class ReportedPeriodsTest {
  private static Deployment deployment;

  @BeforeAll
  static void run(@TempDir Path folder) {
    deployment =
        new Deployment(folder)
            .land(
                "units/u.csv",
                "unit_code,unit_name,kind,valid_from",
                "H47.14,Sở Thông tin và Truyền thông,department,",
                "H47.15,Sở Tư pháp,department,2020-01-15")
            .land(
                "reports/r.csv",
                "indicator,unit_code,as_of,period_type,numerator,denominator",
                // Đồng Nai becomes a city on the last day of the month.
                "online_dossier_rate,H19,2026-04-30,month,8,10",
                "online_dossier_rate,H01,2026-04-30,month,9,10",
                // Quảng Nam has ended when the year does.
                "online_dossier_rate,H47,2025-12-31,year,9,10",
                "online_dossier_rate,H17,2025-12-31,year,5,10",
                // Sở Tư pháp is there for half of the month.
                "online_dossier_rate,H47.14,2020-01-31,month,1,10",
                "online_dossier_rate,H47.15,2020-01-31,month,2,10",
                // The rate that is better when lower, by an agency that as-of rankings leave out.
                "overdue_open_rate,G01,2020-03-31,quarter,1,10",
                "overdue_open_rate,G18,2020-03-31,quarter,2,10");
    deployment.run();
  }

  @Test
  void aUnitThatIsRenamedWithinThePeriodIsRankedOnceUnderItsLastName() {
    assertThat(ranked("province", "2026-04-01"))
        .containsExactly("1 An Giang 2026-05-01", "2 Đồng Nai 2026-05-01");
  }

  @Test
  void aUnitThatHasEndedIsNotRanked() {
    assertThat(ranked("province", "2025-01-01")).containsExactly("1 Đà Nẵng 2026-01-01");
  }

  @Test
  void aUnitThatBeganWithinThePeriodIsRankedForTheWholeOfIt() {
    assertThat(ranked("department:H47", "2020-01-01"))
        .containsExactly("1 Sở Tư pháp 2020-02-01", "2 Sở Thông tin và Truyền thông 2020-02-01");
    assertThat(ranked("department:H47", "2020-01-15")).isEmpty();
  }

  @Test
  void periodRankingsTakeAgenciesInAndPutTheLowerRateFirst() {
    assertThat(ranked("ministry", "2020-01-01"))
        .containsExactly("1 Bộ Công an 2020-04-01", "2 Bộ Y tế 2020-04-01");
  }

  private static List<String> ranked(String peerGroup, String periodStart) {
    return deployment.rows(
        "ranking_interval",
        "rank IS NOT NULL AND peer_group = '"
            + peerGroup
            + "' AND valid_from = DATE '"
            + periodStart
            + "'",
        "rank",
        "unit_name",
        "valid_to");
  }
}

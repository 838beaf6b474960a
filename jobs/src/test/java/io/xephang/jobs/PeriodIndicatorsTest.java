package io.xephang.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.RunStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each period indicator by hand: a dozen dossiers of one province, each with its reason. */
class PeriodIndicatorsTest {
  private static final String HEADER =
      "MaHoSo,MaTTHC,NgayTiepNhan,TrangThaiHoSo,NgayHenTra,NgayKetThucXuLy,NgayTra,KenhThucHien,"
          + "DonViXuLy,DuocThanhToanTrucTuyen,HoSoCoThanhPhanSoHoa,Gia";

  @TempDir private static Path folder;
  private static Deployment deployment;

  @BeforeAll
  static void deliver() {
    deployment =
        new Deployment(folder)
            .land(
                "catalogs/2020-01-01/h47.csv",
                "unit_code,procedure_code,service_level",
                "H47.14,1.000001,4",
                "H47.14,1.000002,3",
                "H47.14,1.000003,2",
                "H47.21,1.000004,4")
            .land(
                "units/so.csv",
                "unit_code,unit_name,kind",
                "H47.14,Sở Y tế,department",
                "H47.21,Sở Tư pháp,department")
            .land(
                "dossiers/2020-02-29/h47.csv",
                HEADER,
                // Level 4, online, finished on an earlier day than due: early and on time.
                "H47.14-01,1.000001.H47,20200110080000,9,20200120170000,20200115100000,,2,H47.14,1,1,5000",
                // Finished on the day it was due, earlier by hours: on time, not early.
                "H47.14-02,1.000001,20200110080000,10,20200120170000,20200120160000,20200121,1,000.00.14.H47,0,,10000",
                // Finished hours after it was due.
                "H47.14-03,1.000002,20200111080000,9,20200120090000,20200120160000,,2,sở y tế,3,true,",
                // Due on a day, finished in the evening of that day: compared by day.
                "H47.14-04,1.000002,20200131235959,10,20200205,,20200205200000,1,Sở Y tế,,,0",
                // Finished in February, open at the end of January and due on that very day.
                "H47.14-05,1.000003,20200120,4,20200131,20200201090000,,3,H47.14,,,",
                // Open and not due; a returned result of status 4 finishes nothing.
                "H47.21-06,1.000004,20200201,4,20200601,,20200210,2,H47.21,,0,20000.5",
                // Neither 1 nor 3 is counted.
                "H47.21-07,1.000004,20200201,1,,,,2,H47.21,1,1,1",
                "H47.21-08,1.000004,20200201,3,,20200202,,2,H47.21,1,1,1",
                // Closed nobody knows when: neither open nor to be finished.
                "H47.21-09,1.000004,20200202,8,20200203,,,1,H47.21,,,",
                // Of the province itself; its procedure is in no catalog.
                "H47-10,1.999999,20200203,2,20200204,,,2,Phòng không rõ,,,");
    assertThat(deployment.run().status()).isEqualTo(RunStatus.PUBLISHED);
  }

  private static List<String> values(String indicator) {
    return deployment.rows(
        "period_value",
        "indicator = '" + indicator + "' AND period_type = 'month' AND unit_code NOT LIKE 'VN%'",
        "unit_code",
        "period_start",
        "numerator",
        "denominator");
  }

  @Test
  void onlineDossiersAmongThoseOfLevelThreeAndFour() {
    assertThat(values("online_dossier_rate"))
        .containsExactly(
            "H47 2020-01-01 2 4",
            "H47 2020-02-01 1 2",
            "H47.14 2020-01-01 2 4",
            "H47.21 2020-02-01 1 2");
  }

  @Test
  void punctualAmongFinishedInThePeriodWithADueDate() {
    assertThat(values("on_time_rate"))
        .containsExactly(
            "H47 2020-01-01 2 3",
            "H47 2020-02-01 1 2",
            "H47.14 2020-01-01 2 3",
            "H47.14 2020-02-01 1 2");
    assertThat(values("early_rate"))
        .containsExactly(
            "H47 2020-01-01 1 3",
            "H47 2020-02-01 0 2",
            "H47.14 2020-01-01 1 3",
            "H47.14 2020-02-01 0 2");
  }

  @Test
  void finishedAmongThoseToFinishInThePeriod() {
    assertThat(values("resolution_rate"))
        .containsExactly(
            "H47 2020-01-01 3 5",
            "H47 2020-02-01 2 4",
            "H47.14 2020-01-01 3 5",
            "H47.14 2020-02-01 2 2",
            "H47.21 2020-02-01 0 1");
  }

  @Test
  void overdueAmongThoseOpenAtTheEnd() {
    assertThat(values("overdue_open_rate"))
        .containsExactly(
            "H47 2020-01-01 1 2",
            "H47 2020-02-01 1 2",
            "H47.14 2020-01-01 1 2",
            "H47.21 2020-02-01 0 1");
  }

  @Test
  void paidOnlineAmongThoseThatBearAFeeAndDigitisedAmongAll() {
    assertThat(values("online_payment_rate"))
        .containsExactly(
            "H47 2020-01-01 1 2",
            "H47 2020-02-01 0 1",
            "H47.14 2020-01-01 1 2",
            "H47.21 2020-02-01 0 1");
    assertThat(values("digitised_rate"))
        .containsExactly(
            "H47 2020-01-01 2 5",
            "H47 2020-02-01 0 3",
            "H47.14 2020-01-01 2 5",
            "H47.21 2020-02-01 0 2");
  }

  @Test
  void servicesWithAnOnlineDossierAmongThoseOfLevelThreeAndFour() {
    assertThat(values("arising_rate"))
        .containsExactly(
            "H47 2020-01-01 2 3",
            "H47 2020-02-01 1 3",
            "H47.14 2020-01-01 2 2",
            "H47.14 2020-02-01 0 2",
            "H47.21 2020-01-01 0 1",
            "H47.21 2020-02-01 1 1");
  }

  @Test
  void theNationAddsUpProvincesAndEveryPeriodHasItsRanking() {
    assertThat(
            deployment.rows(
                "period_value",
                "unit_code LIKE 'VN%' AND period_type = 'year' AND indicator IN ('digitised_rate', 'arising_rate')",
                "indicator",
                "unit_code",
                "period_start",
                "period_end",
                "numerator",
                "denominator",
                "data_date"))
        .containsExactly(
            "arising_rate VN 2020-01-01 2020-12-31 3 3 2020-02-29",
            "arising_rate VN.province 2020-01-01 2020-12-31 3 3 2020-02-29",
            "digitised_rate VN 2020-01-01 2020-12-31 2 8 2020-02-29",
            "digitised_rate VN.province 2020-01-01 2020-12-31 2 8 2020-02-29");
    assertThat(
            deployment.rows(
                "period_ranking",
                "peer_group = 'department:H47' AND indicator = 'arising_rate' AND period_type = 'month'",
                "period_start",
                "rank",
                "unit_code"))
        .containsExactly(
            "2020-01-01 1 H47.14",
            "2020-01-01 2 H47.21",
            "2020-02-01 1 H47.21",
            "2020-02-01 2 H47.14");
  }

  @Test
  void theStateOfADossierSaysWhatItsMessageSays() {
    assertThat(
            deployment.rows(
                "dossier",
                "dossier_code IN ('H47.14-03', 'H47-10')",
                "dossier_code",
                "unit_code",
                "service_level",
                "channel",
                "on_time",
                "early",
                "fee",
                "paid_online",
                "digitised"))
        .containsExactly(
            "H47-10 H47 null online null null 0.0 false false",
            "H47.14-03 H47.14 3 online false false 0.0 false true");
  }
}

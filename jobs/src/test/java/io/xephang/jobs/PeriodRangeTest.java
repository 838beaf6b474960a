package io.xephang.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The months that have figures are those from the first to the last in which anything came or went,
 * up to the as-of date. One deployment sees them come and go; a twin has only ever known the end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeriodRangeTest {
  private static final String HEADER =
      "MaHoSo,MaTTHC,NgayTiepNhan,TrangThaiHoSo,NgayHenTra,NgayKetThucXuLy,KenhThucHien";
  private static final String MARCH = "dossiers/2020-03-31/h47.csv";
  private static final String JUNE = "dossiers/2020-06-30/h47.csv";
  private static final String AUGUST = "dossiers/2020-08-31/h47.csv";

  private static final List<String> FEBRUARY_TO_JUNE =
      List.of(
          "2020-02-01 1 1", "2020-03-01 0 1", "2020-04-01 0 1", "2020-05-01 0 1", "2020-06-01 1 1");

  private final Path folder;
  private final Deployment deployment;
  private final SortedMap<String, String[]> landed = new TreeMap<>();
  private int twins;

  PeriodRangeTest(@TempDir Path folder) {
    this.folder = folder;
    this.deployment = new Deployment(folder.resolve("long-lived"));
  }

  @Test
  @Order(1)
  void beginsAndEndsWithTheDossiersAndTakesInTheMonthsBetween() {
    land("catalogs/2020-01-31/h47.csv", "unit_code,procedure_code,service_level", "H47,1.000001,4");
    land(MARCH, HEADER, "H47-1,1.000001,20200210,9,20200220,20200315,2");
    land(JUNE, HEADER, "H47-2,1.000001,20200610,4,20200620,,2");
    deployment.run();
    assertThat(arising())
        .as("nothing happened in April and May, but the service was there")
        .containsExactlyElementsOf(FEBRUARY_TO_JUNE);
  }

  @Test
  @Order(2)
  void monthsAtTheStartFallInAndAtTheEndOut() {
    land(JUNE, HEADER, "H47-2,1.000001,20200115,4,20200620,,2");
    deployment.run();
    assertThat(arising())
        .as("the dossier was received in January; no longer in June")
        .containsExactly("2020-01-01 1 1", "2020-02-01 1 1", "2020-03-01 0 1");
    assertEqualsTwin(null);
  }

  @Test
  @Order(3)
  void monthsAtTheStartFallOutAndAtTheEndIn() {
    land(JUNE, HEADER, "H47-2,1.000001,20200610,4,20200620,,2");
    deployment.run();
    assertThat(arising()).containsExactlyElementsOf(FEBRUARY_TO_JUNE);
  }

  @Test
  @Order(4)
  void anEarlierAsOfDateLeavesOutWhatCameLater() {
    deployment.runAsOf(LocalDate.of(2020, 3, 10));
    assertThat(arising())
        .as("on 10 March nothing had been finished yet, and June had not begun")
        .containsExactly("2020-02-01 1 1");
    assertThat(
            deployment.rows(
                "period_value",
                "unit_code = 'H47' AND indicator = 'overdue_open_rate' AND period_type = 'year'",
                "numerator",
                "denominator",
                "data_date"))
        .as("open and due in February")
        .containsExactly("1 1 2020-03-10");
  }

  @Test
  @Order(5)
  void goingOnFromThereTakesItInAgain() {
    land(AUGUST, HEADER, "H47-3,1.000001,20200810,4,20201231,,1");
    deployment.runAsOf(LocalDate.of(2020, 8, 31));
    assertThat(arising())
        .containsExactly(
            "2020-02-01 1 1",
            "2020-03-01 0 1",
            "2020-04-01 0 1",
            "2020-05-01 0 1",
            "2020-06-01 1 1",
            "2020-07-01 0 1",
            "2020-08-01 0 1");
    assertEqualsTwin(LocalDate.of(2020, 8, 31));
  }

  @Test
  @Order(6)
  void monthsAtTheEndFallOut() {
    landed.remove(AUGUST);
    landed.remove(JUNE);
    deployment.withdraw(AUGUST, JUNE);
    assertThat(arising()).containsExactly("2020-02-01 1 1", "2020-03-01 0 1");
  }

  @Test
  @Order(7)
  void withoutDossiersThereAreNoPeriods() {
    landed.remove(MARCH);
    deployment.withdraw(MARCH);
    assertThat(deployment.rows("period_value", "true", "*")).isEmpty();
    assertThat(deployment.rows("period_ranking", "true", "*")).isEmpty();
  }

  private void land(String name, String... lines) {
    landed.put(name, lines);
    deployment.land(name, lines);
  }

  private List<String> arising() {
    return deployment.rows(
        "period_value",
        "unit_code = 'H47' AND indicator = 'arising_rate' AND period_type = 'month'",
        "period_start",
        "numerator",
        "denominator");
  }

  private void assertEqualsTwin(LocalDate asOf) {
    Deployment twin = new Deployment(folder.resolve("twin-" + ++twins));
    landed.forEach(twin::land);
    if (asOf == null) {
      twin.run();
    } else {
      twin.runAsOf(asOf);
    }
    assertThat(deployment.publication().asOf()).isEqualTo(twin.publication().asOf());
    List<String> all = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String table :
        List.of("dossier_count", "procedure_month", "period_value", "period_ranking")) {
      deployment.rows(table, "true", "*").forEach(row -> all.add(table + " " + row));
      twin.rows(table, "true", "*").forEach(row -> expected.add(table + " " + row));
    }
    assertThat(all).isEqualTo(expected);
  }
}

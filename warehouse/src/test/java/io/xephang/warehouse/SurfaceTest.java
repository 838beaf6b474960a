package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns of the contract, section 4: saved queries depend on them. */
class SurfaceTest {
  @TempDir static Path folder;
  private static Warehouse warehouse;

  @BeforeAll
  static void open() throws Exception {
    warehouse = new LakeFixture(folder).publish("2020-08-20").open();
  }

  @AfterAll
  static void close() throws Exception {
    warehouse.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unit | unit_code, unit_name, kind, parent_code, province_code, region, valid_from,"
            + " valid_to, successor_code",
        "service | unit_code, procedure_code, procedure_name, field_name, admin_level,"
            + " service_level, eligible_level4, on_national_portal, run_by_ministry, valid_from,"
            + " valid_to, file",
        "dossier | dossier_code, procedure_code, unit_code, province_code, channel, applicant_kind,"
            + " status, received_at, due_at, finished_at, returned_at, service_level, fee,"
            + " paid_online, digitised, on_time, early, delivery_date, file",
        "progress | dossier_code, status, step_at, started_at, due_at, delivery_date",
        "idle_service | unit_code, procedure_code, procedure_name, service_level, period_type,"
            + " period_start, period_end",
        "timeliness | unit_code, procedure_code, period_type, period_start, period_end, finished,"
            + " early, on_time, overdue, open_overdue, median_days, p90_days, max_days",
        "coverage | unit_code, feed, last_date, age_days, expected_by, late",
        "indicator | indicator, name_vi, name_en, kind, direction, numerator_vi, denominator_vi,"
            + " legal_basis",
        "indicator_value | indicator, basis, unit_code, period_type, period_start, period_end,"
            + " numerator, denominator, value",
        "ranking | indicator, basis, peer_group, period_type, period_start, period_end, rank,"
            + " unit_code, unit_name, numerator, denominator, value, data_date, previous_rank,"
            + " rank_change, colour",
        "reported_rate | indicator, unit_code, as_of, period_type, numerator, denominator, value,"
            + " printed_value, printed_name, source, note, file",
        "ingest_file | file, feed, content_sha256, rows_read, accepted, duplicates, quarantined,"
            + " status, run_id, ingested_at",
        "quarantine | file, position, feed, reason, detail, raw, run_id",
        "rejection_reason | reason, name_vi, name_en, remedy_vi, remedy_en",
        "audit_finding | run_id, check_name, outcome, rows_found, rule, examples, accepted_because",
        "run | run_id, started_at, finished_at, status",
        "publication | publication_id, run_id, published_at, as_of",
        "target | indicator, target, due, legal_basis",
      })
  void viewsHaveTheColumnsOfTheContractInOrder(String view, String columns) throws Exception {
    List<String> expected = List.of(columns.split(", "));
    assertThat(Answer.of(warehouse, "SELECT * FROM " + view).names())
        .as("columns of %s", view)
        .startsWith(expected.toArray(new String[0]));
  }

  @Test
  void rankingAtHasTheColumnsAndTypesOfRanking() throws Exception {
    Answer view = Answer.of(warehouse, "SELECT * FROM ranking");
    Answer macro = Answer.of(warehouse, "FROM ranking_at('level4_rate', '2020-08-20')");
    assertThat(macro.names()).isEqualTo(view.names());
    assertThat(macro.types()).isEqualTo(view.types());
  }

  @Test
  void everyViewOfAnEmptyPublicationIsEmptyOrKnown() throws Exception {
    for (String view :
        List.of("unit", "service", "reported_rate", "indicator_value", "ranking", "coverage")) {
      assertThat(Answer.rows(warehouse, "SELECT * FROM " + view)).as(view).isEmpty();
    }
    assertThat(Answer.rows(warehouse, "SELECT * FROM publication"))
        .containsExactly("1|run-1|2020-08-21T01:30|2020-08-20");
  }

  @Test
  void theRunThatPublishedIsThere() throws Exception {
    assertThat(Answer.rows(warehouse, "SELECT * FROM run"))
        .containsExactly(
            "run-1|2020-08-21T01:00|2020-08-21T01:30|published|/landing|2020-08-20|1|2|10|7|1|2|"
                + "|[catalogs/2030-01-01: later than today]|run");
    assertThat(Answer.rows(warehouse, "SELECT * FROM audit_finding"))
        .containsExactly(
            "run-1|indicator_interval.rate_jumped|warned|1|30 points at most|[unit_code H47]|");
  }
}

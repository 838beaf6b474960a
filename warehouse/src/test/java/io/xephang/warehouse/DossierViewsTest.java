package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Quảng Nam with a department and a district in July 2020, in August, which runs until the as-of
 * date, the 20th, and in the year.
 */
class DossierViewsTest {
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
                ledger("old", "aa", "replaced"),
                ledger("new", "bb", "ingested"),
                ledger("back", "cc", "withdrawn"))
            .with(
                "progress_step",
                "statement_id, file, position, delivery_date, dossier_code, status, step_at,"
                    + " started_at, due_at",
                step("old", 1, "D1", "2, '2020-08-03', NULL, NULL"),
                step("back", 1, "D2", "2, '2020-08-04', NULL, NULL"),
                step("new", 1, "D1", "4, '2020-08-05 08:30:00', '2020-08-04', '2020-08-09'"),
                step("new", 2, "D1", "NULL, NULL, NULL, NULL"))
            .with(
                "unit",
                "unit_code, unit_name, full_name, kind, listed",
                "('H47', 'Quảng Nam', 'Tỉnh Quảng Nam', 'province', true)",
                "('H47.14', 'Sở Thông tin', 'Sở Thông tin', 'department', true)",
                "('H47.30', 'Hội An', 'Hội An', 'district', true)")
            .with(
                "catalog_snapshot",
                "unit_code, scope_code, snapshot_date, valid_from, valid_to",
                "('H47', 'H47', '2020-07-01', '2020-07-01', NULL)",
                "('H47.30', 'H47', '2020-07-01', '2020-07-01', NULL)",
                "('H47.14', 'H47', '2020-07-01', '2020-07-01', '2020-08-01')",
                "('H47.14', 'H47', '2020-08-01', '2020-08-01', NULL)")
            .with(
                "service",
                "unit_code, scope_code, snapshot_date, procedure_code, written_code,"
                    + " procedure_name, service_level, max_days, eligible_level4,"
                    + " on_national_portal, run_by_ministry, has_fee, file",
                service("H47", "2020-07-01", "1.000001", "'Cấp phép'", 3, "15"),
                service("H47", "2020-07-01", "1.000002", "'Sửa đổi'", 4, "NULL"),
                service("H47.30", "2020-07-01", "1.000001", "'Cấp phép'", 4, "NULL"),
                service("H47.30", "2020-07-01", "1.000007", "'Mức 3'", 3, "NULL"),
                service("H47.14", "2020-07-01", "1.000001", "'Cấp phép'", 4, "10"),
                service("H47.14", "2020-07-01", "1.000005", "'Gia hạn'", 4, "NULL"),
                // From August on with a shorter maximum and one root more.
                service("H47.14", "2020-08-01", "1.000001", "'Cấp phép'", 4, "5"),
                service("H47.14", "2020-08-01", "1.000005", "'Gia hạn'", 4, "NULL"),
                service("H47.14", "2020-08-01", "1.000006", "NULL", 4, "NULL"))
            .with(
                "dossier",
                "dossier_key, dossier_code, unit_code, province_code, procedure_code, status,"
                    + " received_at, due_at, finished_at, on_time, early, channel, fee,"
                    + " paid_online, digitised, delivery_date, file, position, statement_id,"
                    + " content_hash, settled",
                // Early, and therefore on time: 4 days.
                dossier(
                    "A",
                    "H47.14",
                    "1.000001",
                    10,
                    "'2020-07-01 16:00:00', '2020-07-10'," + " '2020-07-05 08:00:00', true, true"),
                // On the day that it was due: 8 days.
                dossier(
                    "B",
                    "H47.14",
                    "1.000001",
                    9,
                    "'2020-07-02', '2020-07-10', '2020-07-10', true, false"),
                // Too late, in August: until then open and overdue. 30 days.
                dossier(
                    "C",
                    "H47.14",
                    "1.000001",
                    10,
                    "'2020-07-03', '2020-07-10', '2020-08-02', false, false"),
                // Without a due date: finished, no more. 0 days.
                dossier(
                    "D",
                    "H47.14",
                    "1.000001",
                    10,
                    "'2020-07-06', NULL, '2020-07-06 09:00:00', NULL, NULL"),
                // Due on the last day of July, not finished.
                dossier(
                    "E", "H47.14", "1.000001", 4, "'2020-07-20', '2020-07-31', NULL, NULL, NULL"),
                // Due the day after.
                dossier(
                    "F", "H47.14", "1.000001", 4, "'2020-07-20', '2020-08-01', NULL, NULL, NULL"),
                // Closed nobody knows when.
                dossier(
                    "G", "H47.14", "1.000001", 7, "'2020-07-01', '2020-07-10', NULL, NULL, NULL"),
                // Refused.
                dossier(
                    "H", "H47.14", "1.000001", 3, "'2020-07-01', '2020-07-10', NULL, NULL, NULL"),
                // Received, and due, on the last day that is counted.
                dossier(
                    "I",
                    "H47",
                    "1.000002",
                    2,
                    "'2020-08-20 15:00:00', '2020-08-20', NULL, NULL, NULL"),
                // Finished after the last day that is counted: still open on it.
                dossier(
                    "J",
                    "H47.30",
                    "1.000001",
                    10,
                    "'2020-08-10', '2020-08-19', '2020-08-21', false, false"))
            .with(
                "procedure_month",
                "unit_code, month, procedure_code, dossiers, online_dossiers",
                "('H47.14', '2020-07-01', '1.000001', 6, 6)",
                "('H47', '2020-07-01', '1.000001', 6, 6)",
                "('H47.30', '2020-08-01', '1.000001', 1, 1)",
                "('H47', '2020-08-01', '1.000001', 1, 1)",
                // In person: not idle either.
                "('H47', '2020-08-01', '1.000002', 1, 0)",
                // Of another year.
                "('H47.14', '2019-12-01', '1.000005', 1, 1)",
                "('H47', '2019-12-01', '1.000005', 1, 1)",
                // Of this year, before the catalog had it.
                "('H47.14', '2020-01-01', '1.000006', 1, 1)",
                "('H47', '2020-01-01', '1.000006', 1, 1)")
            .with(
                "period_value",
                "indicator, unit_code, part, period_type, period_start, period_end, numerator,"
                    + " denominator, value, data_date",
                // Which periods there are.
                "('digitised_rate', 'H47', 'VN', 'month', '2020-07-01', '2020-07-31', 0, 1, 0.0,"
                    + " '2020-07-31')",
                "('digitised_rate', 'H47', 'VN', 'month', '2020-08-01', '2020-08-31', 0, 1, 0.0,"
                    + " '2020-08-20')",
                "('digitised_rate', 'H47', 'VN', 'year', '2020-01-01', '2020-12-31', 0, 1, 0.0,"
                    + " '2020-08-20')")
            .publish("2020-08-20")
            .open();
  }

  @AfterAll
  static void close() throws Exception {
    warehouse.close();
  }

  /** finished, early, on_time, overdue, open_overdue, median_days, p90_days, max_days. */
  @Test
  void timelinessCountsEachUnitWithAllUnitsBelow() throws Exception {
    assertThat(
            Answer.rows(
                warehouse,
                "SELECT unit_code, procedure_code, period_end, finished, early, on_time, overdue,"
                    + " open_overdue, round(median_days, 3), round(p90_days, 3), max_days"
                    + " FROM timeliness ORDER BY period_type, period_end, unit_code,"
                    + " procedure_code"))
        .containsExactly(
            // Finished are A, B, D after 0, 4 and 8 days; open and overdue are C and E, due on the
            // last day itself, but not F, G, H.
            "H47|1.000001|2020-07-31|3|1|2|0|2|4.0|7.2|15.0",
            "H47.14|1.000001|2020-07-31|3|1|2|0|2|4.0|7.2|10.0",
            // C is finished; E, F are overdue, for the province J as well.
            "H47|1.000001|2020-08-31|1|0|0|1|3|30.0|30.0|15.0",
            // I
            "H47|1.000002|2020-08-31|0|0|0|0|1|||",
            "H47.14|1.000001|2020-08-31|1|0|0|1|2|30.0|30.0|5.0",
            // J
            "H47.30|1.000001|2020-08-31|0|0|0|0|1|||",
            // After 0, 4, 8 and 30 days.
            "H47|1.000001|2020-12-31|4|1|2|1|3|6.0|23.4|15.0",
            "H47|1.000002|2020-12-31|0|0|0|0|1|||",
            "H47.14|1.000001|2020-12-31|4|1|2|1|2|6.0|23.4|5.0",
            "H47.30|1.000001|2020-12-31|0|0|0|0|1|||");
  }

  @Test
  void timelinessAgreesWithTheViewDossier() throws Exception {
    assertThat(
            Answer.rows(
                warehouse,
                "SELECT dossier_code, on_time, early FROM dossier WHERE finished_at IS NOT NULL"
                    + " ORDER BY dossier_code"))
        .containsExactly("A|true|true", "B|true|false", "C|false|false", "D||", "J|false|false");
  }

  @Test
  void idleAreServicesAtLevel4WithoutADossierOfTheUnitOrBelow() throws Exception {
    assertThat(
            Answer.rows(
                warehouse,
                "SELECT unit_code, procedure_code, procedure_name, service_level, period_type,"
                    + " period_start, period_end FROM idle_service"
                    + " ORDER BY period_type, period_end, unit_code, procedure_code"))
        .containsExactly(
            "H47|1.000002|Sửa đổi|4|month|2020-07-01|2020-07-31",
            // At level 4 in the department alone.
            "H47|1.000005|Gia hạn|4|month|2020-07-01|2020-07-31",
            "H47.14|1.000005|Gia hạn|4|month|2020-07-01|2020-07-31",
            // The department's dossiers are not the district's.
            "H47.30|1.000001|Cấp phép|4|month|2020-07-01|2020-07-31",
            "H47|1.000005|Gia hạn|4|month|2020-08-01|2020-08-31",
            "H47|1.000006||4|month|2020-08-01|2020-08-31",
            // The province has the district's dossier, the department has none.
            "H47.14|1.000001|Cấp phép|4|month|2020-08-01|2020-08-31",
            "H47.14|1.000005|Gia hạn|4|month|2020-08-01|2020-08-31",
            "H47.14|1.000006||4|month|2020-08-01|2020-08-31",
            "H47|1.000005|Gia hạn|4|year|2020-01-01|2020-12-31",
            "H47.14|1.000005|Gia hạn|4|year|2020-01-01|2020-12-31");
  }

  @Test
  void stepsOfReplacedAndWithdrawnStatementsDoNotShow() throws Exception {
    assertThat(Answer.rows(warehouse, "FROM progress ORDER BY position"))
        .containsExactly(
            "D1|4|2020-08-05T08:30|2020-08-04T00:00|2020-08-09T00:00|2020-08-20|"
                + "progress/2020-08-20/a.ndjson|1",
            "D1|||||2020-08-20|progress/2020-08-20/a.ndjson|2");
  }

  private static String ledger(String id, String hash, String status) {
    return "('%s', 'progress/2020-08-20/a.ndjson', 'progress', '%s', 'progress/2020-08-20/a.ndjson', 1, 1, 1, 1, 0, 0, '%s', 'run-1', '2020-08-21 01:00:00')"
        .formatted(id, hash, status);
  }

  private static String step(String statement, int position, String code, String said) {
    return "('%s', 'progress/2020-08-20/a.ndjson', %d, '2020-08-20', '%s', %s)"
        .formatted(statement, position, code, said);
  }

  private static String service(
      String unit, String snapshot, String root, String name, int level, String maxDays) {
    return "('%s', 'H47', '%s', '%s', '%3$s', %s, %d, %s, false, false, false, false, 'catalogs/a.csv')"
        .formatted(unit, snapshot, root, name, level, maxDays);
  }

  /** A dossier; the times are received, due, finished, on time, early. */
  private static String dossier(String code, String unit, String root, int status, String times) {
    return "(1, '%s', '%s', 'H47', '%s', %s, %s, 'online', 0, false, false, '2020-08-20', 'dossiers/a.ndjson', 1, 'd', 1, %4$s IN (3, 7, 8, 10))"
        .formatted(code, unit, root, status, times);
  }
}

package io.xephang.cli;

import io.xephang.home.DeploymentHome;
import io.xephang.home.Publication;
import io.xephang.schemas.Definitions;
import io.xephang.warehouse.ServedDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Quảng Nam with two departments and a district, on Friday 11/9/2020: what a job would have
 * written.
 */
final class ProvinceLake {
  private static final Definitions DEFINITIONS = Definitions.shipped();
  private static final LocalDate DAY = LocalDate.of(2020, 9, 11);
  private static final String DOSSIERS = "dossiers/2020-09-11/synthetic-H47.ndjson";

  private ProvinceLake() {}

  static void serve(DeploymentHome home) throws SQLException, IOException {
    LakeWriter lake = new LakeWriter(home);
    units(lake);
    rates(lake);
    reports(lake);
    dossiers(lake);
    periods(lake);
    new ServedDatabase(home, DEFINITIONS)
        .build(
            new Publication(
                4,
                "run-4",
                DAY.plusDays(1).atTime(1, 30),
                DAY,
                DEFINITIONS.digest(),
                lake.tables()),
            List.of());
  }

  private static void units(LakeWriter lake) throws SQLException, IOException {
    lake.write(
        "unit",
        "unit_code, unit_name, full_name, kind, listed",
        "('H01', 'An Giang', 'Tỉnh An Giang', 'province', true)",
        "('H47', 'Quảng Nam', 'Tỉnh Quảng Nam', 'province', true)",
        "('H47.05', 'Sở Giao thông vận tải', 'Sở Giao thông vận tải', 'department', true)",
        "('H47.20', 'Văn phòng UBND tỉnh', 'Văn phòng UBND tỉnh', 'department', true)",
        "('H47.21', 'Huyện Bắc Trà My', 'Huyện Bắc Trà My', 'district', true)");
    lake.write(
        "ingest_file",
        "statement_id, file, feed, content_sha256, landed_name, landed_bytes, landed_modified,"
            + " rows_read, accepted, duplicates, quarantined, status, run_id, ingested_at",
        ledger("c", "catalogs/2020-08-20/synthetic-H47.csv", "catalogs"),
        ledger("r", "reports/5479.csv", "reports"),
        ledger("d", DOSSIERS, "dossiers"));
  }

  private static String ledger(String id, String file, String feed) {
    return "('%1$s', '%2$s', '%3$s', '%1$s', '%2$s', 1, 1, 1, 1, 0, 0, 'ingested', 'run-4',"
            .formatted(id, file, feed)
        + " '2020-09-12 01:00:00')";
  }

  private static void rates(LakeWriter lake) throws SQLException, IOException {
    lake.write(
        "catalog_snapshot",
        "unit_code, scope_code, snapshot_date, valid_from, valid_to",
        "('H47.05', 'H47', '2020-08-20', '2020-08-20', NULL)");
    lake.write(
        "service",
        "unit_code, scope_code, snapshot_date, procedure_code, written_code, service_level,"
            + " eligible_level4, on_national_portal, run_by_ministry, has_fee, file",
        "('H47.05', 'H47', '2020-08-20', '1.000001', '1.000001', 4, false, false, false, false,"
            + " 'catalogs/2020-08-20/synthetic-H47.csv')");
    lake.write(
        "indicator_interval",
        "indicator, basis, unit_code, part, period_type, valid_from, valid_to, numerator,"
            + " denominator, value, data_date",
        // 200/1988 = 10,06% until 3/9, 253/1988 = 12,73% since then.
        "('level4_rate', 'computed', 'H47', 'VN', 'as_of', '2020-08-20', '2020-09-03', 200, 1988,"
            + " 0.1006, '2020-08-20')",
        "('level4_rate', 'computed', 'H47', 'VN', 'as_of', '2020-09-03', NULL, 253, 1988, 0.1273,"
            + " '2020-09-03')");
    lake.write(
        "ranking_interval",
        "indicator, basis, peer_group, part, period_type, valid_from, valid_to, rank, serial,"
            + " unit_code, unit_name, numerator, denominator, value, printed_value, data_date",
        // In July nobody else had sent anything.
        ranked(
            "computed",
            "province",
            "'2020-07-15', '2020-08-20', 1, 1",
            "H47', 'Quảng Nam",
            200,
            1988),
        // An Giang was ahead, at 11%, and is overtaken on 3/9.
        ranked(
            "computed", "province", "'2020-08-20', '2020-09-03', 1, 1", "H01', 'An Giang", 11, 100),
        ranked(
            "computed",
            "province",
            "'2020-08-20', '2020-09-03', 2, 2",
            "H47', 'Quảng Nam",
            200,
            1988),
        ranked("computed", "province", "'2020-09-03', NULL, 1, 1", "H47', 'Quảng Nam", 253, 1988),
        ranked("computed", "province", "'2020-09-03', NULL, 2, 2", "H01', 'An Giang", 11, 100),
        ranked(
            "computed",
            "department:H47",
            "'2020-08-20', NULL, 1, 1",
            "H47.05', 'Sở Giao thông vận tải",
            9,
            91),
        "('level4_rate', 'computed', 'department:H47', 'VN', 'as_of', '2020-08-20', NULL, NULL, 2,"
            + " 'H47.20', 'Văn phòng UBND tỉnh', NULL, NULL, NULL, NULL, NULL)",
        ranked(
            "computed",
            "district:H47",
            "'2020-08-20', NULL, 1, 1",
            "H47.21', 'Huyện Bắc Trà My",
            3,
            330),
        "('level4_rate', 'reported', 'department:H47', 'VN', 'as_of', '2020-09-10', NULL, 1, 1,"
            + " 'H47.05', 'Sở Giao thông vận tải', 9, 91, 0.0989, '9,98%', '2020-09-10')",
        "('level4_rate', 'reported', 'department:H47', 'VN', 'as_of', '2020-09-10', NULL, NULL, 2,"
            + " 'H47.20', 'Văn phòng UBND tỉnh', NULL, NULL, NULL, NULL, '2020-09-10')");
  }

  private static String ranked(
      String basis, String group, String place, String unit, int numerator, int denominator) {
    return "('level4_rate', '%s', '%s', 'VN', 'as_of', %s, '%s', %d, %d, %s, NULL, '2020-08-20')"
        .formatted(
            basis, group, place, unit, numerator, denominator, (double) numerator / denominator);
  }

  private static void reports(LakeWriter lake) throws SQLException, IOException {
    lake.write(
        "report_row",
        "statement_id, file, position, indicator, unit_code, as_of, period_type, numerator,"
            + " denominator, value, printed_value, source, note",
        // The misprint of the letter: 9/91 is 9,89%.
        "('r', 'reports/5479.csv', 2, 'level4_rate', 'H47.05', '2020-09-10', 'as_of', 9, 91,"
            + " 0.0989, '9,98%', 'Công văn 5479', 'Bao gồm DVC Bộ chủ quản xây dựng')",
        "('r', 'reports/5479.csv', 3, 'level4_rate', 'H47.20', '2020-09-10', 'as_of', NULL, NULL,"
            + " NULL, NULL, 'Công văn 5479', 'không')");
  }

  private static void dossiers(LakeWriter lake) throws SQLException, IOException {
    lake.write(
        "dossier",
        "dossier_key, dossier_code, unit_code, province_code, procedure_code, status, channel,"
            + " service_level, fee, paid_online, digitised, received_at, due_at, finished_at,"
            + " on_time, early, delivery_date, file, position, statement_id, content_hash",
        // Of the first week (1/9 – 4/9), early, paid online.
        dossier(
            1,
            "H47.05",
            "10, 'online', 4, 100, true, true, '2020-09-01 08:00:00', '2020-09-04', '2020-09-03',"
                + " true, true"),
        // Due in the first week, finished in the second.
        dossier(
            2,
            "H47.05",
            "10, 'in_person', 3, 0, false, false, '2020-09-02', '2020-09-04', '2020-09-07', false,"
                + " false"),
        // Due the day before the as-of date, still open.
        dossier(
            3,
            "H47.21",
            "4, 'online', 4, 0, false, false, '2020-09-07', '2020-09-10', NULL, NULL, NULL"),
        // Of August, finished on the day that it was due.
        dossier(
            4,
            "H47.05",
            "10, 'in_person', NULL, 0, false, false, '2020-08-28', '2020-09-08', '2020-09-08',"
                + " true, false"));
  }

  private static String dossier(int key, String unit, String state) {
    return "(%1$d, 'H47-%1$d', '%2$s', 'H47', '1.000001', %3$s, '2020-09-11', '%4$s', %1$d, 'd', %1$d)"
        .formatted(key, unit, state, DOSSIERS);
  }

  private static void periods(LakeWriter lake) throws SQLException, IOException {
    lake.write(
        "period_value",
        "indicator, unit_code, part, period_type, period_start, period_end, numerator,"
            + " denominator, value, data_date",
        "('arising_rate', 'H47', 'VN', 'month', '2020-08-01', '2020-08-31', 1, 4, 0.25,"
            + " '2020-08-31')",
        "('arising_rate', 'H47', 'VN', 'month', '2020-09-01', '2020-09-30', 1, 2, 0.5,"
            + " '2020-09-11')",
        "('on_time_rate', 'H47', 'VN', 'month', '2020-09-01', '2020-09-30', 2, 3, 0.6667,"
            + " '2020-09-11')",
        "('overdue_open_rate', 'H47', 'VN', 'month', '2020-09-01', '2020-09-30', 1, 1, 1.0,"
            + " '2020-09-11')");
    lake.write(
        "period_ranking",
        "indicator, peer_group, part, period_type, period_start, period_end, rank, serial,"
            + " unit_code, unit_name, numerator, denominator, value, data_date",
        ofMonth("on_time_rate", "department:H47", "H47.05', 'Sở Giao thông vận tải", 2, 3),
        ofMonth("early_rate", "department:H47", "H47.05', 'Sở Giao thông vận tải", 1, 3),
        ofMonth("overdue_open_rate", "district:H47", "H47.21', 'Huyện Bắc Trà My", 1, 1));
  }

  private static String ofMonth(
      String indicator, String group, String unit, int numerator, int denominator) {
    return "('%s', '%s', 'VN', 'month', '2020-09-01', '2020-09-30', 1, 1, '%s', %d, %d, %s, '2020-09-11')"
        .formatted(
            indicator, group, unit, numerator, denominator, (double) numerator / denominator);
  }
}

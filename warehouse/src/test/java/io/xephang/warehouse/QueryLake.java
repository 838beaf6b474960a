package io.xephang.warehouse;

import java.nio.file.Path;

/**
 * Quảng Nam with two departments, an office without services, a district and a commune; two other
 * provinces, a ministry, and an agency that is left out; in July and August 2020, as of the 20th.
 */
final class QueryLake {
  private QueryLake() {}

  static LakeFixture published(Path folder) throws Exception {
    LakeFixture lake = new LakeFixture(folder);
    units(lake);
    catalogs(lake);
    rates(lake);
    reports(lake);
    dossiers(lake);
    periods(lake);
    rejected(lake);
    return lake.publish("2020-08-20");
  }

  private static void units(LakeFixture lake) throws Exception {
    lake.with(
        "unit",
        "unit_code, unit_name, full_name, kind, province_code, listed",
        "('VN', 'Cả nước', 'Cả nước', 'nation', NULL, true)",
        "('VN.ministry', 'Các bộ', 'Các bộ', 'nation', NULL, true)",
        "('VN.province', 'Các tỉnh', 'Các tỉnh', 'nation', NULL, true)",
        "('G18', 'Bộ Y tế', 'Bộ Y tế', 'ministry', 'G18', true)",
        "('G01', 'Bộ Công an', 'Bộ Công an', 'ministry', 'G01', false)",
        "('H27', 'Hà Tĩnh', 'Tỉnh Hà Tĩnh', 'province', 'H27', true)",
        "('H47', 'Quảng Nam', 'Tỉnh Quảng Nam', 'province', 'H47', true)",
        "('H57', 'Thừa Thiên Huế', 'Tỉnh Thừa Thiên Huế', 'province', 'H57', true)",
        "('H47.03', 'Sở Công Thương', 'Sở Công Thương', 'department', 'H47', true)",
        "('H47.14', 'Sở Thông tin', 'Sở Thông tin', 'department', 'H47', true)",
        "('H47.20', 'Văn phòng UBND', 'Văn phòng UBND', 'department', 'H47', true)",
        "('H47.30', 'Hội An', 'Thành phố Hội An', 'district', 'H47', true)",
        "('H47.30.20', 'Cẩm Phô', 'Phường Cẩm Phô', 'commune', 'H47', true)");
  }

  /** On 1/8 the department H47.03 raises one procedure to level 4 and begins to offer another. */
  private static void catalogs(LakeFixture lake) throws Exception {
    lake.with(
        "catalog_snapshot",
        "unit_code, scope_code, snapshot_date, valid_from, valid_to",
        "('H47.03', 'H47', '2020-07-01', '2020-07-01', '2020-08-01')",
        "('H47.03', 'H47', '2020-08-01', '2020-08-01', NULL)",
        "('H47.14', 'H47', '2020-07-01', '2020-07-01', NULL)",
        "('H47.30', 'H47', '2020-07-01', '2020-07-01', NULL)",
        "('H47.30.20', 'H47', '2020-07-01', '2020-07-01', NULL)");
    lake.with(
        "service",
        "unit_code, scope_code, snapshot_date, procedure_code, written_code, procedure_name,"
            + " field_name, service_level, eligible_level4, on_national_portal, run_by_ministry,"
            + " has_fee, max_days, file",
        service("H47.03", "2020-07-01", 1, "Cấp phép", "3, true, false, false"),
        service("H47.03", "2020-07-01", 2, "Khuyến mại", "4, true, true, true"),
        service("H47.03", "2020-08-01", 1, "Cấp phép", "4, true, false, false"),
        service("H47.03", "2020-08-01", 2, "Khuyến mại", "4, true, true, true"),
        service("H47.03", "2020-08-01", 3, "Giấy phép điện", "3, true, false, false"),
        service("H47.14", "2020-07-01", 4, "Bưu chính", "4, true, true, false"),
        service("H47.14", "2020-07-01", 5, "Sửa đổi", "3, false, false, false"),
        service("H47.14", "2020-07-01", 6, "Thu hồi", "NULL, false, false, false"),
        service("H47.30", "2020-07-01", 7, "Kết hôn", "3, true, true, false"),
        service("H47.30", "2020-07-01", 8, "Bản sao", "2, false, false, false"),
        service("H47.30.20", "2020-07-01", 9, "Khai sinh", "3, false, false, false"));
  }

  private static String service(String unit, String snapshot, int root, String name, String facts) {
    return "('%1$s', 'H47', '%2$s', '1.00000%3$d', '1.00000%3$d', '%4$s', 'Chung', %5$s, false, 10, 'catalogs/synthetic-H47.csv')"
        .formatted(unit, snapshot, root, name, facts);
  }

  /** Quảng Nam has 2/8 in July and 3/9 in August, the others stay: H57 5/10, H27 3/10, G18 9/10. */
  private static void rates(LakeFixture lake) throws Exception {
    String july = "'2020-07-01', '2020-08-01'";
    String august = "'2020-08-01', NULL";
    String always = "'2020-07-01', NULL";
    lake.with(
        "ranking_interval",
        "indicator, basis, peer_group, part, period_type, valid_from, valid_to, rank, serial,"
            + " unit_code, unit_name, numerator, denominator, value, data_date",
        ranked("province", always, 1, "H57", "Thừa Thiên Huế", 5, 10),
        ranked("province", july, 2, "H27", "Hà Tĩnh", 3, 10),
        ranked("province", july, 3, "H47", "Quảng Nam", 2, 8),
        ranked("province", august, 2, "H47", "Quảng Nam", 3, 9),
        ranked("province", august, 3, "H27", "Hà Tĩnh", 3, 10),
        ranked("ministry", always, 1, "G18", "Bộ Y tế", 9, 10),
        ranked("department:H47", july, 1, "H47.03", "Sở Công Thương", 1, 2),
        ranked("department:H47", august, 1, "H47.03", "Sở Công Thương", 2, 3),
        ranked("department:H47", always, 2, "H47.14", "Sở Thông tin", 1, 3),
        "('level4_rate', 'computed', 'department:H47', 'H47', 'as_of', '2020-07-01', NULL, NULL, 3,"
            + " 'H47.20', 'Văn phòng UBND', 0, 0, NULL, NULL)",
        ranked("district:H47", always, 1, "H47.30", "Hội An", 0, 2));
    lake.with(
        "indicator_interval",
        "indicator, basis, unit_code, part, period_type, valid_from, valid_to, numerator,"
            + " denominator, value, printed_value, data_date",
        // Of H47's procedures 1, 2, 3, 4 and 7 are eligible, 1, 2 and 4 are at level 4.
        "('eligible_level4_rate', 'computed', 'H47', 'VN', 'as_of', '2020-08-01', NULL, 3, 5, 0.6,"
            + " NULL, '2020-08-01')",
        "('online_dossier_rate', 'reported', 'H27', 'VN', 'year', '2019-01-01', '2020-01-01', 20385,"
            + " 79542, 20385 / 79542, '25,6%', '2019-12-31')",
        rate("VN", july, 19, 38),
        rate("VN", august, 20, 39),
        rate("VN.ministry", always, 9, 10),
        rate("VN.province", july, 10, 28),
        rate("VN.province", august, 11, 29),
        rate("H47", july, 2, 8),
        rate("H47", august, 3, 9));
  }

  private static String ranked(
      String group,
      String held,
      int rank,
      String unit,
      String name,
      int numerator,
      int denominator) {
    return "('level4_rate', 'computed', '%1$s', 'VN', 'as_of', %2$s, %3$d, %3$d, '%4$s', '%5$s', %6$d, %7$d, %6$d / %7$d, '2020-08-01')"
        .formatted(group, held, rank, unit, name, numerator, denominator);
  }

  private static String rate(String unit, String held, int numerator, int denominator) {
    return "('level4_rate', 'computed', '%1$s', 'VN', 'as_of', %2$s, %3$d, %4$d, %3$d / %4$d, NULL, '2020-08-01')"
        .formatted(unit, held, numerator, denominator);
  }

  /** As letters printed them: a wrong one, one that was cut, rounded ones, one without counts. */
  private static void reports(LakeFixture lake) throws Exception {
    lake.with(
        "ingest_file",
        "statement_id, file, feed, content_sha256, landed_name, landed_bytes, landed_modified,"
            + " rows_read, accepted, duplicates, quarantined, status, run_id, ingested_at",
        "('r', 'reports/a.csv', 'reports', 'aa', 'reports/a.csv', 1, 1, 5, 5, 0, 0, 'ingested',"
            + " 'run-1', '2020-08-21 01:00:00')",
        "('c', 'catalogs/2020-07-01/synthetic-H47.csv', 'catalogs', 'bb',"
            + " 'catalogs/2020-07-01/synthetic-H47.csv', 1, 1, 11, 8, 0, 3, 'ingested', 'run-1',"
            + " '2020-08-21 01:00:00')",
        "('d', 'dossiers/2020-08-20/H57.ndjson', 'dossiers', 'cc',"
            + " 'dossiers/2020-08-20/H57.ndjson', 1, 1, 1, 0, 0, 1, 'ingested', 'run-1',"
            + " '2020-08-21 01:00:00')");
    lake.with(
        "report_row",
        "statement_id, file, position, indicator, unit_code, as_of, period_type, numerator,"
            + " denominator, value, printed_value, printed_name, source",
        "('r', 'reports/a.csv', 2, 'level4_rate', 'H57', '2020-08-20', 'as_of', NULL, NULL, 0.5453,"
            + " '54,53%', 'Thừa Thiên - Huế', '3485')",
        "('r', 'reports/a.csv', 3, 'level4_rate', 'H47.03', '2020-09-16', 'as_of', 9, 91, 9 / 91,"
            + " '9,98%', 'Sở Công Thương', '5479')",
        "('r', 'reports/a.csv', 4, 'level4_rate', 'H47.14', '2020-09-16', 'as_of', 11, 74, 11 / 74,"
            + " '14,8%', 'Sở Thông tin', '5479')",
        "('r', 'reports/a.csv', 5, 'level4_rate', 'H47.30', '2020-09-16', 'as_of', 3, 330, 3 / 330,"
            + " '0,909%', 'UBND Thành Phố Hội An', '5479')",
        "('r', 'reports/a.csv', 6, 'online_dossier_rate', 'H27', '2019-12-31', 'year', 20385, 79542,"
            + " 20385 / 79542, '25,6%', 'Hà Tĩnh', 'Tờ trình')");
  }

  private static void dossiers(LakeFixture lake) throws Exception {
    lake.with(
        "dossier",
        "dossier_key, dossier_code, unit_code, province_code, procedure_code, status, channel,"
            + " received_at, due_at, finished_at, on_time, early, fee, paid_online, digitised,"
            + " delivery_date, file, position, statement_id, content_hash",
        // Early.
        dossier(
            "A", "H47.03", 1, 10, "online", "'2020-07-01', '2020-07-10', '2020-07-05', true, true"),
        // On the day: 8 days.
        dossier(
            "B",
            "H47.03",
            1,
            10,
            "online",
            "'2020-08-03', '2020-08-11', '2020-08-11', true, false"),
        // Late, on a Monday: 25 days.
        dossier(
            "C",
            "H47.03",
            1,
            10,
            "in_person",
            "'2020-07-16', '2020-07-20', '2020-08-10', false, false"),
        // Open, ten days late.
        dossier("D", "H47.14", 4, 4, "online", "'2020-08-07', '2020-08-10', NULL, NULL, NULL"),
        // Open, two days late.
        dossier("E", "H47.14", 4, 2, "online", "'2020-08-08', '2020-08-18', NULL, NULL, NULL"),
        // Due today: not late yet.
        dossier("F", "H47.30", 7, 2, "post", "'2020-08-17', '2020-08-20', NULL, NULL, NULL"),
        // Refused, and closed nobody knows when: not open.
        dossier("G", "H47.14", 4, 3, "online", "'2020-08-03', '2020-08-04', NULL, NULL, NULL"),
        dossier("H", "H47.14", 4, 7, "online", "'2020-08-03', '2020-08-04', NULL, NULL, NULL"));
    lake.with(
        "procedure_month",
        "unit_code, month, procedure_code, dossiers, online_dossiers",
        "('H47.03', '2020-07-01', '1.000001', 2, 1)",
        "('H47', '2020-07-01', '1.000001', 2, 1)",
        "('H47.03', '2020-08-01', '1.000001', 1, 1)",
        "('H47', '2020-08-01', '1.000001', 1, 1)",
        "('H47.14', '2020-08-01', '1.000004', 3, 3)",
        "('H47', '2020-08-01', '1.000004', 3, 3)",
        "('H47.30', '2020-08-01', '1.000007', 1, 0)",
        "('H47', '2020-08-01', '1.000007', 1, 0)");
  }

  private static String dossier(
      String code, String unit, int root, int status, String channel, String times) {
    return "(1, '%s', '%s', 'H47', '1.00000%d', %d, '%s', %s, 0, false, false, '2020-08-20', 'dossiers/a.ndjson', 1, 'd', 1)"
        .formatted(code, unit, root, status, channel, times);
  }

  private static void periods(LakeFixture lake) throws Exception {
    String july = "'month', '2020-07-01', '2020-07-31'";
    String august = "'month', '2020-08-01', '2020-08-31'";
    String year = "'year', '2020-01-01', '2020-12-31'";
    lake.with(
        "period_value",
        "indicator, unit_code, part, period_type, period_start, period_end, numerator, denominator,"
            + " value, data_date",
        value("arising_rate", "H47.03", july, 1, 2, "2020-07-31"),
        value("arising_rate", "H47.03", year, 1, 3, "2020-08-20"),
        value("arising_rate", "H47.14", year, 1, 2, "2020-08-20"),
        value("arising_rate", "H47.30", year, 0, 1, "2020-08-20"),
        value("arising_rate", "H47.30.20", year, 0, 1, "2020-08-20"),
        value("arising_rate", "H47", year, 2, 7, "2020-08-20"),
        value("arising_rate", "H47.03", august, 1, 3, "2020-08-20"),
        value("digitised_rate", "H57", year, 10, 1500, "2020-08-20"),
        value("digitised_rate", "H47", year, 10, 999, "2020-08-20"),
        value("digitised_rate", "H27", year, 10, 2000, "2020-08-20"),
        value(
            "online_dossier_rate",
            "H27",
            "'year', '2019-01-01', '2019-12-31'",
            20385,
            79542,
            "2019-12-31"));
    lake.with(
        "period_ranking",
        "indicator, peer_group, part, period_type, period_start, period_end, rank, serial,"
            + " unit_code, unit_name, numerator, denominator, value, data_date",
        ofPeriod("arising_rate", july, 1, "H47.14", "Sở Thông tin", 1, 1, "2020-07-31"),
        ofPeriod("arising_rate", july, 2, "H47.03", "Sở Công Thương", 1, 2, "2020-07-31"),
        ofPeriod("arising_rate", august, 1, "H47.14", "Sở Thông tin", 1, 2, "2020-08-20"),
        ofPeriod("arising_rate", august, 2, "H47.03", "Sở Công Thương", 1, 3, "2020-08-20"),
        ofPeriod("online_payment_rate", july, 1, "H47.14", "Sở Thông tin", 1, 4, "2020-07-31"),
        ofPeriod("online_payment_rate", august, 1, "H47.03", "Sở Công Thương", 3, 4, "2020-08-20"),
        ofPeriod("online_payment_rate", august, 2, "H47.14", "Sở Thông tin", 0, 5, "2020-08-20"));
  }

  private static String value(
      String indicator, String unit, String period, int numerator, int denominator, String data) {
    return "('%1$s', '%2$s', 'VN', %3$s, %4$d, %5$d, %4$d / %5$d, '%6$s')"
        .formatted(indicator, unit, period, numerator, denominator, data);
  }

  private static String ofPeriod(
      String indicator,
      String period,
      int rank,
      String unit,
      String name,
      int numerator,
      int denominator,
      String data) {
    return "('%1$s', 'department:H47', 'H47', %2$s, %3$d, %3$d, '%4$s', '%5$s', %6$d, %7$d, %6$d / %7$d, '%8$s')"
        .formatted(indicator, period, rank, unit, name, numerator, denominator, data);
  }

  private static void rejected(LakeFixture lake) throws Exception {
    lake.with(
        "quarantine",
        "statement_id, file, position, feed, reason, detail, raw, run_id",
        "('c', 'catalogs/2020-07-01/synthetic-H47.csv', 5, 'catalogs', 'bad_level', 'found 5',"
            + " '{\"unit_code\":\"H47.03\"}', 'run-1')",
        "('c', 'catalogs/2020-07-01/synthetic-H47.csv', 6, 'catalogs', 'bad_level', 'found 6',"
            + " '{\"unit_code\":\"H47.14\"}', 'run-1')",
        "('c', 'catalogs/2020-07-01/synthetic-H47.csv', 7, 'catalogs', 'bad_code', 'found x',"
            + " '{\"unit_code\":\"H47.14\"}', 'run-1')",
        "('d', 'dossiers/2020-08-20/H57.ndjson', 1, 'dossiers', 'bad_date', 'found 2020',"
            + " '{\"MaHoSo\":\"H57-1\"}', 'run-1')");
  }
}

package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogs are expected within 92 days, reports before the 20th of the next month. */
class CoverageTest {
  @TempDir Path folder;

  @Test
  void saysWhoHasDeliveredWhatAndWhoIsLate() throws Exception {
    LakeFixture lake =
        new LakeFixture(folder)
            .with(
                "unit",
                "unit_code, unit_name, full_name, kind, valid_from, valid_to, listed",
                "('VN', 'Cả nước', 'Cả nước', 'nation', NULL, NULL, true)",
                "('H01', 'An Giang', 'Tỉnh An Giang', 'province', NULL, NULL, true)",
                // Never delivers anything.
                "('H02', 'Bắc Giang', 'Tỉnh Bắc Giang', 'province', NULL, '2025-06-30', true)",
                // Gone before the as-of date; delivered once.
                "('G04', 'Bộ cũ', 'Bộ cũ', 'ministry', NULL, '2020-06-30', true)",
                // Not there yet: nothing is expected.
                "('G99', 'Bộ mới', 'Bộ mới', 'ministry', '2021-01-01', NULL, true)",
                // Left out of the ranking and silent: nothing is expected.
                "('G01', 'Bộ Công an', 'Bộ Công an', 'ministry', NULL, NULL, false)",
                // Left out of the ranking, but it delivers.
                "('G08', 'Bộ Ngoại giao', 'Bộ Ngoại giao', 'ministry', NULL, NULL, false)",
                "('H01.14', 'Sở', 'Sở', 'department', NULL, NULL, true)")
            .with(
                "catalog_snapshot",
                "unit_code, scope_code, snapshot_date, valid_from, valid_to",
                "('H01', 'H01', '2020-05-01', '2020-05-01', NULL)",
                // A department's catalog counts for its province too. Due on the as-of date: in
                // time.
                "('H01.14', 'H01', '2020-05-31', '2020-05-31', NULL)",
                "('G04', 'G04', '2020-05-01', '2020-05-01', '2020-07-01')",
                "('G08', 'G08', '2020-05-30', '2020-05-30', NULL)")
            .with(
                "ingest_file",
                "statement_id, file, feed, content_sha256, landed_name, landed_bytes,"
                    + " landed_modified, rows_read, accepted, duplicates, quarantined, status,"
                    + " run_id, ingested_at",
                ledger("s1", "replaced"),
                ledger("s2", "ingested"))
            .with(
                "report_row",
                "statement_id, file, position, indicator, unit_code, as_of, period_type",
                // Replaced: not delivered any more.
                "('s1', 'reports/a.csv', 2, 'level4_rate', 'H01', '2020-08-20', 'as_of')",
                "('s2', 'reports/a.csv', 2, 'level4_rate', 'H01', '2020-07-31', 'as_of')",
                // Only its own: it says nothing of the province.
                "('s2', 'reports/a.csv', 3, 'level4_rate', 'H01.14', '2020-08-31', 'as_of')",
                // Newer than the as-of date: of age 0.
                "('s2', 'reports/a.csv', 4, 'level4_rate', 'G08', '2020-09-20', 'as_of')")
            .publish("2020-08-31");
    try (Warehouse warehouse = lake.open()) {
      assertThat(Answer.rows(warehouse, "SELECT * FROM coverage ORDER BY feed, unit_code"))
          .containsExactly(
              "G04|catalogs|2020-05-01|122||false",
              "G08|catalogs|2020-05-30|93|2020-08-30|true",
              "H01|catalogs|2020-05-31|92|2020-08-31|false",
              "H01.14|catalogs|2020-05-31|92|2020-08-31|false",
              "H02|catalogs||||true",
              "G08|reports|2020-09-20|0|2020-10-19|false",
              "H01|reports|2020-07-31|31|2020-08-19|true",
              "H01.14|reports|2020-08-31|0|2020-09-19|false",
              "H02|reports||||true");
      Standing standing = warehouse.standing();
      assertThat(standing.coverage().stream().map(feed -> feed.feed() + " " + feed.late()))
          .containsExactly(
              "catalogs [LateUnit[unitCode=G08, unitName=Bộ Ngoại giao, lastDate=2020-05-30,"
                  + " expectedBy=2020-08-30], LateUnit[unitCode=H02, unitName=Bắc Giang,"
                  + " lastDate=null, expectedBy=null]]",
              "reports [LateUnit[unitCode=H01, unitName=An Giang, lastDate=2020-07-31,"
                  + " expectedBy=2020-08-19], LateUnit[unitCode=H02, unitName=Bắc Giang,"
                  + " lastDate=null, expectedBy=null]]");
    }
  }

  private static String ledger(String statement, String status) {
    return "('"
        + statement
        + "', 'reports/a.csv', 'reports', 'aa', 'reports/a.csv', 1, 1, 4, 4, 0, 0, '"
        + status
        + "', 'run-1', '2020-08-31 10:00:00')";
  }
}

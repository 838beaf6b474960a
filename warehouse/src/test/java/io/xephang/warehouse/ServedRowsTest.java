package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.schemas.indicator.PeriodType;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedRowsTest {
  @TempDir Path folder;

  @Test
  void rowsOfReplacedStatementsAreNotServedTheirLedgerLineIs() throws Exception {
    LakeFixture lake =
        new LakeFixture(folder)
            .with(
                "ingest_file",
                "statement_id, file, feed, content_sha256, landed_name, landed_bytes,"
                    + " landed_modified, rows_read, accepted, duplicates, quarantined, status,"
                    + " run_id, ingested_at",
                "('old', 'reports/a.csv', 'reports', 'aa', 'reports/a.csv', 1, 1, 2, 1, 0, 1,"
                    + " 'replaced', 'run-1', '2020-08-31 10:00:00')",
                "('new', 'reports/a.csv', 'reports', 'bb', 'reports/a.csv.gz', 1, 1, 2, 1, 0, 1,"
                    + " 'ingested', 'run-2', '2020-09-01 10:00:00')")
            .with(
                "report_row",
                "statement_id, file, position, indicator, unit_code, as_of, period_type, value,"
                    + " printed_value, printed_name",
                "('old', 'reports/a.csv', 2, 'level4_rate', 'H57', '2020-08-20', 'as_of', 0.5,"
                    + " '50%', 'Thừa Thiên - Huế')",
                "('new', 'reports/a.csv', 2, 'level4_rate', 'H57', '2020-08-20', 'as_of', 0.5453,"
                    + " '54,53%', 'Thừa Thiên - Huế')")
            .with(
                "quarantine",
                "statement_id, file, position, feed, reason, detail, raw, run_id",
                "('old', 'reports/a.csv', 3, 'reports', 'bad_date', 'x', NULL, 'run-1')",
                "('new', 'reports/a.csv', 3, 'reports', 'unknown_unit', 'y', '{}', 'run-2')")
            .publish("2020-09-01");
    try (Warehouse warehouse = lake.open()) {
      assertThat(Answer.rows(warehouse, "SELECT * FROM reported_rate"))
          .containsExactly(
              "level4_rate|H57|2020-08-20|as_of|||0.5453|54,53%|Thừa Thiên - Huế|||reports/a.csv|2");
      assertThat(Answer.rows(warehouse, "SELECT * FROM quarantine"))
          .containsExactly("reports/a.csv|3|reports|unknown_unit|y|{}|run-2|new|");
      assertThat(
              Answer.rows(
                  warehouse, "SELECT file, status, run_id FROM ingest_file ORDER BY ingested_at"))
          .containsExactly("reports/a.csv|replaced|run-1", "reports/a.csv|ingested|run-2");
      assertThat(warehouse.standing().files())
          .containsExactly(
              new FileCount("reports", "ingested", 1), new FileCount("reports", "replaced", 1));
      assertThat(warehouse.standing().quarantine())
          .containsExactly(new QuarantineCount("reports", "unknown_unit", 1));
    }
  }

  @Test
  void aServiceIsInForceAsLongAsItsCatalog() throws Exception {
    LakeFixture lake =
        new LakeFixture(folder)
            .with(
                "catalog_snapshot",
                "unit_code, scope_code, snapshot_date, valid_from, valid_to",
                "('H47', 'H47', '2020-05-01', '2020-05-01', '2020-08-20')",
                "('H47', 'H47', '2020-08-20', '2020-08-20', NULL)")
            .with(
                "service",
                "unit_code, scope_code, snapshot_date, procedure_code, written_code,"
                    + " procedure_name, service_level, eligible_level4, on_national_portal,"
                    + " run_by_ministry, has_fee, file",
                "('H47', 'H47', '2020-05-01', '1.000001', '1.000001', 'A', 2, false, false, true,"
                    + " false, 'catalogs/2020-05-01/a.csv')",
                "('H47', 'H47', '2020-08-20', '1.000001', '1.000001', 'A', 4, true, true, true,"
                    + " true, 'catalogs/2020-08-20/a.csv')")
            .with(
                "service",
                "unit_code, scope_code, snapshot_date, procedure_code, written_code,"
                    + " eligible_level4, on_national_portal, run_by_ministry, has_fee, file",
                "('H47', 'H47', '2020-08-20', '1.000002', '1.000002', false, false, false, false,"
                    + " 'catalogs/2020-08-20/b.csv')")
            .publish("2020-08-31");
    try (Warehouse warehouse = lake.open()) {
      assertThat(
              Answer.rows(
                  warehouse,
                  "SELECT procedure_code, service_level, on_national_portal, valid_from, valid_to,"
                      + " file FROM service ORDER BY valid_from, procedure_code"))
          .containsExactly(
              "1.000001|2|false|2020-05-01|2020-08-20|catalogs/2020-05-01/a.csv",
              "1.000001|4|true|2020-08-20||catalogs/2020-08-20/a.csv",
              "1.000002||false|2020-08-20||catalogs/2020-08-20/b.csv");
      RankingQuestion question =
          new RankingQuestion(
              "level4_rate", LocalDate.of(2020, 8, 19), Basis.COMPUTED, PeriodType.AS_OF);
      assertThat(warehouse.rankings().sources(question).files())
          .containsExactly("catalogs/2020-05-01/a.csv");
    }
  }
}

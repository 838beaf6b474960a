package io.xephang.cli;

import io.xephang.home.DeploymentHome;
import io.xephang.home.Publication;
import io.xephang.home.RunRecords;
import io.xephang.schemas.Definitions;
import io.xephang.warehouse.ServedDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;

/**
 * A lake of two ministries and two provinces on 20/8/2020: what a job would have written, and its
 * publication.
 */
public final class SmallLake {
  private static final Definitions DEFINITIONS = Definitions.shipped();
  private static final LocalDate DAY = LocalDate.of(2020, 8, 20);

  private final DeploymentHome home;
  private final LakeWriter lake;

  public SmallLake(DeploymentHome home) throws SQLException, IOException {
    this.home = home;
    this.lake = new LakeWriter(home);
    write(
        "unit",
        "unit_code, unit_name, full_name, kind, listed",
        "('VN', 'Cả nước', 'Cả nước', 'nation', true)",
        "('G18', 'Bộ Y tế', 'Bộ Y tế', 'ministry', true)",
        "('H57', 'Thừa Thiên Huế', 'Tỉnh Thừa Thiên Huế', 'province', true)");
    write(
        "ingest_file",
        "statement_id, file, feed, content_sha256, landed_name, landed_bytes, landed_modified,"
            + " rows_read, accepted, duplicates, quarantined, status, run_id, ingested_at",
        "('1', 'catalogs/2020-08-20/h57.csv', 'catalogs', 'aa', 'catalogs/2020-08-20/h57.csv', 1,"
            + " 1, 4, 3, 0, 1, 'ingested', 'run-1', '2020-08-21 01:00:00')",
        "('2', 'reports/3485.csv', 'reports', 'bb', 'reports/3485.csv', 1, 1, 1, 1, 0, 0,"
            + " 'ingested', 'run-1', '2020-08-21 01:00:00')",
        "('3', 'dossiers/2020-08-20/h57.ndjson', 'dossiers', 'cc',"
            + " 'dossiers/2020-08-20/h57.ndjson', 1, 1, 2, 2, 0, 0, 'ingested', 'run-1',"
            + " '2020-08-21 01:00:00')");
    write(
        "dossier",
        "dossier_key, dossier_code, procedure_code, unit_code, province_code, channel, status,"
            + " received_at, due_at, service_level, fee, paid_online, digitised, delivery_date,"
            + " file, position, statement_id, content_hash, settled",
        "(1, 'H57-1', '1.000001', 'H57', 'H57', 'online', 2, '2020-08-03', '2020-08-10', 4, 0,"
            + " false, false, '2020-08-20', 'dossiers/2020-08-20/h57.ndjson', 1, '3', 1, false)",
        "(2, 'H57-2', '1.000001', 'H57', 'H57', 'in_person', 2, '2020-08-04', NULL, 4, 0, false,"
            + " false, '2020-08-20', 'dossiers/2020-08-20/h57.ndjson', 2, '3', 2, false)");
    write(
        "period_value",
        "indicator, unit_code, part, period_type, period_start, period_end, numerator,"
            + " denominator, value, data_date",
        "('online_dossier_rate', 'H57', 'VN', 'month', '2020-08-01', '2020-08-31', 1, 2, 0.5,"
            + " '2020-08-20')",
        "('online_dossier_rate', 'VN', 'VN', 'month', '2020-08-01', '2020-08-31', 1, 2, 0.5,"
            + " '2020-08-20')",
        // What a defect would publish: one of the two is overdue.
        "('overdue_open_rate', 'H57', 'VN', 'month', '2020-08-01', '2020-08-31', 2, 2, 1.0,"
            + " '2020-08-20')");
    write(
        "period_ranking",
        "indicator, peer_group, part, period_type, period_start, period_end, rank, serial,"
            + " unit_code, unit_name, numerator, denominator, value, data_date",
        "('online_dossier_rate', 'province', 'VN', 'month', '2020-08-01', '2020-08-31', 1, 1,"
            + " 'H57', 'Thừa Thiên Huế', 1, 2, 0.5, '2020-08-20')");
    write(
        "report_row",
        "statement_id, file, position, indicator, unit_code, as_of, period_type, value,"
            + " printed_value, printed_name",
        "('2', 'reports/3485.csv', 2, 'level4_rate', 'H57', '2020-08-20', 'as_of', 0.5453,"
            + " '54,53%', 'Thừa Thiên Huế')");
    write(
        "quarantine",
        "statement_id, file, position, feed, reason, detail, raw, run_id",
        "('1', 'catalogs/2020-08-20/h57.csv', 5, 'catalogs', 'bad_level', 'found 5',"
            + " '{\"unit_code\":\"H57\"}', 'run-1')");
    write(
        "ranking_interval",
        "indicator, basis, peer_group, part, period_type, valid_from, rank, serial, unit_code,"
            + " unit_name, numerator, denominator, value, printed_value, data_date",
        "('level4_rate', 'computed', 'ministry', 'VN', 'as_of', '2020-08-20', 1, 1, 'G18',"
            + " 'Bộ Y tế', 10, 10, 1.0, NULL, '2020-08-20')",
        "('level4_rate', 'computed', 'province', 'VN', 'as_of', '2020-08-20', 1, 1, 'H57',"
            + " 'Thừa Thiên Huế', 1, 3, 0.3333333333333333, NULL, '2020-08-20')",
        "('level4_rate', 'reported', 'province', 'VN', 'as_of', '2020-08-20', 1, 1, 'H57',"
            + " 'Thừa Thiên Huế', NULL, NULL, 0.5453, '54,53%', '2020-08-20')");
    write(
        "indicator_interval",
        "indicator, basis, unit_code, part, period_type, valid_from, numerator, denominator,"
            + " value, printed_value, data_date",
        "('level4_rate', 'computed', 'VN', 'VN', 'as_of', '2020-08-20', 11, 13, 0.8461538461538461,"
            + " NULL, '2020-08-20')",
        "('level4_rate', 'reported', 'H57', 'VN', 'as_of', '2020-08-20', NULL, NULL, 0.5453,"
            + " '54,53%', '2020-08-20')");
  }

  /** The publication that a job would append. */
  public Publication publication(long id, String runId) {
    return new Publication(
        id, runId, DAY.plusDays(1).atTime(1, 30), DAY, DEFINITIONS.digest(), lake.tables());
  }

  /** The same without its rejected row. */
  SmallLake mended() {
    lake.tables().remove("quarantine");
    return this;
  }

  /** The same where no dossier ever came. */
  SmallLake withoutDossiers() {
    lake.tables().keySet().removeAll(Set.of("dossier", "period_value", "period_ranking"));
    return this;
  }

  void serve(long id) throws SQLException, IOException {
    new ServedDatabase(home, DEFINITIONS)
        .build(publication(id, "run-" + id), new RunRecords(home).all());
  }

  private void write(String name, String columns, String... rows) throws SQLException, IOException {
    lake.write(name, columns, rows);
  }
}

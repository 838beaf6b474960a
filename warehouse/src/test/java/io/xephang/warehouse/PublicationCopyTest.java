package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.home.RunRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publication in one file, for a computer without the lake. */
class PublicationCopyTest {
  @TempDir Path folder;

  @Test
  void hasTheWholeSurfaceWithoutTheLakeUnderAnyName() throws Exception {
    LakeFixture lake = lake();
    Path file = folder.resolve("công bố 1.duckdb");
    new ServedDatabase(lake.home(), LakeFixture.DEFINITIONS)
        .copy(lake.append("2020-08-20"), new RunRecords(lake.home()).all(), file);
    try (Stream<Path> paths = Files.walk(lake.home().folder())) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Files.delete(path);
      }
    }
    Path moved = Files.move(file, folder.resolve("may-tinh.duckdb"));

    // As any program opens it: without settings of ours.
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + moved);
        Statement statement = connection.createStatement()) {
      for (String view : ServedSchema.VIEWS) {
        assertThat(rows(statement, "SELECT count(*) FROM " + view)).as(view).hasSize(1);
      }
      assertThat(rows(statement, "SELECT procedure_code FROM service")).containsExactly("1.000002");
      assertThat(rows(statement, "SELECT dossier_code FROM dossier")).containsExactly("H47-1");
      assertThat(rows(statement, "SELECT unit_name FROM ranking_at('level4_rate', '2020-08-20')"))
          .containsExactly("Quảng Nam");
      assertThat(rows(statement, "SELECT value FROM trend('level4_rate', 'H47')"))
          .containsExactly("0.5");
      assertThat(rows(statement, "SELECT scope FROM headline('level4_rate', '2020-08-20')"))
          .containsExactly("VN", "VN.ministry", "VN.province");
      assertThat(
              rows(
                  statement,
                  "SELECT tags['storage_version'] FROM duckdb_databases() WHERE NOT internal"))
          .containsExactly("v1.4.0+");
    }
    assertThat(folder.resolve("may-tinh.duckdb.wal")).as("a second file").doesNotExist();
  }

  @Test
  void aFileThatCannotBeWrittenIsAFailure() throws Exception {
    LakeFixture lake = lake();
    assertThatThrownBy(
            () ->
                new ServedDatabase(lake.home(), LakeFixture.DEFINITIONS)
                    .copy(lake.append("2020-08-20"), List.of(), folder.resolve("no/such.duckdb")))
        .isInstanceOf(SQLException.class);
  }

  private LakeFixture lake() throws Exception {
    return new LakeFixture(folder.resolve("home"))
        .with(
            "unit",
            "unit_code, unit_name, full_name, kind, listed",
            "('H47', 'Quảng Nam', 'Tỉnh Quảng Nam', 'province', true)")
        .with(
            "service",
            "unit_code, scope_code, snapshot_date, procedure_code, written_code, eligible_level4,"
                + " on_national_portal, run_by_ministry, has_fee, file",
            "('H47', 'H47', '2020-08-20', '1.000002', '1.000002', false, false, false, false,"
                + " 'catalogs/2020-08-20/b.csv')")
        .with(
            "catalog_snapshot",
            "unit_code, scope_code, snapshot_date, valid_from, valid_to",
            "('H47', 'H47', '2020-08-20', '2020-08-20', NULL)")
        .with(
            "dossier",
            "dossier_key, dossier_code, procedure_code, unit_code, province_code, channel, status,"
                + " received_at, service_level, fee, paid_online, digitised, delivery_date, file,"
                + " position, statement_id, content_hash, settled",
            "(1, 'H47-1', '1.000002', 'H47', 'H47', 'online', 2, '2020-08-03', 4, 0, false, false,"
                + " '2020-08-20', 'dossiers/2020-08-20/h47.ndjson', 1, '3', 1, false)")
        .with(
            "indicator_interval",
            "indicator, basis, unit_code, part, period_type, valid_from, value, data_date",
            "('level4_rate', 'computed', 'H47', 'VN', 'as_of', '2020-08-20', 0.5, '2020-08-20')")
        .with(
            "ranking_interval",
            "indicator, basis, peer_group, part, period_type, valid_from, rank, serial, unit_code,"
                + " unit_name, value, data_date",
            "('level4_rate', 'computed', 'province', 'VN', 'as_of', '2020-08-20', 1, 1, 'H47',"
                + " 'Quảng Nam', 0.5, '2020-08-20')");
  }

  private static List<String> rows(Statement statement, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}

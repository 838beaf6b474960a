package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementGateTest {
  @TempDir static Path folder;
  private static Warehouse warehouse;

  @BeforeAll
  static void open() throws Exception {
    warehouse =
        new LakeFixture(folder)
            .with(
                "service",
                "unit_code, scope_code, snapshot_date, procedure_code, written_code,"
                    + " eligible_level4, on_national_portal, run_by_ministry, has_fee, file",
                "('H47', 'H47', '2020-08-20', '1.000002', '1.000002', false, false, false, false,"
                    + " 'catalogs/2020-08-20/b.csv')")
            .publish("2020-08-20")
            .open();
    Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
  }

  @AfterAll
  static void close() throws Exception {
    warehouse.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "select 1;",
        "-- a comment; with a semicolon\nSELECT 1 /* and DROP TABLE another */ -- end",
        "WITH one AS (SELECT 1 AS a) SELECT a FROM one",
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 1) FROM t",
        "SELECT 1 UNION SELECT 1",
        "VALUES (1)",
        "SELECT length('; DROP TABLE x') - 13",
      })
  void oneSelectPasses(String sql) throws Exception {
    assertThat(Answer.rows(warehouse, sql)).containsExactly("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-- only a comment",
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP VIEW unit",
        "INSERT INTO internal.run SELECT * FROM run",
        "CREATE TEMP TABLE t AS SELECT 1",
        "COPY (SELECT 1) TO '/tmp/out.csv'",
        "ATTACH '/tmp/x.duckdb' AS x",
        "PRAGMA database_list",
        "SET threads = 1",
        "RESET threads",
        "INSTALL httpfs",
        "LOAD httpfs",
        "CALL checkpoint()",
        "EXPLAIN ANALYZE SELECT 1",
        "EXPORT DATABASE '/tmp/x'",
        "PREPARE p AS SELECT 1",
        "USE internal",
        "WITH gone AS (DELETE FROM internal.run RETURNING *) SELECT * FROM gone",
        "SELECT * FROM (WITH g AS (INSERT INTO internal.run SELECT * FROM run RETURNING *) FROM g)",
      })
  void everythingElseIsRefusedInBothLanguages(String sql) {
    assertThatThrownBy(() -> Answer.rows(warehouse, sql))
        .isInstanceOf(QueryRefused.class)
        .hasMessageContaining("đúng một câu lệnh SELECT")
        .hasMessageContaining("Exactly one SELECT statement is accepted");
  }

  @Test
  void aSyntaxErrorIsPlaced() {
    assertThatThrownBy(() -> Answer.rows(warehouse, "SELECT *\nFROM unit WHERE"))
        .isInstanceOf(QueryRefused.class)
        .hasMessageStartingWith("Câu lệnh sai cú pháp / Syntax error")
        .hasMessageContaining("line 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM read_csv('%s/secret.csv')",
        "FROM '%s/secret.csv'",
        "FROM read_text('%s/secret.csv')",
        "FROM glob('%s/*')",
        "FROM read_blob('%s/catalog/xephang.mv.db')",
        "FROM read_parquet('%s/lake/service/data/part=VN/*.parquet')",
        "FROM query('DROP VIEW unit')",
        "SELECT getenv('HOME')",
        "FROM enable_logging('QueryLog', storage = 'file', storage_path = '%s/log')",
      })
  void selectsReachNothingOutside(String sql) {
    assertThatThrownBy(() -> Answer.rows(warehouse, sql.formatted(folder)))
        .isInstanceOf(QueryFailed.class)
        .hasMessageStartingWith("Truy vấn không chạy được / The query failed: ");
  }

  @Test
  void publishedFilesAreRead() throws Exception {
    assertThat(Answer.rows(warehouse, "SELECT procedure_code FROM internal.service"))
        .containsExactly("1.000002");
  }

  @Test
  void anUnknownTableIsAnsweredWithWhatThereIs() {
    assertThatThrownBy(() -> Answer.rows(warehouse, "SELECT * FROM rankings"))
        .isInstanceOf(QueryFailed.class)
        .hasMessageContaining("rankings does not exist")
        .hasMessageContaining(
            "You can select from: audit_finding, coverage, dictionary, dossier, headline(indicator, as_of, basis,"
                + " period_type), idle_service, indicator, indicator_value,");
    assertThatThrownBy(() -> Answer.rows(warehouse, "SELECT unit_nam FROM unit"))
        .isInstanceOf(QueryFailed.class)
        .hasMessageContaining("unit_name");
  }
}

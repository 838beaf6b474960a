package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
            .with(
                "catalog_snapshot",
                "unit_code, scope_code, snapshot_date, valid_from, valid_to",
                "('H47', 'H47', '2020-08-20', '2020-08-20', NULL)")
            .publish("2020-08-20")
            .open();
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

  @Test
  void aPlaceIsCountedInCharactersOfItsLine() {
    assertThatThrownBy(
            () ->
                Answer.rows(
                    warehouse,
                    "SELECT 'Đắk Lắk' AS tên,\n\t'Hà Tĩnh' || getenv('HOME')\nFROM unit"))
        .hasMessage(
            "Hàm 'getenv' không được dùng ở đây / The function 'getenv' may not be used here,"
                + " dòng / line 2, cột / column 15\n"
                + "  \t'Hà Tĩnh' || getenv('HOME')\n"
                + "  \t             ^");
  }

  @Test
  void ofALongLineOnlyWhatLiesAroundThePlaceIsShown() {
    assertThatThrownBy(
            () ->
                Answer.rows(
                    warehouse,
                    "SELECT " + "1, ".repeat(100) + "version(), " + "2, ".repeat(99) + "3"))
        .hasMessageEndingWith(
            "line 1, cột / column 308\n  …"
                + "1, ".repeat(20)
                + "version(), "
                + "2, ".repeat(9)
                + "2,…\n  "
                + " ".repeat(61)
                + "^");
  }

  @Test
  void publishedFilesAreReadThroughViews() throws Exception {
    assertThat(Answer.rows(warehouse, "SELECT procedure_code FROM main.service"))
        .containsExactly("1.000002");
  }

  @Test
  void aMisspeltViewIsAnsweredWithTheLikeliestAndWithAll() {
    assertThatThrownBy(() -> Answer.rows(warehouse, "SELECT * FROM rankings"))
        .isInstanceOf(QueryRefused.class)
        .hasMessageStartingWith(
            "Không có bảng / There is no view 'rankings'; ý là / did you mean 'ranking'?, dòng / line"
                + " 1, cột / column 15\n  SELECT * FROM rankings\n                ^\n")
        .hasMessageContaining(
            "You can select from: audit_finding, coverage, dictionary, dossier, headline(indicator, as_of, basis,"
                + " period_type), idle_service, indicator, indicator_value,");
    assertThatThrownBy(() -> Answer.rows(warehouse, "FROM rankin_at('a', '2020-08-20')"))
        .isInstanceOf(QueryRefused.class)
        .hasMessageContaining("did you mean 'ranking_at'?");
  }

  @Test
  void aMisspeltColumnIsAnsweredWithTheLikeliestAndItsPlace() {
    assertThatThrownBy(() -> Answer.rows(warehouse, "SELECT 'Hà',\n  unit_nam\nFROM unit"))
        .isInstanceOf(QueryFailed.class)
        .hasMessageStartingWith(
            "Truy vấn không chạy được / The query failed: sai tên cột hay kiểu / a column or a type"
                + " does not fit: Referenced column \"unit_nam\" not found in FROM clause!")
        .hasMessageContaining("\"unit_name\"")
        .hasMessageEndingWith("\ndòng / line 2, cột / column 3\n    unit_nam\n    ^");
  }

  @Test
  void aPivotNeedsItsValues() {
    assertThatThrownBy(() -> Answer.rows(warehouse, "PIVOT service ON unit_code USING count(*)"))
        .isInstanceOf(QueryRefused.class)
        .hasMessageContaining("PIVOT needs its values: PIVOT … ON x IN ('a', 'b')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT CAST(CASE WHEN range = %d THEN 'ba' ELSE '1' END AS INT) AS a FROM range(3000000)"
      })
  void aValueThatCannotBeConvertedIsNamedWhereverItStands(String sql) {
    for (int row : new int[] {0, 5_000, 2_900_000}) {
      assertThatThrownBy(() -> warehouse.select(sql.formatted(row), new DroppedRows()))
          .as("row " + row)
          .isInstanceOf(QueryFailed.class)
          .hasMessageStartingWith(
              "Truy vấn không chạy được / The query failed: có giá trị không đổi kiểu được / a value"
                  + " cannot be converted: Could not convert string 'ba' to INT32")
          .hasMessageContaining("line 1, cột / column 8\n");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 1_000, 4_000})
  void nestedQueriesAreRefusedBeforeTheyTakeTheStack(int depth) {
    assertThatThrownBy(
            () ->
                Answer.rows(
                    warehouse, "SELECT * FROM (".repeat(depth) + "SELECT 1" + ")".repeat(depth)))
        .isInstanceOf(QueryRefused.class);
  }

  @Test
  void aTextThatIsTooLongIsRefusedUnread() {
    assertThatThrownBy(() -> Answer.rows(warehouse, "SELECT " + "1 + ".repeat(30_000) + "1"))
        .isInstanceOf(QueryRefused.class)
        .hasMessageContaining("The statement has 120008 characters, at most 100000 are accepted");
  }

  @Test
  void whatIsBoundedGivesTheSameWithinItsBounds() throws Exception {
    assertThat(
            Answer.rows(
                warehouse,
                """
                SELECT repeat('ă', 3), lpad('7', 3, '0'), rpad('7', 3, '.'), replace('Hà Nội', 'à', 'a'),
                  levenshtein('Hoà', 'Hòa'), range(3), range(1, 3), range(9, 1, -4), range(5, 2),
                  generate_series(1, 3), bar(1, 0, 2, 4),
                  generate_series(DATE '2020-01-31', DATE '2020-03-31', INTERVAL 1 MONTH),
                  list_filter(range(3), lambda n: length(repeat('x', n)) > 1), 'a'.repeat(2), repeat(NULL, 2)
                """))
        .containsExactly(
            "ăăă|007|7..|Ha Nội|3|[0, 1, 2]|[1, 2]|[9, 5]|[]|[1, 2, 3]|██  |[2020-01-31T00:00,"
                + " 2020-02-29T00:00, 2020-03-29T00:00]|[2]|aa|");
  }

  @Test
  void whatMakesTheResultOfALambdaLongIsShownWithItsPlaceAndAWayOut() {
    assertThatThrownBy(
            () ->
                Answer.rows(
                    warehouse,
                    "SELECT list_transform([1],\n lambda x: x || procedure_code) FROM service"))
        .isInstanceOf(QueryRefused.class)
        .hasMessageStartingWith(
            "Kết quả của lambda phải là số, ngày, đúng/sai, hoặc văn bản ngắn từ chính biến của nó; ở đây"
                + " có cột 'procedure_code' (nếu là số, hãy viết CAST(procedure_code AS DOUBLE)): hãy dùng"
                + " unnest / What a lambda returns must be a number, a date, a truth value or a short text"
                + " of its own variable; found the column 'procedure_code' (if it is a number, write"
                + " CAST(procedure_code AS DOUBLE)): use unnest, dòng / line 2, cột / column 17");
  }
}

package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.home.DeploymentHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetExportTest {
  @TempDir static Path folder;
  private static DeploymentHome home;

  @TempDir Path target;

  @BeforeAll
  static void serve() throws Exception {
    home = new LakeFixture(folder.resolve("home")).publish("2020-08-20").home();
    Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
  }

  @Test
  void valuesKeepTheirTypes() throws Exception {
    Path file = target.resolve("kiểu 'dữ liệu'.parquet");
    ParquetExport.run(
        home,
        """
        SELECT DATE '2020-08-20' AS day, TIMESTAMP '2020-08-20 01:30:00.25' AS time, 7::BIGINT AS big,
          12345678901234567890123::HUGEINT AS huge, 1.50::DECIMAL(9, 2) AS money, 0.1::DOUBLE AS rate,
          true AS yes, 'Đắk Lắk' AS name, [1, NULL] AS list, {'a': DATE '2020-08-20', 'b': ['x']} AS struct,
          [170141183460469231731687303715::HUGEINT] AS huges, NULL::INTEGER AS nothing; -- a remark
        """,
        file);
    assertThat(described(file))
        .containsExactly(
            "day DATE",
            "time TIMESTAMP",
            "big BIGINT",
            // Parquet has no such integer: the decimal has all of its digits.
            "huge DECIMAL(38,0)",
            "money DECIMAL(9,2)",
            "rate DOUBLE",
            "yes BOOLEAN",
            "name VARCHAR",
            "list INTEGER[]",
            "struct STRUCT(a DATE, b VARCHAR[])",
            "huges DECIMAL(38,0)[]",
            "nothing INTEGER");
    assertThat(read(file, "SELECT * FROM $"))
        .containsExactly(
            "2020-08-20|2020-08-20 01:30:00.25|7|12345678901234567890123|1.50|0.1|true|Đắk Lắk"
                + "|[1, NULL]|{'a': 2020-08-20, 'b': [x]}|[170141183460469231731687303715]|");
  }

  @Test
  void namesThatStandTwiceAreToldApartAndOrderIsKept() throws Exception {
    Path file = target.resolve("a.parquet");
    ParquetExport.run(
        home, "SELECT n AS a, sum(n) AS a FROM range(3) AS t(n) GROUP BY n ORDER BY n DESC", file);
    assertThat(described(file)).containsExactly("a BIGINT", "a_1 DECIMAL(38,0)");
    assertThat(read(file, "SELECT * FROM $")).containsExactly("2|2", "1|1", "0|0");
  }

  @Test
  void noRowsAreAFileWithColumns() throws Exception {
    Path file = target.resolve("a.parquet");
    ParquetExport.run(home, "SELECT * FROM unit WHERE false", file);
    assertThat(described(file)).startsWith("unit_code VARCHAR", "unit_name VARCHAR");
    assertThat(read(file, "SELECT count(*) FROM $")).containsExactly("0");
  }

  @Test
  void aMillionRowsInOrder() throws Exception {
    Path file = target.resolve("a.parquet");
    ParquetExport.run(
        home,
        "SELECT n, 'Sở ' || n AS name, sum(n) OVER (ORDER BY n DESC) AS total"
            + " FROM range(1000000) AS t(n) ORDER BY n DESC",
        file);
    assertThat(
            read(
                file,
                "SELECT count(*), sum(n), max(total), bool_and(n = 999999 - place) FROM"
                    + " (SELECT *, row_number() OVER () - 1 AS place FROM $)"))
        .containsExactly("1000000|499999500000|499999500000|true");
  }

  @Test
  void whatStoodThereIsReplacedAndCannotBeRead() throws Exception {
    Path file = target.resolve("a.parquet");
    Files.writeString(file, "a\nsecret\n");
    assertThatThrownBy(
            () -> ParquetExport.run(home, "SELECT * FROM read_csv('" + file + "')", file))
        .isInstanceOf(QueryRefused.class);
    ParquetExport.run(home, "SELECT 1 AS a", file);
    assertThat(read(file, "SELECT * FROM $")).containsExactly("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM read_csv('%s/secret.csv')",
        "FROM '%s/secret.csv'",
        "FROM read_text('%s/secret.csv')",
        "FROM glob('%s/*')",
        "FROM query('FROM read_csv(''%s/secret.csv'')')",
        "SELECT getenv('HOME')",
      })
  void selectsReachNothingOutside(String sql) {
    assertThatThrownBy(
            () -> ParquetExport.run(home, sql.formatted(folder), target.resolve("a.parquet")))
        .isInstanceOf(QueryRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1) TO '/tmp/evil.parquet'; --",
        "SELECT 1'); COPY (SELECT 1) TO '/tmp/evil.parquet",
        "SELECT 1; SELECT 2",
        "COPY (SELECT 1) TO '/tmp/evil.parquet'",
        "DROP VIEW unit",
        "WITH gone AS (DELETE FROM internal.run RETURNING *) SELECT * FROM gone",
      })
  void nothingButOneSelectIsRun(String sql) {
    Path file = target.resolve("a.parquet");
    assertThatThrownBy(() -> ParquetExport.run(home, sql, file)).isInstanceOf(QueryRefused.class);
    assertThat(file).doesNotExist();
  }

  @Test
  void anErrorIsPlacedInTheTextThatWasWritten() {
    Path file = target.resolve("a.parquet");
    assertThatThrownBy(() -> ParquetExport.run(home, "SELECT 1,\n unit_nam FROM unit", file))
        .isInstanceOf(QueryFailed.class)
        .hasMessageContaining("unit_name")
        .hasMessageEndingWith("\ndòng / line 2, cột / column 2\n   unit_nam FROM unit\n   ^");
    assertThatThrownBy(
            () ->
                ParquetExport.run(
                    home, "SELECT CAST(name AS INT) FROM (SELECT 'ba' AS name)", file))
        .isInstanceOf(QueryFailed.class)
        .hasMessageContaining("Could not convert string 'ba' to INT32");
  }

  @Test
  void oneWithoutEndIsStopped() throws Exception {
    ServedFile served = ParquetExport.served(home);
    long started = System.nanoTime();
    assertThatThrownBy(
            () ->
                Warehouse.exportParquet(
                    served,
                    Select.of("FROM range(100000000000000)"),
                    Duration.ofMillis(200),
                    new Cancellation(),
                    target.resolve("a.parquet")))
        .isInstanceOf(QueryStopped.class);
    // A second after its limit, and what opening takes beside other tests.
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(2500));
  }

  private static List<String> described(Path file) throws Exception {
    return read(file, "SELECT column_name || ' ' || column_type FROM (DESCRIBE FROM $)");
  }

  /** With a DuckDB of its own: {@code $} is the file. */
  private static List<String> read(Path file, String sql) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                sql.replace("$", "read_parquet(" + SqlText.literal(file.toString()) + ")"))) {
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          String value = result.getString(i);
          values.add(value == null ? "" : value);
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }
}

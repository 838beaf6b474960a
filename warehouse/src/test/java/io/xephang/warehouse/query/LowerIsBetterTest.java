package io.xephang.warehouse.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Saved queries that compare with a target, for an indicator of which less is better. No target
 * that is shipped is of such a one, so the surface is made up here: at most 10 % overdue by the end
 * of 2020; A has 5 %, B 10 %, C 12 of 100.
 */
class LowerIsBetterTest {
  private static final String SURFACE =
      """
      CREATE TABLE indicator AS
        SELECT 'overdue_open_rate' AS indicator, 'Quá hạn' AS name_vi,
          'lower_is_better' AS direction;
      CREATE TABLE target AS
        SELECT 'overdue_open_rate' AS indicator, 0.1 AS target, DATE '2020-12-31' AS due,
          'QĐ 1' AS legal_basis;
      CREATE TABLE ranked AS
        SELECT * FROM (VALUES
          (1, 1, 'A', 'Đơn vị A', 5, 100, 0.05),
          (2, 2, 'B', 'Đơn vị B', 10, 100, 0.1),
          (3, 3, 'C', 'Đơn vị C', 12, 100, 0.12))
          AS t(rank, serial, unit_code, unit_name, numerator, denominator, value);
      CREATE MACRO ranking_at(
        indicator, as_of, peer_group := 'province', basis := 'computed', period_type := NULL)
        AS TABLE SELECT * FROM ranked;
      CREATE TABLE indicator_value AS
        SELECT unit_code, 'digitised_rate' AS indicator, 'computed' AS basis,
          'year' AS period_type, DATE '2020-01-01' AS period_start,
          DATE '2020-12-31' AS period_end, 1 AS numerator, 2000 AS denominator, 0.0 AS value
        FROM ranked
        UNION ALL
        SELECT unit_code, 'overdue_open_rate', 'computed', 'as_of', DATE '2020-08-31',
          DATE '2020-08-31', numerator, denominator, value
        FROM ranked;
      """;

  @Test
  void belowTargetAreThoseThatHaveMoreThanTheTargetAndByHowMuch() throws Exception {
    assertThat(rows("below_target", "unit_code, distance_in_points, missing"))
        .containsExactly("C|2.00|2");
  }

  @Test
  void commendableAreThoseThatHaveNoMoreThanTheTarget() throws Exception {
    assertThat(rows("commendable_units", "unit_code, value")).containsExactly("A|0.05", "B|0.10");
  }

  @Test
  void thePaceIsDownwardsWhereTheTargetIsNotReached() throws Exception {
    assertThat(rows("pace_to_target", "value, points_a_month")).containsExactly("0.12|-0.5");
  }

  private static List<String> rows(String query, String columns) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(SURFACE);
      List<String> rows = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery("SELECT " + columns + " FROM (" + text(query) + ")")) {
        while (row.next()) {
          rows.add(row.getString(1) + "|" + row.getString(2) + third(row));
        }
      }
      return rows;
    }
  }

  private static String third(ResultSet row) throws SQLException {
    return row.getMetaData().getColumnCount() > 2 ? "|" + row.getString(3) : "";
  }

  /** With what the parameters stand for written in. */
  private static String text(String query) throws IOException {
    try (InputStream file =
        LowerIsBetterTest.class.getResourceAsStream(
            "/io/xephang/warehouse/query/" + query + ".sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .replace("$indicator", "'overdue_open_rate'")
          .replace("$as_of", "DATE '2020-08-31'")
          .replace("$peer_group", "'province'")
          .replace("$basis", "'computed'")
          .replace("$at_least", "1000")
          .replace("$unit", "'C'");
    }
  }
}

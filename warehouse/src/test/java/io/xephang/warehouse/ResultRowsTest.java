package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How values of every type that a query can have leave the house. */
class ResultRowsTest {
  private static final String SELECT =
      """
      SELECT * FROM (VALUES
        (1, 'Bộ Văn hóa, Thể thao và Du lịch', 0.1, 1e-7, DATE '2020-08-20',
          TIMESTAMP '2020-08-20 01:30:00', true, 12345678901234567890123::HUGEINT, 1.50::DECIMAL(9, 2)),
        (2, 'nói "được"', 'nan'::DOUBLE, 1e22, NULL, NULL, false, NULL, NULL),
        (3, '', NULL, -0.5, NULL, TIMESTAMP '2020-08-20 01:30:00.25', NULL, 0, 0))
      AS t(id, name, rate, tiny, day, time, yes, huge, money)
      ORDER BY id
      """;

  private static final String NESTED =
      "SELECT [1, NULL] AS list, {'a': DATE '2020-08-20', 'b': ['x']} AS struct,"
          + " MAP {'k': 0.5::DOUBLE} AS map, INTERVAL 3 DAY AS span, 'ab'::BLOB AS bytes,"
          + " TIME '01:02:00' AS time";

  @TempDir static Path folder;
  private static Warehouse warehouse;

  @BeforeAll
  static void open() throws Exception {
    warehouse = new LakeFixture(folder).publish("2020-08-20").open();
  }

  @AfterAll
  static void close() throws Exception {
    warehouse.close();
  }

  @Test
  void csv() throws Exception {
    StringWriter out = new StringWriter();
    warehouse.select(SELECT, new CsvRows(out));
    assertThat(out)
        .hasToString(
            """
            id,name,rate,tiny,day,time,yes,huge,money
            1,"Bộ Văn hóa, Thể thao và Du lịch",0.1,0.0000001,2020-08-20,2020-08-20T01:30:00,true,12345678901234567890123,1.50
            2,"nói ""được""\",NaN,10000000000000000000000,,,false,,
            3,,,-0.5,,2020-08-20T01:30:00.25,,0,0.00
            """);
  }

  @Test
  void json() throws Exception {
    StringWriter out = new StringWriter();
    warehouse.select(SELECT, new JsonRows(out));
    assertThat(out)
        .hasToString(
            """
            [
            {"id":1,"name":"Bộ Văn hóa, Thể thao và Du lịch","rate":0.1,"tiny":0.0000001,"day":"2020-08-20","time":"2020-08-20T01:30:00","yes":true,"huge":12345678901234567890123,"money":1.50}
            ,{"id":2,"name":"nói \\"được\\"","rate":"NaN","tiny":10000000000000000000000,"day":null,"time":null,"yes":false,"huge":null,"money":null}
            ,{"id":3,"name":"","rate":null,"tiny":-0.5,"day":null,"time":"2020-08-20T01:30:00.25","yes":null,"huge":0,"money":0.00}
            ]
            """);
  }

  @Test
  void nestedValues() throws Exception {
    StringWriter json = new StringWriter();
    warehouse.select(NESTED, new JsonRows(json));
    assertThat(json)
        .hasToString(
            """
            [
            {"list":[1,null],"struct":{"a":"2020-08-20","b":["x"]},"map":{"k":0.5},"span":"3 days","bytes":"6162","time":"01:02:00"}
            ]
            """);
    StringWriter csv = new StringWriter();
    warehouse.select("SELECT [1, NULL] AS list", new CsvRows(csv));
    assertThat(csv).hasToString("list\n\"[1,null]\"\n");
  }

  @Test
  void noRows() throws Exception {
    StringWriter json = new StringWriter();
    warehouse.select("SELECT 1 AS a WHERE false", new JsonRows(json));
    assertThat(json).hasToString("[]\n");
    StringWriter csv = new StringWriter();
    warehouse.select("SELECT 1 AS a WHERE false", new CsvRows(csv));
    assertThat(csv).hasToString("a\n");
  }
}

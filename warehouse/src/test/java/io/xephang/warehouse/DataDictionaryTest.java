package io.xephang.warehouse;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that people can select from is described, and nothing else is. */
class DataDictionaryTest {
  private static final DataDictionary DICTIONARY = DataDictionary.shipped();

  @TempDir static Path folder;
  private static LakeFixture lake;
  private static Warehouse warehouse;

  @BeforeAll
  static void open() throws Exception {
    lake = new LakeFixture(folder).publish("2020-08-20");
    warehouse = lake.open();
  }

  @AfterAll
  static void close() throws Exception {
    warehouse.close();
  }

  @Test
  void everyViewAndMacroOfTheServedDatabaseIsDescribed() throws Exception {
    List<String> served =
        warehouse.list(SqlText.of("surface.sql"), row -> row.getString(1).replaceAll("\\(.*", ""));
    assertThat(DICTIONARY.relations().stream().map(DescribedRelation::name).sorted())
        .as("described in views/*.yaml and macros/*.yaml, against what there is to select from")
        .containsExactlyElementsOf(served.stream().sorted().toList());
  }

  @Test
  void theColumnsThatAreDescribedAreThoseThatThereAre() throws Exception {
    for (DescribedRelation relation : DICTIONARY.relations()) {
      assertThat(relation.columns().stream().map(DescribedColumn::name))
          .as("columns described of %s, in order, against those it has", relation.name())
          .containsExactlyElementsOf(
              warehouse.list(
                  "DESCRIBE FROM " + relation.call(), row -> row.getString("column_name")));
    }
  }

  @Test
  void theParametersThatAreDescribedAreThoseOfTheMacros() {
    for (DescribedRelation relation : DICTIONARY.relations()) {
      if (relation.isMacro()) {
        String sql = SqlText.of("macros/" + relation.name() + ".sql");
        String signature = sql.substring(sql.indexOf('(') + 1, sql.indexOf(") AS TABLE")).strip();
        assertThat(
                relation.parameters().stream()
                    .map(
                        parameter ->
                            parameter.name()
                                + parameter.defaultValue().map(value -> " := " + value).orElse(""))
                    .collect(joining(", ")))
            .as("parameters and defaults described of %s, against its SQL", relation.name())
            .isEqualTo(signature);
      }
    }
  }

  /** Only so can a column of a result be formatted by its name. */
  @Test
  void aNumberOfOneNameCountsInTheSameWherever() throws Exception {
    assertThat(
            Answer.rows(
                warehouse,
                "SELECT column_name FROM dictionary WHERE part = 'column'"
                    + " AND type IN ('INTEGER', 'BIGINT', 'DOUBLE') GROUP BY column_name"
                    + " HAVING count(DISTINCT coalesce(measure, '')) > 1"))
        .isEmpty();
    assertThat(
            Answer.rows(
                warehouse,
                "SELECT DISTINCT column_name FROM dictionary WHERE measure = 'fraction' ORDER BY ALL"))
        .containsExactly(
            "difference",
            "distance_to_target",
            "mean_rate",
            "pooled_rate",
            "printed_rate",
            "recomputed_value",
            "target",
            "value");
  }

  @Test
  void onlyNumbersHaveAMeasure() throws Exception {
    assertThat(
            Answer.rows(
                warehouse,
                "SELECT DISTINCT type FROM dictionary WHERE measure IS NOT NULL ORDER BY type"))
        .containsExactly("BIGINT", "DOUBLE");
  }

  @Test
  void theDictionaryIsAView() throws Exception {
    assertThat(
            Answer.rows(
                warehouse,
                "SELECT part, column_name, type, default_value, measure, description_vi,"
                    + " description_en FROM dictionary WHERE view_name = 'trend' AND place IN (0, 1, 3, 14)"
                    + " ORDER BY place"))
        .containsExactly(
            "macro|||||Chuỗi giá trị của một đơn vị theo thời gian, có đánh dấu nơi định nghĩa thay"
                + " đổi.|The series of one unit over time, marked where the definition changed.",
            "parameter|indicator||||Chỉ số, như 'level4_rate'|Indicator, such as 'level4_rate'",
            "parameter|basis||'computed'||computed hoặc reported|computed or reported",
            "column|value|DOUBLE||fraction|Tỉ lệ|The rate");
    assertThat(
            Answer.rows(
                warehouse,
                "SELECT view_name, column_name FROM dictionary WHERE part = 'column' AND type IS NULL"))
        .as("columns whose type is not known")
        .isEmpty();
  }

  @Test
  void theServedDatabaseCarriesTheDictionaryAsComments() throws Exception {
    String database =
        lake.home().serving().resolve(new ServingFolder(lake.home()).current().orElseThrow())
            + ".duckdb";
    List<String> bare = new ArrayList<>();
    String comment;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("ATTACH " + SqlText.literal(database) + " AS served (READ_ONLY)");
      try (ResultSet row =
          statement.executeQuery(
              "SELECT table_name || '.' || column_name FROM duckdb_columns() WHERE"
                  + " database_name = 'served' AND schema_name = 'main' AND comment IS NULL"
                  + " UNION ALL SELECT view_name FROM duckdb_views() WHERE database_name = 'served'"
                  + " AND schema_name = 'main' AND NOT internal AND comment IS NULL"
                  + " UNION ALL SELECT function_name FROM duckdb_functions() WHERE database_name ="
                  + " 'served' AND schema_name = 'main' AND NOT internal AND comment IS NULL")) {
        while (row.next()) {
          bare.add(row.getString(1));
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              "SELECT comment FROM duckdb_columns() WHERE database_name = 'served' AND schema_name ="
                  + " 'main' AND table_name = 'unit' AND column_name = 'region'")) {
        row.next();
        comment = row.getString(1);
      }
    }
    assertThat(bare).as("without a comment").isEmpty();
    assertThat(comment).isEqualTo("Vùng kinh tế của tỉnh / Economic region of a province");
  }
}

package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.xephang.home.DeploymentHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What analysts must not be able to do. In {@code gate/escapes.csv} stand for: {@code $OUT} a
 * folder that is nobody's business, {@code $HOME} the deployment, {@code $FILE} a published Parquet
 * file.
 */
class EscapesTest {
  @TempDir static Path folder;
  private static DeploymentHome home;
  private static Path published;
  private static Warehouse warehouse;
  private static Map<String, String> before;

  @BeforeAll
  static void serve() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("secret.csv"), "a\n1\n");
    Files.writeString(out.resolve("secret.json"), "{\"a\":1}\n");
    Files.createSymbolicLink(out.resolve("link.csv"), out.resolve("secret.csv"));
    LakeFixture lake =
        new LakeFixture(folder.resolve("home"))
            .with(
                "unit",
                "unit_code, unit_name, full_name, kind, listed",
                "('H47', 'Quảng Nam', 'Tỉnh Quảng Nam', 'province', true)")
            .with(
                "service",
                "unit_code, scope_code, snapshot_date, procedure_code, written_code,"
                    + " eligible_level4, on_national_portal, run_by_ministry, has_fee, file",
                "('H47', 'H47', '2020-08-20', '1.000002', '1.000002', false, false, false, false,"
                    + " 'catalogs/2020-08-20/b.csv')")
            .publish("2020-08-20");
    home = lake.home();
    Files.createSymbolicLink(home.lake().resolve("link.csv"), out.resolve("secret.csv"));
    published = home.lake().resolve("service/data/part=VN/0-0.parquet");
    Files.writeString(home.folder().resolve("catalog/other"), "x");
    warehouse = lake.open();
    before = contents();
  }

  @AfterAll
  static void close() throws Exception {
    warehouse.close();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "gate/escapes.csv", numLinesToSkip = 1, maxCharsPerColumn = 10_000)
  void noneGetsThrough(String sql, String failsWithoutGate, String why) throws Exception {
    assertThatThrownBy(() -> Answer.rows(warehouse, placed(sql)))
        .as(why)
        .isInstanceOf(QueryRefused.class);
    assertThat(contents()).as("nothing was written").isEqualTo(before);
    assertThat(Answer.rows(warehouse, "SELECT unit_name FROM unit"))
        .as("the next query is answered")
        .containsExactly("Quảng Nam");
  }

  /** The gate is one layer. What it might overlook, the settings of the database refuse. */
  @ParameterizedTest
  @CsvFileSource(resources = "gate/escapes.csv", numLinesToSkip = 1, maxCharsPerColumn = 10_000)
  void whatTouchesFilesOrWritesFailsWithoutTheGateToo(
      String sql, String failsWithoutGate, String why) throws Exception {
    if (!failsWithoutGate.equals("yes")) {
      return;
    }
    ServingFolder serving = new ServingFolder(home);
    String name = serving.current().orElseThrow();
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:duckdb:" + serving.database(name),
                ReadOnlySettings.reading(serving.database(name), serving.filesOf(name)));
        Statement statement = connection.createStatement()) {
      runToTheEnd(statement, sql, why);
    }
    assertThat(contents()).as("nothing was written").isEqualTo(before);
  }

  private static void runToTheEnd(Statement statement, String sql, String why) {
    try {
      if (statement.execute(placed(sql))) {
        try (ResultSet rows = statement.getResultSet()) {
          rows.next();
        }
      }
    } catch (SQLException e) {
      return;
    }
    fail("without the gate this gets through: " + why);
  }

  private static String placed(String sql) {
    return sql.replace("$OUT", folder.resolve("out").toString())
        .replace("$HOME", home.folder().toString())
        .replace("$FILE", published.toString());
  }

  /** Every file below the folder with what it holds. */
  private static Map<String, String> contents() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        files.put(
            path.toString(),
            Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                ? Files.size(path) + " " + Files.getLastModifiedTime(path)
                : "");
      }
    }
    return files;
  }
}

package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.warehouse.query.QueryParameter;
import io.xephang.warehouse.query.SavedQueries;
import io.xephang.warehouse.query.SavedQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code xephang query} on a small served database. */
class SavedQueryCommandTest {
  @TempDir static Path folder;
  private static DeploymentHome home;
  private final CapturedCli cli = new CapturedCli(home, Optional.empty());

  @BeforeAll
  static void serve() throws Exception {
    home = new DeploymentHome(folder.resolve("home"));
    new SmallLake(home).serve(1);
  }

  @Test
  void listNamesEveryQuery() {
    assertThat(cli.run("query", "list")).isZero();
    assertThat(cli.out().lines().filter(line -> !line.startsWith(" ")))
        .containsExactlyElementsOf(SavedQueries.names());
    assertThat(cli.out())
        .contains(
            """
            overdue_dossiers
                Từng hồ sơ quá hạn / Overdue dossiers one by one
                unit=… [as_of=publication] [limit=1000]
            """);
  }

  @Test
  void showTellsParametersAndSql() {
    assertThat(cli.run("query", "show", "late_deliverers")).isZero();
    assertThat(cli.out())
        .startsWith("late_deliverers\n\nĐơn vị chậm gửi dữ liệu\nWho has not delivered yet\n")
        .contains("Văn bản / Asked by: Công văn 3485/BTTTT-THH")
        .contains(
            """
            --param [feed=…]
                Loại dữ liệu; mặc định tất cả / Feed; by default all
                catalogs, reports, dossiers
            """)
        .contains("FROM coverage\n")
        .doesNotContain("/*");
  }

  @Test
  void aQueryIsAskedWithItsParameters() {
    int exitCode =
        cli.run("query", "online_dossiers_by_year", "-p", "unit=thừa thiên HUẾ", "--format=csv");
    assertThat(exitCode).isZero();
    assertThat(cli.out())
        .isEqualTo("year,basis,numerator,denominator,value,printed_value,data_date\n");
    assertThat(
            cli.run(
                "query",
                "overdue_dossiers",
                "--param",
                "unit=H57",
                "--param=limit=1",
                "--format=csv"))
        .isZero();
    assertThat(cli.out())
        .isEqualTo(
            """
            dossier_code,unit_code,procedure_code,status,received,due,days_late
            H57-1,H57,1.000001,2,2020-08-03,2020-08-10,10
            """);
  }

  @Test
  void ratesOfATableAreAsAnAnnexPrintsThem() {
    String[] history = {"query", "history", "--param=unit=H57", "--param=basis=reported"};
    assertThat(cli.run(history)).isZero();
    assertThat(cli.out()).contains("| 54,53% |").doesNotContain("0.5453");
    String[] csv = Arrays.copyOf(history, history.length + 1);
    csv[history.length] = "--format=csv";
    assertThat(cli.run(csv)).isZero();
    assertThat(cli.out()).as("programs read numbers").contains(",0.5453,");
    assertThat(cli.run("sql", "SELECT value FROM trend('level4_rate', 'H57', basis := 'reported')"))
        .isZero();
    assertThat(cli.out()).as("of a SELECT of one's own").contains("| 0.5453 |");
  }

  @Test
  void whereThereAreNoRowsThatIsSaid(@TempDir Path other) throws Exception {
    assertThat(cli.run("query", "online_dossiers_by_year", "--param=unit=H57")).isZero();
    assertThat(cli.err()).isEqualTo("online_dossiers_by_year: không có dòng nào / no rows\n");
    assertThat(cli.run("query", "overdue_dossiers", "--param=unit=H57")).isZero();
    assertThat(cli.err()).as("there are rows").isEmpty();

    DeploymentHome without = new DeploymentHome(other);
    new SmallLake(without).withoutDossiers().serve(1);
    CapturedCli nothing = new CapturedCli(without, Optional.empty());
    for (String query : List.of("online_dossiers_by_year", "overdue_dossiers", "idle_level4")) {
      assertThat(nothing.run("query", query, "--param=unit=H57")).as(query).isZero();
      assertThat(nothing.err())
          .isEqualTo(
              query
                  + ": không có dòng nào; chưa có hồ sơ nào được tính / no rows; no dossiers are counted"
                  + " yet\n");
    }
    assertThat(
            nothing.run(
                "query",
                "history",
                "-p",
                "unit=H57",
                "-p",
                "indicator=online_dossier_rate",
                "-p",
                "basis=reported"))
        .as(nothing.err())
        .isZero();
    assertThat(nothing.err())
        .as("of reports dossiers say nothing")
        .isEqualTo("history: không có dòng nào / no rows\n");
    assertThat(nothing.run("query", "changed_services", "-p", "unit=H57", "-p", "since=2020-07-31"))
        .as(nothing.err())
        .isZero();
    assertThat(nothing.err())
        .as("of services dossiers say nothing")
        .isEqualTo("changed_services: không có dòng nào / no rows\n");
  }

  @Test
  void whatIsWrongIsWrongUsage() {
    assertThat(cli.run("query", "below")).isEqualTo(2);
    assertThat(cli.err()).contains("there is no such query; headline_of_letter, below_target");
    assertThat(cli.run("query", "show", "below")).isEqualTo(2);
    assertThat(cli.run("query")).isEqualTo(2);
    assertThat(cli.err()).contains("expected the name of a query");
    assertThat(cli.run("query", "history")).isEqualTo(2);
    assertThat(cli.err()).contains("--param unit=…: thiếu / missing");
    assertThat(cli.run("query", "history", "--param", "unit")).isEqualTo(2);
    assertThat(cli.run("query", "movers", "--param", "limit=many")).isEqualTo(2);
    assertThat(cli.err()).contains("--param limit=many: cần / expected");
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void aWorkbookSaysWhichQueryItIs() throws Exception {
    Path file = folder.resolve("a.xlsx");
    assertThat(
            cli.run("query", "movers", "--param=limit=3", "--format=xlsx", "-o", file.toString()))
        .isZero();
    assertThat(ResultWorkbookTest.lines(file, "Thông tin"))
        .contains(
            "Truy vấn / Query | Đơn vị thay đổi nhiều nhất / Who moved most",
            "Tham số / Parameter as_of | 2020-08-20",
            "Tham số / Parameter limit | 3")
        .anyMatch(line -> line.startsWith("Chỉ số / Indicator level4_rate | "));
  }

  /** Of the forms that are written in different ways; texts differ by their sink alone. */
  @Test
  void everyQueryHasAsManyRowsAsTextAsAWorkbookAndAsParquet() throws Exception {
    for (SavedQuery query : SavedQueries.all()) {
      ask(query, "csv");
      long rows = cli.out().lines().count() - 1;
      Path xlsx = folder.resolve(query.name() + ".xlsx");
      ask(query, "xlsx", "-o", xlsx.toString());
      assertThat(ResultWorkbookTest.lines(xlsx, "Kết quả"))
          .as("xlsx of %s", query.name())
          .hasSize((int) rows + 1);
      Path parquet = folder.resolve(query.name() + ".parquet");
      ask(query, "parquet", "-o", parquet.toString());
      assertThat(rowsIn(parquet)).as("parquet of %s", query.name()).isEqualTo(rows);
      Files.delete(xlsx);
      Files.delete(parquet);
    }
  }

  private void ask(SavedQuery query, String format, String... more) {
    List<String> arguments = new ArrayList<>(List.of("query", query.name(), "--format", format));
    for (QueryParameter parameter : query.parameters()) {
      if (!parameter.optional() && parameter.defaultValue().isEmpty()) {
        String value = parameter.name().equals("unit") ? "H57" : "2020-07-31";
        arguments.add("--param=" + parameter.name() + "=" + value);
      }
    }
    arguments.addAll(List.of(more));
    assertThat(cli.run(arguments.toArray(new String[0])))
        .as("%s: %s", arguments, cli.err())
        .isZero();
  }

  private static long rowsIn(Path parquet) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM '" + parquet + "'")) {
      count.next();
      return count.getLong(1);
    }
  }
}

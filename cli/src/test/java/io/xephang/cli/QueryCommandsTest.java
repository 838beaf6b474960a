package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.RunRecord;
import io.xephang.home.RunRecords;
import io.xephang.home.RunStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that only read, on a small served database. */
class QueryCommandsTest {
  @TempDir static Path folder;
  private static DeploymentHome home;
  private final CapturedCli cli = new CapturedCli(home, Optional.empty());

  @BeforeAll
  static void serve() throws Exception {
    home = new DeploymentHome(folder.resolve("home"));
    new SmallLake(home).serve(1);
  }

  @Test
  void sqlAsATable() {
    int exitCode =
        cli.run(
            "sql",
            "SELECT unit_name, value, numerator, NULL AS nothing FROM ranking"
                + " WHERE peer_group = 'province' AND period_type = 'as_of' ORDER BY basis");
    assertThat(cli.out())
        .isEqualTo(
            """
            +----------------+--------------------+-----------+---------+
            | unit_name      | value              | numerator | nothing |
            +----------------+--------------------+-----------+---------+
            | Thừa Thiên Huế | 0.3333333333333333 |         1 |         |
            | Thừa Thiên Huế |             0.5453 |           |         |
            +----------------+--------------------+-----------+---------+
            (2 dòng / rows)
            """);
    assertThat(cli.err()).isEmpty();
    assertThat(exitCode).isZero();
  }

  @Test
  void sqlAsCsvAndJson() {
    assertThat(cli.run("sql", "SELECT as_of FROM publication", "--format", "csv")).isZero();
    assertThat(cli.out()).isEqualTo("as_of\n2020-08-20\n");
    assertThat(cli.run("sql", "SELECT as_of FROM publication", "--format=json")).isZero();
    assertThat(cli.out()).isEqualTo("[\n{\"as_of\":\"2020-08-20\"}\n]\n");
    assertThat(cli.run("sql", "SELECT as_of FROM publication", "--format=ndjson")).isZero();
    assertThat(cli.out()).isEqualTo("{\"as_of\":\"2020-08-20\"}\n");
    assertThat(cli.run("sql", "SELECT 0.5 AS a, 'Đ' AS b", "--format", "excel-csv")).isZero();
    assertThat(cli.out()).isEqualTo("\uFEFFa;b\r\n0,5;Đ\r\n");
    assertThat(cli.run("sql", "SELECT 1", "--format", "excel")).isEqualTo(2);
    assertThat(cli.err())
        .contains("'--format'")
        .contains("expected one of table, csv, excel-csv, json, ndjson, parquet, xlsx; 'excel'");
  }

  @Test
  void rejectedRowsAreListed() {
    assertThat(cli.run("quarantine", "list")).isZero();
    assertThat(cli.out())
        .contains("catalogs/2020-08-20/h57.csv")
        .contains("Mức độ dịch vụ công không hợp lệ")
        .contains("(1 dòng / rows)");
    assertThat(cli.run("quarantine", "list", "--sender", "G18", "--format", "csv")).isZero();
    assertThat(cli.out()).isEqualTo("file,position,reason,reason_vi,detail,remedy_vi,sender,raw\n");
    assertThat(cli.run("quarantine")).isEqualTo(2);
  }

  @Test
  void onATerminalLongTextsAreCutAndSaidToBe() throws Exception {
    CapturedCli terminal = new CapturedCli(home, 120);
    assertThat(terminal.run("quarantine", "list")).isZero();
    assertThat(terminal.out())
        .contains("| catalogs/2020-08-20/h57.csv |", "| bad_level", "… |")
        .endsWith(
            "(1 dòng / rows)\nÔ có dấu … bị cắt cho vừa màn hình; xem đủ: --format csv / Cells with …"
                + " are cut to fit the screen; in full: --format csv\n");
    assertThat(cli.run("quarantine", "list")).isZero();
    assertThat(cli.out()).as("to another program").doesNotContain("…");
    Path file = folder.resolve("whole.txt");
    assertThat(terminal.run("quarantine", "list", "-o", file.toString())).isZero();
    assertThat(file).as("in a file").hasContent(cli.out());
    Files.delete(file);
    assertThat(terminal.run("quarantine", "list", "--format", "csv")).isZero();
    assertThat(terminal.out()).as("as CSV").doesNotContain("…");
  }

  @Test
  void onATerminalNumbersAndCodesStayWhole() {
    CapturedCli terminal = new CapturedCli(home, 60);
    String select =
        "SELECT 123456789012345678901234567890 AS n, '000.00.16.H47-200801-0001' AS code,"
            + " 'Sở Thông tin và Truyền thông' AS name, [100000001, 100000002, 100000003] AS list,"
            + " 'Hồ sơ Quảng Nam, ngày 20 tháng 8.ndjson' AS file";
    assertThat(terminal.run("sql", select)).isZero();
    assertThat(terminal.out())
        .startsWith(
            """
            +--------------------------------+---------------------------+----------------------+--------------+-----------------------------------------+
            | n                              | code                      | name                 | list         | file                                    |
            +--------------------------------+---------------------------+----------------------+--------------+-----------------------------------------+
            | 123456789012345678901234567890 | 000.00.16.H47-200801-0001 | Sở Thông tin và Tru… | [100000001,… | Hồ sơ Quảng Nam, ngày 20 tháng 8.ndjson |
            """);
    assertThat(terminal.run("sql", "SELECT 'Sở Thông tin và Truyền thông' AS name")).isZero();
    assertThat(terminal.out()).as("it fits").contains("Truyền thông |").doesNotContain("…");
  }

  @Test
  void aSenderIsNamedAsAnyUnitIs() {
    for (String written :
        new String[] {"H57", "h57", "000.00.00.H57", "thừa thiên HUẾ", "Tỉnh Thừa Thiên Huế"}) {
      assertThat(cli.run("quarantine", "list", "--sender", written)).as(written).isZero();
      assertThat(cli.out()).as(written).contains("h57.csv").contains("(1 dòng / rows)");
      assertThat(cli.err()).as(written).isEmpty();
    }
    for (String written : new String[] {"G18", "Bộ Y tế"}) {
      assertThat(cli.run("quarantine", "list", "--sender", written)).as(written).isZero();
      assertThat(cli.out()).as(written).contains("(0 dòng / rows)");
      assertThat(cli.err())
          .as(written)
          .isEqualTo("G18 Bộ Y tế: không có dòng nào bị loại / no row was rejected\n");
    }
    assertThat(cli.run("quarantine", "list", "--sender", "khong-ro")).isZero();
    assertThat(cli.err()).isEqualTo("khong-ro: không có dòng nào bị loại / no row was rejected\n");
    assertThat(cli.run("quarantine", "list", "--sender", "H57", "--reason", "bad_date")).isZero();
    assertThat(cli.err()).as("others of its rows were rejected").isEmpty();
  }

  @Test
  void whoIsNoSenderIsRefused() {
    for (String written : new String[] {"Thua Thien", "H99"}) {
      assertThat(cli.run("quarantine", "list", "--sender", written)).as(written).isEqualTo(2);
      assertThat(cli.err())
          .contains(written + ": không có đơn vị này / there is no such unit; gần giống / like it")
          .contains("H57 Thừa Thiên Huế");
      assertThat(cli.out()).isEmpty();
    }
    assertThat(cli.run("quarantine", "list", "--sender", "H57.08")).isEqualTo(2);
    assertThat(cli.err())
        .contains("senders are ministries and provinces, give: H57 Thừa Thiên Huế");
    assertThat(cli.run("quarantine", "list", "--sender", "Cả nước")).isEqualTo(2);
    assertThat(cli.err()).contains("VN Cả nước: ").contains("give: H47, G18 …");
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void eachSenderIsToldWhatToMend(@TempDir Path reports) throws Exception {
    Path into = reports.resolve("bị loại");
    assertThat(cli.run("quarantine", "report", "-o", into.toString())).isZero();
    assertThat(cli.out()).isEqualTo("H57 Thừa Thiên Huế: 1 dòng / rows, 1 tệp / files\n");
    assertThat(Files.readString(into.resolve("H57.csv")))
        .startsWith("\uFEFFfile;position;reason;reason_vi;detail;remedy_vi;raw\r\ncatalogs/")
        .hasLineCount(2);
  }

  @Test
  void reportsOfAnEarlierDayAreNamedAndKept(@TempDir Path reports) throws Exception {
    String header = "\uFEFFfile;position;reason;reason_vi;detail;remedy_vi;raw\r\n";
    String earlier = header + "catalogs/2020-08-19/h43.csv;2;bad_level;;;;\r\n";
    Files.writeString(reports.resolve("H43.csv"), earlier);
    Files.writeString(reports.resolve("khong-ro.csv"), earlier);
    // Rewritten now.
    Files.writeString(reports.resolve("H57.csv"), earlier);
    // Whatever else lies there: another name, another content, a folder.
    Files.writeString(reports.resolve("H43-cũ.csv"), earlier);
    Files.writeString(reports.resolve("H43.14.csv"), earlier);
    Files.writeString(reports.resolve("h44.csv"), earlier);
    Files.writeString(reports.resolve("H45.csv"), "unit_code;unit_name\r\n");
    Files.createDirectory(reports.resolve("H46.csv"));
    assertThat(cli.run("quarantine", "report", "-o", reports.toString())).isZero();
    assertThat(cli.err())
        .endsWith(
            "\ncảnh báo / warning: còn lại từ lần trước, không còn dòng bị loại / left from an earlier"
                + " report, no rejected rows any more: H43.csv, khong-ro.csv\n");
    assertThat(Files.readString(reports.resolve("H43.csv")))
        .as("nothing is deleted")
        .isEqualTo(earlier);
    assertThat(Files.readString(reports.resolve("H57.csv"))).contains("2020-08-20/h57.csv");

    Files.delete(reports.resolve("H43.csv"));
    Files.delete(reports.resolve("khong-ro.csv"));
    assertThat(cli.run("quarantine", "report", "-o", reports.toString())).isZero();
    assertThat(cli.err()).doesNotContain("warning");
  }

  @Test
  void reportsAreAlsoNamedOnceNothingIsRejectedAtAll(@TempDir Path other) throws Exception {
    DeploymentHome mended = new DeploymentHome(other.resolve("home"));
    new SmallLake(mended).mended().serve(1);
    Path reports = Files.createDirectory(other.resolve("reports"));
    Files.writeString(
        reports.resolve("H57.csv"),
        "\uFEFFfile;position;reason;reason_vi;detail;remedy_vi;raw\r\n");
    CapturedCli clean = new CapturedCli(mended, Optional.empty());
    assertThat(clean.run("quarantine", "report", "-o", reports.toString())).isZero();
    assertThat(clean.err())
        .startsWith("Không có dòng nào bị loại / Nothing was rejected.\n")
        .endsWith("no rejected rows any more: H57.csv\n");
    Path none = other.resolve("none");
    assertThat(clean.run("quarantine", "report", "-o", none.toString())).isZero();
    assertThat(none).doesNotExist();
  }

  @Test
  void aFileAppearsWholeOrNotAtAll() throws Exception {
    Path file = folder.resolve("out.csv");
    assertThat(cli.run("sql", "SELECT 1 AS a", "--format", "csv", "-o", file.toString())).isZero();
    assertThat(file).hasContent("a\n1\n");
    assertThat(cli.out()).isEmpty();

    int exitCode =
        cli.run(
            "sql",
            "SELECT CAST(range AS VARCHAR || 'x') FROM range(9)",
            "--format",
            "csv",
            "-o",
            file.toString());
    assertThat(exitCode).isNotZero();
    assertThat(file).as("the old content stays").hasContent("a\n1\n");
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("home", "out.csv");
    }

    assertThat(cli.run("sql", "SELECT 1", "-o", folder.resolve("no/such.csv").toString()))
        .isEqualTo(2);
    assertThat(cli.err()).contains("there is no folder");
    assertThat(cli.run("sql", "SELECT 1", "-o", folder.toString())).isEqualTo(2);
    assertThat(cli.err()).contains("is a folder, expected the name of a file");
  }

  @Test
  void sqlAsParquet() throws Exception {
    Path file = folder.resolve("out.parquet");
    assertThat(cli.run("sql", "FROM publication", "--format", "parquet", "-o", file.toString()))
        .isZero();
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .startsWith("PAR1")
        .endsWith("PAR1");
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).isEqualTo("Đã ghi / Written: " + file + "\n");

    byte[] before = Files.readAllBytes(file);
    String failing = "SELECT CAST(unit_name AS INT) FROM unit";
    assertThat(cli.run("sql", failing, "--format", "parquet", "-o", file.toString())).isEqualTo(1);
    assertThat(file).as("the old content stays").hasBinaryContent(before);
    String reading = "FROM read_text('" + file + "')";
    assertThat(cli.run("sql", reading, "--format", "parquet", "-o", file.toString())).isEqualTo(2);
    assertThat(file).as("the old content stays").hasBinaryContent(before);
    assertThat(cli.run("sql", "DROP VIEW unit", "--format", "parquet", "-o", file.toString()))
        .isEqualTo(2);
    assertThat(folder.resolve("out.parquet.part")).doesNotExist();
    Files.delete(file);

    for (String format : new String[] {"parquet", "xlsx"}) {
      assertThat(cli.run("sql", "SELECT 1", "--format", format)).isEqualTo(2);
      assertThat(cli.err()).contains("--format " + format + ": cần -o FILE", "it needs -o FILE");
    }
    for (String name : new String[] {"a.xlsx", "A.PARQUET"}) {
      Path refused = folder.resolve(name);
      assertThat(cli.run("sql", "SELECT 1", "-o", refused.toString())).as(name).isEqualTo(2);
      assertThat(cli.err())
          .contains(
              "--format table không ghi tệp như vậy; hãy thêm / writes no such file; add: --format ");
      assertThat(refused).doesNotExist();
    }
    assertThat(cli.run("sql", "SELECT 1", "--raw")).isEqualTo(2);
    assertThat(cli.err()).contains("goes with --format xlsx alone");
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void annexAsAPage() {
    assertThat(cli.run("annex", "--as-of", "2020-08-31", "--format", "html")).isZero();
    assertThat(cli.out())
        .startsWith("<!DOCTYPE html>\n<html lang=\"vi\">")
        .contains("<td class=\"name\">Thừa Thiên Huế</td>");
  }

  @Test
  void aReportIsExplained() {
    assertThat(
            cli.run(
                "explain", "level4_rate", "thừa thiên HUẾ", "2020-09-01", "--basis", "reported"))
        .isZero();
    assertThat(cli.out())
        .contains("Đơn vị / Unit: Tỉnh Thừa Thiên Huế (H57)")
        .contains("54,53% = 0,5453; không có tử số, mẫu số / no counts; in / printed: 54,53%")
        .contains("Tệp / File: [1] reports/3485.csv, vị trí / position 2");
    assertThat(cli.err()).isEmpty();
    assertThat(
            cli.run(
                "explain", "level4_rate", "H57", "2020-09-01", "--basis=reported", "--format=json"))
        .isZero();
    assertThat(cli.out()).contains("\"agrees\" : true").contains("\"verdict\" : \"not_checkable\"");
  }

  @Test
  void aPeriodsDossiersAreExplained() {
    assertThat(cli.run("explain", "online_dossier_rate", "H57", "2020-08-31", "--limit", "0"))
        .isZero();
    assertThat(cli.out())
        .contains("Kỳ / Period: tháng 8/2020 / month 8/2020 (1/8/2020 – 31/8/2020)")
        .contains("The period is still running: counted up to 20/8/2020")
        .contains("50,00% = 1/2 = 0,5")
        .contains("7. Hồ sơ trong tử số / Dossiers in the numerator: 1\n… và 1 dòng nữa");
    assertThat(cli.run("explain", "online_dossier_rate", "H57", "2020-08-01", "--format=json"))
        .isZero();
    assertThat(cli.out()).contains("\"dossier_code\" : \"H57-2\"").contains("\"agrees\" : true");
    assertThat(cli.run("explain", "online_dossier_rate", "VN", "2020-08-01")).isZero();

    assertThat(cli.run("explain", "overdue_open_rate", "H57", "2020-08-20")).isEqualTo(3);
    assertThat(cli.out())
        .contains("DOES NOT AGREE: the rows above give 1/2; công bố / published 100,00% = 2/2");
  }

  @Test
  void annexOfAPeriodForAnyDayOfIt() {
    for (String day : new String[] {"2020-08-01", "2020-08-31"}) {
      assertThat(cli.run("annex", "--indicator", "online_dossier_rate", "--as-of", day)).isZero();
      assertThat(cli.out())
          .as(day)
          .contains("Số liệu tháng 8/2020 / month 8/2020 (1/8/2020 – 31/8/2020); kỳ chưa hết")
          .contains("chưa phải của cả nước, 50,00% (1/2); trung bình cộng 01 tỉnh 50,00%")
          .contains("từ hồ sơ các đơn vị gửi (1 tệp)")
          .doesNotContain("không đưa vào danh sách thống kê");
    }
    assertThat(
            cli.run(
                "annex", "--indicator=online_dossier_rate", "--period=year", "--as-of=2020-08-20"))
        .isEqualTo(1);
    assertThat(cli.err()).contains("no data: online_dossier_rate (computed, year) 2020-08-20");
  }

  @Test
  void whatCannotBeExplainedSaysWhy() {
    assertThat(cli.run("explain", "level4_rate", "VN", "2020-08-20")).isEqualTo(3);
    assertThat(cli.out())
        .contains("DOES NOT AGREE: the rows above give 0/0; công bố / published 84,62% = 11/13");
    assertThat(cli.err()).contains("run xephang verify");

    assertThat(cli.run("explain", "level4_rate", "Thua Thien", "2020-08-20")).isEqualTo(2);
    assertThat(cli.err()).contains("there is no such unit").contains("H57 Thừa Thiên Huế");
    assertThat(cli.run("explain", "level5_rate", "H57", "2020-08-20")).isEqualTo(2);
    assertThat(cli.err()).contains("there is no such indicator");
    assertThat(cli.run("explain", "level4_rate", "H57", "20/8/2020")).isEqualTo(2);
    assertThat(cli.run("explain", "level4_rate", "H57", "2020-08-20", "--limit", "-1"))
        .isEqualTo(2);

    assertThat(cli.run("explain", "level4_rate", "H57", "2020-01-01", "--basis", "reported"))
        .isEqualTo(1);
    assertThat(cli.err())
        .contains("--basis reported: có từ / there is from 2020-08-20")
        .contains("--basis computed: không có / none");
    assertThat(cli.run("explain", "on_time_rate", "H57", "2020-08-20")).isEqualTo(1);
    assertThat(cli.err()).contains("nothing counts in the denominator of that period");
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void whatIsNoSelectOverTheViewsIsWrongUsageAndAWrongColumnAFailure() {
    assertThat(cli.run("sql", "DROP VIEW unit")).isEqualTo(2);
    assertThat(cli.err()).contains("Exactly one SELECT statement is accepted");
    assertThat(cli.run("sql", "SELECT * FROM no_such")).isEqualTo(2);
    assertThat(cli.err())
        .startsWith(
            """
            xephang: Không có bảng / There is no view 'no_such', dòng / line 1, cột / column 15
              SELECT * FROM no_such
                            ^
            """)
        .contains("You can select from: audit_finding, coverage");
    assertThat(cli.run("sql", "SELECT no_such FROM unit")).isEqualTo(1);
    assertThat(cli.err())
        .startsWith("xephang: Truy vấn không chạy được / The query failed: sai tên cột hay kiểu")
        .endsWith("  SELECT no_such FROM unit\n         ^\n")
        .doesNotContain("\tat ");
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void aTableIsCutAndAFileIsNot() throws Exception {
    String many = "SELECT range AS n FROM range(10001)";
    assertThat(cli.run("sql", many)).isZero();
    assertThat(cli.out()).endsWith("(10000 dòng / rows)\n");
    assertThat(cli.err()).contains("Only the first 10000 rows; there are more. Raise --max-rows");
    assertThat(cli.run("sql", many, "--max-rows", "20000")).isZero();
    assertThat(cli.out()).endsWith("(10001 dòng / rows)\n");
    assertThat(cli.err()).isEmpty();

    assertThat(cli.run("sql", many, "--format", "csv")).isZero();
    assertThat(cli.out()).hasLineCount(10002);
    Path file = folder.resolve("many.json");
    assertThat(cli.run("sql", many, "--format", "json", "-o", file.toString())).isZero();
    assertThat(Files.readString(file)).hasLineCount(10003);
    assertThat(cli.run("sql", many, "--format=json", "--max-rows=2", "-o", file.toString()))
        .isZero();
    assertThat(file).hasContent("[\n{\"n\":0}\n,{\"n\":1}\n]\n");
    assertThat(cli.err()).contains("Only the first 2 rows");
    Files.delete(file);
  }

  @Test
  void aQueryWithoutEndIsStopped() {
    assertThat(cli.run("sql", "FROM range(100000000000000)", "--format=csv", "--timeout", "1"))
        .isEqualTo(1);
    assertThat(cli.err())
        .startsWith("xephang: Truy vấn bị dừng sau 1.0 giây, hết thời gian cho phép");
    assertThat(cli.run("sql", "SELECT 1", "--timeout", "0")).isEqualTo(2);
    assertThat(cli.err()).contains("--timeout 0").contains("expected seconds from 1 to 86400");
    assertThat(cli.run("sql", "SELECT 1", "--timeout", "99999999999")).isEqualTo(2);
    assertThat(cli.err()).contains("--timeout 99999999999");
    assertThat(cli.run("sql", "SELECT 1", "--max-rows", "0")).isEqualTo(2);
    assertThat(cli.err()).contains("--max-rows 0").contains("expected a number from 1 up");
    String file = folder.resolve("a.parquet").toString();
    assertThat(cli.run("sql", "SELECT 1", "--format=parquet", "--max-rows=9", "-o", file))
        .isEqualTo(2);
    assertThat(cli.err()).contains("write LIMIT into the statement");
  }

  @Test
  void annexAsCsv() {
    assertThat(cli.run("annex", "--as-of", "2020-08-31", "--format", "csv")).isZero();
    assertThat(cli.out())
        .isEqualTo(
            """
            section,serial,rank,unit_code,unit_name,numerator,denominator,value,printed
            ministries,1,1,G18,Bộ Y tế,10,10,1.0,"100,00%"
            provinces,1,1,H57,Thừa Thiên Huế,1,3,0.3333333333333333,"33,33%"
            """);
  }

  @Test
  void annexAsReported() {
    assertThat(cli.run("annex", "--as-of", "2020-08-20", "--basis", "reported")).isZero();
    assertThat(cli.out())
        .contains("theo báo cáo của đơn vị (reported); công bố số 1 lúc 21/8/2020 01:30")
        .contains("| Thừa Thiên Huế                       |       |        | 54,53% |");
  }

  @Test
  void aDayWithoutDataIsAFailureThatSaysWhichDaysThereAre() {
    assertThat(cli.run("annex", "--as-of", "2019-01-01")).isEqualTo(1);
    assertThat(cli.err())
        .contains("no data: level4_rate (computed, as_of) 2019-01-01")
        .contains(
            "--basis reported: có từ / there is from 2020-08-20, mới nhất / newest 2020-08-20");
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void wrongUsageSaysWhatIsExpected() {
    assertThat(cli.run("annex")).isEqualTo(2);
    assertThat(cli.err()).contains("--as-of").contains("xephang annex --help");
    assertThat(cli.run("annex", "--as-of", "20/8/2020")).isEqualTo(2);
    assertThat(cli.err()).contains("expected a date like 2020-08-20");
    assertThat(cli.run("annex", "--as-of", "2020-08-20", "--format", "doc")).isEqualTo(2);
    assertThat(cli.err()).contains("'--format'").contains("[TEXT, MD, CSV, HTML, XLSX, DOCX, PDF]");
    assertThat(cli.run("annex", "--as-of", "2020-08-20", "--format", "xlsx")).isEqualTo(2);
    assertThat(cli.err()).contains("it needs -o FILE");
    Path page = folder.resolve("a.html");
    assertThat(cli.run("annex", "--as-of", "2020-08-20", "-o", page.toString())).isEqualTo(2);
    assertThat(cli.err()).contains("--format text không ghi tệp như vậy", "add: --format html");
    assertThat(page).doesNotExist();
    assertThat(cli.run("annex", "--as-of", "2020-08-20", "--indicator", "level5")).isEqualTo(2);
    assertThat(cli.err()).contains("there is no such indicator").contains("level4_rate");
    assertThat(cli.run("annexe")).isEqualTo(2);
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void statusOfAServedDatabase() {
    assertThat(cli.run("status")).isZero();
    assertThat(cli.out())
        .startsWith("Công bố / Publication: số / no. 1, 21/8/2020 01:30, số liệu đến")
        .contains("catalogs: 2 trễ trong / late of 2 (Bộ Y tế, Thừa Thiên Huế)");
    assertThat(cli.run("status", "--json")).isZero();
    assertThat(cli.out()).contains("\"publication_id\" : 1").contains("\"expected_by\" : null");
  }

  @Test
  void statusNamesWhatTheLastLookIntoTheLandingFolderLeftAlone(@TempDir Path empty)
      throws Exception {
    DeploymentHome other = new DeploymentHome(empty);
    RunRecords records = new RunRecords(other);
    other.create();
    records.save(ended(1, "landing", RunStatus.PUBLISHED, List.of("older: no such feed")));
    List<String> left = IntStream.rangeClosed(1, 12).mapToObj(n -> "t" + n + ": no feed").toList();
    records.save(ended(2, "landing", RunStatus.NOTHING_NEW, left));
    // One that failed does not know, and corrections look nowhere.
    records.save(ended(3, "landing", RunStatus.FAILED, List.of()));
    for (int n = 4; n < 10; n++) {
      records.save(ended(n, null, RunStatus.PUBLISHED, List.of()));
    }
    CapturedCli status = new CapturedCli(other, Optional.empty());
    assertThat(status.run("status")).isZero();
    assertThat(status.out())
        .contains(
            "\nĐể lại / Left alone, run-2: 12 mục / entries\n  t1: no feed\n",
            "\n  t10: no feed\n  … và 2 nữa / and 2 more\n")
        .doesNotContain("t11", "older");

    records.save(ended(99, "landing", RunStatus.NOTHING_NEW, List.of()));
    assertThat(status.run("status")).isZero();
    assertThat(status.out()).as("nothing is left any more").doesNotContain("Left alone");
  }

  private static RunRecord ended(int n, String landing, RunStatus how, List<String> leftAlone) {
    LocalDateTime at = LocalDate.of(2020, 8, 21).atTime(1, n % 60);
    return new RunRecord(
        "run-" + n,
        at,
        at,
        how,
        "run",
        landing,
        null,
        null,
        0,
        0,
        0,
        0,
        0,
        null,
        leftAlone,
        List.of(),
        List.of(),
        null);
  }

  @Test
  void withoutAnyPublicationTheNextStepIsNamed() {
    CapturedCli nothing =
        new CapturedCli(new DeploymentHome(folder.resolve("none")), Optional.empty());
    assertThat(nothing.run("sql", "SELECT 1")).isEqualTo(1);
    assertThat(nothing.err()).contains("xephang run --landing DIR");
    assertThat(nothing.run("status")).isZero();
    assertThat(nothing.out()).contains("No publication yet");
    assertThat(nothing.run("status", "--json")).isZero();
    assertThat(nothing.out()).contains("\"publication\" : null");
    assertThat(folder.resolve("none")).as("reading writes nothing").doesNotExist();
  }
}

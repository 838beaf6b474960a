package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who has to mend what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RejectionsTest {
  private Warehouse warehouse;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    warehouse =
        new LakeFixture(folder)
            .with(
                "unit",
                "unit_code, unit_name, full_name, kind, province_code, listed",
                "('H47', 'Quảng Nam', 'Tỉnh Quảng Nam', 'province', 'H47', true)",
                "('G18', 'Bộ Y tế', 'Bộ Y tế', 'ministry', 'G18', true)",
                "('H57', 'Huế', 'Thành phố Huế', 'province', 'H57', true)",
                "('H57.08', 'Sở Y tế', 'Sở Y tế', 'department', 'H57', true)",
                "('H57.09', 'Sở Y tế', 'Sở Y tế', 'department', 'H57', true)")
            .with(
                "ingest_file",
                "statement_id, file, feed, content_sha256, landed_name, landed_bytes,"
                    + " landed_modified, rows_read, accepted, duplicates, quarantined, status,"
                    + " run_id, ingested_at",
                line("catalogs/2020-08-20/all.csv"),
                line("catalogs/2020-08-20/g18.csv"),
                line("reports/2020.csv"),
                line("reports/mixed-H57.csv"),
                line("reports/x.csv"))
            .with(
                "report_row",
                "statement_id, file, position, indicator, unit_code, as_of, period_type",
                "('reports/2020.csv', 'reports/2020.csv', 2, 'level4_rate', 'H57', '2020-08-20',"
                    + " 'as_of')",
                "('reports/mixed-H57.csv', 'reports/mixed-H57.csv', 2, 'level4_rate', 'H57',"
                    + " '2020-08-20', 'as_of')")
            .with(
                "quarantine",
                "statement_id, file, position, feed, reason, detail, raw, run_id",
                row("catalogs/2020-08-20/all.csv", 3, "bad_level", "{\"unit_code\":\"H47.14\"}"),
                row(
                    "catalogs/2020-08-20/all.csv",
                    4,
                    "bad_level",
                    "{\"unit_code\":\"000.00.05.H47\"}"),
                // H99 is nobody, and the others of the file are Quảng Nam's.
                row("catalogs/2020-08-20/all.csv", 5, "unknown_unit", "{\"unit_code\":\"H99\"}"),
                row("catalogs/2020-08-20/g18.csv", 9, "malformed", "{\"length\":3}"),
                row("reports/2020.csv", 4, "bad_date", "{\"unit_name\":\"Huế\"}"),
                // Nobody has this name, and all other rows of the file are Huế's.
                row("reports/2020.csv", 5, "unknown_unit", "{\"unit_name\":\"Huê\"}"),
                // Accepted rows are Huế's, a rejected one is Quảng Nam's: the third is anybody's.
                row("reports/mixed-H57.csv", 3, "bad_value", "{\"unit_name\":\"tỉnh  QUẢNG NAM\"}"),
                row("reports/mixed-H57.csv", 4, "unknown_unit", "{\"unit_name\":\"Quảng Nàm\"}"),
                // Two units of one province; and an unknown one below Quảng Nam.
                row("reports/mixed-H57.csv", 5, "unknown_unit", "{\"unit_name\":\"Sở Y tế\"}"),
                row(
                    "reports/mixed-H57.csv",
                    6,
                    "unknown_unit",
                    "{\"unit_name\":\"Sở Không có\",\"parent_code\":\"H47\"}"),
                row("reports/x.csv", 1, "malformed", ""))
            .publish("2020-08-20")
            .open();
  }

  @AfterAll
  void close() throws Exception {
    warehouse.close();
  }

  @Test
  void areOfWhoTheRowNamesElseOfTheOneWhomTheFileIsOf() throws Exception {
    assertThat(
            Answer.rows(
                warehouse, "SELECT file, position, sender FROM quarantine ORDER BY file, position"))
        .containsExactly(
            "catalogs/2020-08-20/all.csv|3|H47",
            "catalogs/2020-08-20/all.csv|4|H47",
            "catalogs/2020-08-20/all.csv|5|H47",
            "catalogs/2020-08-20/g18.csv|9|G18",
            "reports/2020.csv|4|H57",
            "reports/2020.csv|5|H57",
            "reports/mixed-H57.csv|3|H47",
            "reports/mixed-H57.csv|4|",
            "reports/mixed-H57.csv|5|H57",
            "reports/mixed-H57.csv|6|H47",
            "reports/x.csv|1|");
    assertThat(warehouse.rejections().senders())
        .containsExactly(
            new Rejections.Sender("G18", "Bộ Y tế", 1, 1),
            new Rejections.Sender("H47", "Quảng Nam", 2, 5),
            new Rejections.Sender("H57", "Huế", 2, 3),
            new Rejections.Sender(null, null, 2, 2));
  }

  @Test
  void areToldToTheSenderInVietnamese() throws Exception {
    StringWriter csv = new StringWriter();
    warehouse
        .rejections()
        .report(new Rejections.Sender("H47", "Quảng Nam", 1, 2), new CsvRows(csv));
    assertThat(csv)
        .asString()
        .as("the rows of the first file come first")
        .startsWith(
            """
            file,position,reason,reason_vi,detail,remedy_vi,raw
            catalogs/2020-08-20/all.csv,3,bad_level,Mức độ dịch vụ công không hợp lệ,found x,"Dùng 1 đến 4, mot_phan, toan_trinh hoặc để trống, rồi gửi lại cả tệp","{""unit_code"":""H47.14""}"
            catalogs/2020-08-20/all.csv,4,bad_level,Mức độ dịch vụ công không hợp lệ,found x,"Dùng 1 đến 4, mot_phan, toan_trinh hoặc để trống, rồi gửi lại cả tệp","{""unit_code"":""000.00.05.H47""}"
            """);
  }

  @Test
  void areFoundByWhatIsKnownOfThem() throws Exception {
    StringWriter csv = new StringWriter();
    warehouse
        .rejections()
        .rows(new Rejections.Filter("reports", "malformed", null, "x"), new CsvRows(csv));
    assertThat(csv.toString().lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("reports/x.csv,1,malformed,Dòng không đọc được,found x,");
    StringWriter nobodys = new StringWriter();
    warehouse
        .rejections()
        .rows(
            new Rejections.Filter(null, null, Rejections.Sender.NOBODY, null),
            new CsvRows(nobodys));
    assertThat(
            nobodys
                .toString()
                .lines()
                .skip(1)
                .map(row -> row.replaceFirst("^([^,]*),([^,]*),.*", "$1 $2")))
        .as("nobody can tell whose these are")
        .containsExactly("reports/mixed-H57.csv 4", "reports/x.csv 1");
    StringWriter all = new StringWriter();
    warehouse.rejections().rows(new Rejections.Filter(null, null, null, null), new CsvRows(all));
    assertThat(all.toString().lines().skip(1)).hasSize(11);
  }

  @Test
  void statementsAreKnownByAnyWayToWriteThem() throws Exception {
    for (String written :
        new String[] {
          "catalogs/2020-08-20/g18.csv",
          "catalogs/2020-08-20/g18.csv.gz",
          "/data/landing/catalogs/2020-08-20/g18.csv"
        }) {
      assertThat(warehouse.statements().named(written))
          .as(written)
          .containsExactly("catalogs/2020-08-20/g18.csv");
    }
    assertThat(warehouse.statements().named("g18.csv")).isEmpty();
    assertThat(warehouse.statements().similar("g18.csv")).startsWith("catalogs/2020-08-20/g18.csv");
  }

  private static String line(String file) {
    return "('%1$s', '%1$s', '%2$s', 'aa', '%1$s', 1, 1, 2, 1, 0, 1, 'ingested', 'run-1', '2020-08-21 10:00:00')"
        .formatted(file, file.substring(0, file.indexOf('/')));
  }

  private static String row(String file, int position, String reason, String raw) {
    return "('%1$s', '%1$s', %2$d, '%3$s', '%4$s', 'found x', '%5$s', 'run-1')"
        .formatted(file, position, file.substring(0, file.indexOf('/')), reason, raw);
  }
}

package io.xephang.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExitCode;
import io.xephang.home.Publication;
import io.xephang.home.PublicationLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever a dossier is about is nowhere to be found in what a deployment writes and says, however
 * the message came and whatever became of it.
 */
@Tag("processes")
class PersonalDataTest {
  /** In every planted value and in nothing else. */
  private static final String PLANTED = "Zq7x";

  /** In a used field of accepted and of rejected messages: what a search must find. */
  private static final String KEPT = "H47.14-Kept";

  private static final String PERSON =
      """
      "ChuHoSo":"Nguyễn Văn Zq7xA","SoGiayToChuHoSo":"Zq7x206012345","SoDienThoai":"Zq7x905123456",
      "Email":"Zq7x.an@example.vn","Fax":"Zq7xFax","TrichYeuHoSo":"Cấp giấy cho bà Zq7xB",
      "ThongTinKhac":{"Tên cha":"Zq7xC"},"GhiChu":"Zq7xD","DinhDanhCHS":{"SoDinhDanh":"Zq7x09"},
      "TaiLieuNop":[{"TenTepDinhKem":"đơn của Zq7xE.pdf"}]\
      """
          .replace("\n", "");

  private static final String FEES =
      "\"DanhSachLePhi\":[{\"TenPhiLePhi\":\"Lệ phí Zq7xF\",\"Gia\":\"5000\"}]";

  private static final String TABLE_HEADER =
      "MaHoSo,MaTTHC,NgayTiepNhan,TrangThaiHoSo,ChuHoSo,SoDienThoai,DanhSachLePhi,DonViXuLy";

  @TempDir private Path folder;
  private Path landing;
  private DeploymentHome home;

  @Test
  void isNeitherKeptNorSaid() throws Exception {
    landing = folder.resolve("landing");
    home = new DeploymentHome(folder.resolve("home"));
    deliver();
    StringBuilder said = new StringBuilder();
    said.append(xephang("run", "--landing", landing.toString()));
    said.append(xephang("status", "--json"));
    said.append(xephang("quarantine", "list", "--format", "json"));
    said.append(xephang("quarantine", "retry", "--landing", landing.toString()));
    said.append(xephang("quarantine", "report", "-o", folder.resolve("report").toString()));
    said.append(xephang("sql", "FROM dossier"));
    String export = folder.resolve("quarantine.parquet").toString();
    said.append(xephang("sql", "FROM quarantine", "--format", "parquet", "-o", export));
    said.append(xephang("verify"));

    assertThat(ingested())
        .as("every kind of row was there: file, read, accepted, duplicates, quarantined")
        .containsExactly(
            "dossiers/2020-09-30/broken.json 1 0 0 1",
            "dossiers/2020-09-30/envelope.json 3 1 1 1",
            "dossiers/2020-09-30/lines.ndjson 14 1 1 12",
            "dossiers/2020-09-30/no-header.csv 1 0 0 1",
            "dossiers/2020-09-30/packed.ndjson 2 1 0 1",
            "dossiers/2020-09-30/table.csv 5 1 1 3",
            "progress/2020-09-30/steps.ndjson 4 1 0 3");
    assertThat(said.toString()).contains(KEPT).doesNotContain(PLANTED);
    List<String> found = new ArrayList<>();
    boolean[] kept = {false};
    for (Path file : files(folder)) {
      String content = decoded(file);
      kept[0] |= content.contains(KEPT) && file.toString().endsWith(".parquet");
      for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
        if (content.contains(latin1(PLANTED.getBytes(charset)))) {
          found.add(file + " in " + charset);
        }
      }
    }
    assertThat(kept[0]).as("the search finds what is kept").isTrue();
    assertThat(found).as("files below the home, exports and logs with personal data").isEmpty();
  }

  private void deliver() throws IOException {
    String good = message("1", "\"TrangThaiHoSo\":\"4\"");
    String badDate = message("2", "\"TrangThaiHoSo\":\"4\",\"NgayHenTra\":\"20200230\"");
    land(
        "dossiers/2020-09-30/lines.ndjson",
        bytes(
            good,
            // Says the same of the dossier and other things of the person.
            good.replace("Zq7xA", "Zq7xA2"),
            badDate,
            message("3", "\"TrangThaiHoSo\":\"99\""),
            message("4", "\"TrangThaiHoSo\":\"4\",\"NgayTra\":{\"của\":\"Zq7xG\"}"),
            message("5", "\"TrangThaiHoSo\":\"4\",\"MaHoSo\":\"Zq7xH\""),
            // Right at the break.
            "{\"MaHoSo\":\"H47.14-6\",\"ChuHoSo\":\"Zq7xI",
            "{\"MaHoSo\":\"H47.14-7\",\"ChuHoSo\":Zq7xJ}",
            "{\"MaHoSo\":\"H47.14-8\",\"Zq7xK",
            "Zq7xL",
            "[\"Zq7xM\"]",
            "{\"service\":\"Zq7xN\",\"data\":[" + good + "]}",
            "{\"service\":\"DongBoHoSoMC\",\"data\":[" + good + "," + badDate,
            "{\"ThongTinKhac\":{\"Zq7xO\":" + "[".repeat(500)));
    String latin1 = "{\"MaHoSo\":\"H47.14-9\",\"ChuHoSo\":\"C\u00e2p ph\u00e9p Zq7xP \u00e9\"}\n";
    byte[] legacy = latin1.getBytes(StandardCharsets.ISO_8859_1);
    land("dossiers/2020-09-30/packed.ndjson.gz", packed(legacy, bytes(message("10", state()))));
    land(
        "dossiers/2020-09-30/envelope.json",
        bytes(
            "{\"service\":\"DongBoHoSoMC\",\"người gửi\":\"Zq7xQ\",\"data\":[",
            message("11", state()) + "," + message("11", state()) + ",[\"Zq7xR\"]",
            "]}"));
    land("dossiers/2020-09-30/broken.json", bytes("{\"data\":[" + good + ",{\"ChuHoSo\":Zq7xS"));
    String row =
        "H47.14-Kept-20,1.000001,20200918,4,Zq7xT,Zq7x90,\"[{\"\"Ten\"\":\"\"Zq7x\"\"}]\",";
    land(
        "dossiers/2020-09-30/table.csv",
        bytes(
            TABLE_HEADER,
            // A name of a unit may be anything, so of it a hash is kept.
            row + "Phòng của bà Zq7xU",
            row + "Phòng của bà Zq7xU",
            "H47.14-Kept-21,1.000001,20200918,44,Zq7xV,,,",
            "H47.14-Kept-22,1.000001,20200918,4,,,Zq7xW,",
            "H47.14-Kept-23,1.000001,20200918,4,Zq7xX,,,,"));
    land("dossiers/2020-09-30/no-header.csv", bytes("H47.14-24,1.000001,20200918,4,Zq7xY"));
    String step = "{\"MaHoSo\":\"H47.14-Kept-1\",\"NguoiXuLy\":\"Zq7xZ\",\"NoiDungXuLy\":\"Zq7x0\"";
    land(
        "progress/2020-09-30/steps.ndjson",
        bytes(
            step + ",\"ThoiDiemXuLy\":\"20200918\"}",
            step + ",\"ThoiDiemXuLy\":\"20200930x\"}",
            step + ",\"ThoiDiemXuLy\":",
            step + ",\"TrangThai\":[\"Zq7x1\"]}"));
  }

  private static String state() {
    return "\"TrangThaiHoSo\":\"4\"";
  }

  private static String message(String number, String more) {
    return "{\"MaHoSo\":\""
        + KEPT
        + "-"
        + number
        + "\",\"MaTTHC\":\"1.000001\",\"NgayTiepNhan\":\"20200918\","
        + PERSON
        + ","
        + FEES
        + ","
        + more
        + "}";
  }

  private String xephang(String... arguments) throws Exception {
    XephangProcess process =
        XephangProcess.start(
            SharedInstallation.get().command(arguments),
            home.folder(),
            folder.resolve("processes"));
    assertThat(process.await())
        .as("%s\n%s", List.of(arguments), process.output())
        .isEqualTo(ExitCode.DONE);
    return process.output();
  }

  private List<String> ingested() throws SQLException {
    Publication published = new PublicationLog(home).latest().orElseThrow();
    List<String> lines = new ArrayList<>();
    for (String name : published.tables().get("ingest_file").files()) {
      lines.addAll(
          rows(
              "SELECT concat_ws(' ', file, rows_read, accepted, duplicates, quarantined) FROM "
                  + "read_parquet('"
                  + home.lake().resolve(name)
                  + "') WHERE status = 'ingested'"));
    }
    return lines.stream().sorted().toList();
  }

  private List<Path> files(Path below) throws IOException {
    try (Stream<Path> walk = Files.walk(below)) {
      return walk.filter(Files::isRegularFile).filter(file -> !file.startsWith(landing)).toList();
    }
  }

  /** The bytes of a file, and behind them what it holds packed: each byte a character. */
  private static String decoded(Path file) throws IOException, SQLException {
    StringBuilder content = new StringBuilder(latin1(Files.readAllBytes(file)));
    String name = file.toString();
    if (name.endsWith(".parquet")) {
      append(content, rows("SELECT columns(*)::VARCHAR FROM read_parquet('" + file + "')"));
    } else if (name.endsWith(".duckdb")) {
      for (String table : rows("SELECT table_name FROM duckdb_tables()", file)) {
        append(content, rows("SELECT columns(*)::VARCHAR FROM \"" + table + "\"", file));
      }
    } else if (name.endsWith(".avro")) {
      try (DataFileReader<GenericRecord> records =
          new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
        records.forEach(row -> append(content, List.of(row.toString())));
      }
    }
    return content.toString();
  }

  private static void append(StringBuilder content, List<String> rows) {
    rows.forEach(row -> content.append('\n').append(latin1(row.getBytes(StandardCharsets.UTF_8))));
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static List<String> rows(String sql) throws SQLException {
    return rows("jdbc:duckdb:", sql);
  }

  private static List<String> rows(String sql, Path database) throws SQLException {
    return rows("jdbc:duckdb:" + database + "?access_mode=READ_ONLY", sql);
  }

  private static List<String> rows(String url, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join(" ", cells));
      }
    }
    return rows;
  }

  private void land(String name, byte[] content) throws IOException {
    Path file = landing.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] bytes(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(byte[]... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (byte[] part : parts) {
        out.write(part);
      }
    }
    return bytes.toByteArray();
  }
}

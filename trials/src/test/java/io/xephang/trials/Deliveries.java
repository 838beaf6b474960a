package io.xephang.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;

/** A landing folder that units deliver to, statement by statement. */
final class Deliveries {
  private static final String CATALOG = "unit_code,procedure_code,service_level\n";
  private static final String REPORT = "indicator,unit_name,as_of,value\n";

  private final Path landing;
  private int count;

  Deliveries(Path landing) {
    this.landing = landing;
  }

  Path landing() {
    return landing;
  }

  /** The first night: units, reports and catalogs, and a row of each kind that is rejected. */
  void first() throws IOException {
    put("units/so.csv", unit("H47.14", "Sở Thông tin và Truyền thông"));
    put(
        "reports/a.csv",
        REPORT + "level4_rate,Huế,2020-08-20,\"5,5 %\"\nlevel4_rate,,2020-08-20,1%");
    put(
        "catalogs/2020-08-20/h47.csv",
        CATALOG + "H47,1.000001,4\nH47.14,1.000002,2\nH47,1.000003,9\nH01,1.000002,3");
    put("catalogs/2020-08-20/g18.csv", CATALOG + "G18,2.000001,4\nG18,2.000002,");
  }

  /** A night of units, reports and catalogs: new statements, and a correction. */
  void night(int number) throws IOException {
    put("units/so-" + number + ".csv", unit("H47." + (20 + number), "Sở thứ " + number));
    put("reports/a-" + number + ".csv", REPORT + "level4_rate,Huế,2020-09-20," + number + " %");
    put(
        "catalogs/" + day(number) + "/h47.csv",
        CATALOG + "H47,1.000001," + level(number) + "\nH47." + (20 + number) + ",1.00000X,4");
    put(
        "catalogs/2020-08-20/h47.csv",
        CATALOG + "H47,1.000001,4\nH01,1.00000" + (1 + number % 9) + "," + level(number));
  }

  /** One statement more, or other content of one that was delivered before. */
  void something(Random random) throws IOException {
    int number = count;
    switch (random.nextInt(6)) {
      case 0 ->
          put(
              "catalogs/" + day(random.nextInt(60)) + "/h01.csv",
              CATALOG + "H01,1.000001," + level(number) + "\nH01,1.00000" + number % 9 + ",4");
      case 1 ->
          put(
              "catalogs/2020-08-20/h47.csv",
              CATALOG + "H47,1.00000" + number % 9 + "," + level(number) + "\nH47,2.0000,1");
      case 2 ->
          put("units/so-" + random.nextInt(3) + ".csv", unit("H01." + (10 + number), "Sở mới"));
      default ->
          put(
              "reports/b-" + random.nextInt(3) + ".csv",
              REPORT + "level4_rate,Hà Nội,2020-08-" + (10 + number % 20) + "," + number + "%");
    }
  }

  /** A night of dossiers: new ones, other states of those before, a correction, steps. */
  void dossiers(int number) throws IOException {
    put(
        "dossiers/" + day(number) + "/h47.ndjson",
        message("H47.14-" + number, "4") + "\n" + message("H47.14-" + (number - 1), "9"));
    put(
        "dossiers/2020-08-20/h47.ndjson",
        message("H47.14-0", "" + (4 + number % 7)) + "\n" + message("H01-0", "99"));
    put(
        "progress/" + day(number) + "/h47.ndjson",
        "{\"MaHoSo\":\"H47.14-" + number + "\",\"TrangThai\":\"4\"}");
  }

  /** Whatever has landed, as it lies, for another deployment. */
  void copyTo(Path other) throws IOException {
    try (Stream<Path> files = Files.walk(landing)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path copy = other.resolve(landing.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(
            file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private void put(String name, String text) throws IOException {
    count++;
    Path file = landing.resolve(name);
    Files.createDirectories(file.getParent());
    // A number in a comment column would be a column; a blank line more is other content as well.
    Files.writeString(file, text + "\n".repeat(1 + count % 3));
    // Two contents of one size and one second must not look alike.
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_600_000_000L + count)));
  }

  private static String unit(String code, String name) {
    return "unit_code,unit_name,kind,parent_code,valid_from,valid_to,aliases\n"
        + code
        + ","
        + name
        + ",department,,,,";
  }

  private static String message(String code, String status) {
    return "{\"MaHoSo\":\""
        + code
        + "\",\"MaTTHC\":\"1.000001\",\"NgayTiepNhan\":\"20200818\",\"NgayHenTra\":\"20200901\","
        + "\"NgayTra\":\"20200825\",\"KenhThucHien\":\"2\",\"TrangThaiHoSo\":\""
        + status
        + "\"}";
  }

  private static LocalDate day(int number) {
    return LocalDate.of(2020, 8, 21).plusDays(number);
  }

  private static String level(int number) {
    return String.valueOf(1 + number % 4);
  }
}

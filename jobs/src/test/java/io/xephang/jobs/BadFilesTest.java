package io.xephang.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.RunStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One run over a landing folder with every kind of bad file, beside good ones in every format. */
class BadFilesTest {
  private static final String[] CATALOG = {"unit_code", "procedure_code", "service_level"};

  /** A row that counts. Its root differs from file to file, lest it be a duplicate. */
  private static final String GOOD = "H01,{root},4";

  private static final String WORKBOOK =
      ", expected an XLSX workbook without a password; deliver it again whole";
  private static final String CSV = ", expected a CSV file in UTF-8; deliver it again whole";
  private static final String JSON =
      ", expected a JSON array of objects in UTF-8; deliver it again whole";
  private static final String NOT_UTF8 =
      ", expected UTF-8 text: convert it to Unicode and save it as UTF-8";
  private static final String LOST =
      "found replacement characters (\\uFFFD) where letters were lost before the file was sent,"
          + " expected UTF-8 text: deliver the original";
  private static final String NO_FILE =
      "expected a file named *.csv, *.xlsx or *.json, or one of these with .gz";
  private static final String NO_FILE_VI =
      "cần tệp có tên dạng *.csv, *.xlsx hoặc *.json, có thể thêm .gz";
  private static final String NO_DATE =
      "cần thư mục có tên là ngày như 2020-08-20: đổi tên / expected a folder named by a date like 2020-08-20: rename it";

  private static final List<BadFile> BAD_FILES =
      Stream.of(unreadable(), partlyReadable(), badRows()).flatMap(List::stream).toList();

  private static Deployment deployment;
  private static RunSummary summary;
  private static Map<String, List<String>> quarantined;
  private static Map<String, List<String>> accepted;
  private static Map<String, List<String>> ledger;

  /**
   * A file that lands and what becomes of it.
   *
   * @param bytes from a root of its own, for the rows of it that are good
   * @param accepted positions of the rows that count all the same
   * @param quarantined position, reason and detail of the others
   */
  private record BadFile(
      String file, Function<String, byte[]> bytes, List<Long> accepted, List<String> quarantined) {

    BadFile keeps(long... positions) {
      return new BadFile(file, bytes, Arrays.stream(positions).boxed().toList(), quarantined);
    }

    BadFile rejects(String... rows) {
      return new BadFile(file, bytes, accepted, List.of(rows));
    }

    /** As the table shows it, which a test's name repeats. */
    @Override
    public String toString() {
      return file;
    }
  }

  private static BadFile bad(String file, byte[] bytes) {
    return new BadFile(file, root -> bytes, List.of(), List.of());
  }

  /** A file of UTF-8 text. */
  private static BadFile text(String file, String... lines) {
    return new BadFile(
        file,
        root ->
            (String.join("\n", lines) + "\n")
                .replace("{root}", root)
                .getBytes(StandardCharsets.UTF_8),
        List.of(),
        List.of());
  }

  /** A catalog in CSV with a header. */
  private static BadFile catalog(String name, String... rows) {
    return text(
        "catalogs/2020-08-20/" + name, lines("unit_code,procedure_code,service_level", rows));
  }

  private static BadFile report(String name, String... rows) {
    return text(
        "reports/" + name,
        lines("indicator,unit_name,unit_code,as_of,period_type,numerator,denominator,value", rows));
  }

  private static BadFile units(String name, String... rows) {
    return text("units/" + name, lines("unit_code,unit_name,kind,valid_from,valid_to", rows));
  }

  /** A catalog with a name of the procedure in bytes that are not UTF-8, and a good row. */
  private static BadFile legacy(String name, String seen) {
    return new BadFile(
        "catalogs/2020-08-20/" + name,
        root ->
            ("unit_code,procedure_code,procedure_name\n"
                    + "H01,1.000000,"
                    + seen
                    + "\nH01,"
                    + root
                    + ",\n")
                .getBytes(Charset.forName("windows-1252")),
        List.of(),
        List.of());
  }

  private static BadFile workbook(String name, byte[] bytes) {
    return bad("catalogs/2020-08-20/" + name, bytes);
  }

  private static String[] lines(String header, String... rows) {
    return Stream.concat(Stream.of(header), Stream.of(rows)).toArray(String[]::new);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whole files that are of no use. */
  private static List<BadFile> unreadable() {
    byte[] good = Xlsx.of(CATALOG, new String[] {"H01", "1.000000", "4"});
    return List.of(
        bad("catalogs/2020-08-20/empty.csv", new byte[0])
            .rejects("1 malformed the file is empty, expected a header and rows"),
        bad("catalogs/2020-08-20/blank-lines.csv", ascii("\n \n\r\n"))
            .rejects("1 malformed the file is empty, expected a header and rows"),
        text("catalogs/2020-08-20/no-header.csv", "H01,1.000000,4")
            .rejects(
                "1 malformed found the columns [] in the header 'H01,1.000000,4', expected"
                    + " unit_code (Mã đơn vị / Mã cơ quan / Mã định danh), procedure_code (Mã TTHC /"
                    + " Mã thủ tục / Mã thủ tục hành chính) too"),
        text("catalogs/2020-08-20/no-unit-column.csv", "Mã TTHC,Mức độ", "1.000000,4")
            .rejects(
                "1 malformed found the columns [procedure_code, service_level] in the header,"
                    + " expected unit_code (Mã đơn vị / Mã cơ quan / Mã định danh) too"),
        text(
                "catalogs/2020-08-20/column-twice.csv",
                "Mã đơn vị,unit_code,Mã TTHC",
                "H01,H01,1.000000")
            .rejects(
                "1 malformed found the column unit_code twice in the header, expected it once"),
        bad(
                "catalogs/2020-08-20/utf-16-without-mark.csv",
                "unit_code,procedure_code\nH01,1.000000\n".getBytes(StandardCharsets.UTF_16LE))
            .rejects(
                "1 malformed the file cannot be read at all: the text looks like UTF-16 without a"
                    + " byte order mark"
                    + CSV),
        bad("catalogs/2020-08-20/zeros.csv", new byte[5000])
            .rejects(
                "1 malformed found NUL bytes, expected text: the file is damaged or no text file"),
        bad(
                "catalogs/2020-08-20/header-in-tcvn3.csv",
                "M· ®¬n vÞ,M· TTHC\nH01,1.000000\n".getBytes(Charset.forName("windows-1252")))
            .rejects(
                "1 malformed found bytes that are not UTF-8 (they look like TCVN3 (ABC))"
                    + NOT_UTF8),
        bad("catalogs/2020-08-20/not-gzipped.csv.gz", ascii("unit_code,procedure_code\nH01,1.0\n"))
            .rejects(
                "1 malformed the file cannot be read at all: it is not compressed as its name says,"
                    + " or damaged (Not in GZIP format)"
                    + CSV),
        bad("catalogs/2020-08-21/nothing-gzipped.csv.gz", new byte[0])
            .rejects(
                "1 malformed the file cannot be read at all: the compressed file is broken off"
                    + CSV),
        bad("catalogs/2020-08-20/gzip-bomb.csv.gz", gzipBomb())
            .rejects(
                "2 malformed the file cannot be read any further: it unpacks to more than the 64 MiB"
                    + " that a file of its size may"
                    + CSV),
        text("catalogs/2020-08-20/empty.json")
            .rejects("1 malformed the file is empty, expected a JSON array of objects"),
        text("catalogs/2020-08-20/bare-value.json", "42")
            .rejects("1 malformed found a bare value, expected an object with the feed's columns"),
        text("catalogs/2020-08-20/deep.json", "[".repeat(100_000))
            .rejects(
                "1 malformed the file cannot be read at all: found Document nesting depth (101)"
                    + " exceeds the maximum allowed (100)"
                    + JSON),
        text("catalogs/2020-08-20/csv-named.json", "unit_code,procedure_code")
            .rejects(
                "1 malformed the file cannot be read at all: found Unrecognized token 'unit_code':"
                    + " was expecting (JSON String, Number, Array, Object or token 'null', 'true' or"
                    + " 'false') in line 1"
                    + JSON),
        bad("catalogs/2020-08-22/empty.xlsx", new byte[0])
            .rejects("1 malformed the file cannot be read at all: the file is empty" + WORKBOOK),
        workbook("password.xlsx", Xlsx.locked(good))
            .rejects(
                "1 malformed the file cannot be read at all: it is protected with a password: remove"
                    + " the password"
                    + WORKBOOK),
        workbook("broken-off.xlsx", Arrays.copyOf(good, good.length / 2))
            .rejects(
                "1 malformed the file cannot be read at all: the workbook is broken off or damaged"
                    + " (zip END header not found)"
                    + WORKBOOK),
        workbook("old.xlsx", Xlsx.old(CATALOG))
            .rejects(
                "1 malformed the file cannot be read at all: it is an old .xls workbook under the"
                    + " name .xlsx: save it as .xlsx with Excel"
                    + WORKBOOK),
        workbook("binary.xlsx", Xlsx.zip("[Content_Types].xml", "xl/workbook.bin"))
            .rejects(
                "1 malformed the file cannot be read at all: it is a binary .xlsb workbook: save it"
                    + " as .xlsx with Excel"
                    + WORKBOOK),
        workbook("word.xlsx", Xlsx.zip("[Content_Types].xml", "word/document.xml"))
            .rejects(
                "1 malformed the file cannot be read at all: it is a Word document (.docx): save its"
                    + " table as .xlsx"
                    + WORKBOOK),
        workbook("open-document.xlsx", Xlsx.zip("mimetype", "content.xml"))
            .rejects(
                "1 malformed the file cannot be read at all: it is an OpenDocument file (.ods): save"
                    + " it as .xlsx"
                    + WORKBOOK),
        workbook("archive.xlsx", Xlsx.zip("catalog.csv"))
            .rejects(
                "1 malformed the file cannot be read at all: it is a zip archive without a workbook:"
                    + " send the workbook itself"
                    + WORKBOOK),
        workbook("scan.xlsx", ascii("%PDF-1.7\n%"))
            .rejects(
                "1 malformed the file cannot be read at all: it is a PDF document: send the workbook"
                    + " itself"
                    + WORKBOOK),
        workbook("export.xlsx", ascii("<html><body><table><tr><td>unit_code"))
            .rejects(
                "1 malformed the file cannot be read at all: it is an HTML or XML page: save it as"
                    + " .xlsx with Excel"
                    + WORKBOOK),
        workbook("text.xlsx", ascii("unit_code,procedure_code\nH01,1.000000\n"))
            .rejects(
                "1 malformed the file cannot be read at all: it is no workbook (it begins with"
                    + " 'unit_cod'): save it as .xlsx with Excel"
                    + WORKBOOK),
        workbook("letter.xlsx", Xlsx.of(new String[] {"Kính gửi: Bộ Thông tin và Truyền thông"}))
            .rejects(
                "1 malformed found the columns [] in the header 'Kính gửi: Bộ Thông tin và Truyền"
                    + " thông', expected unit_code (Mã đơn vị / Mã cơ quan / Mã định danh),"
                    + " procedure_code (Mã TTHC / Mã thủ tục / Mã thủ tục hành chính) too"),
        workbook("no-sheet-to-see.xlsx", Xlsx.written(BadFilesTest::hiddenSheet))
            .rejects("1 malformed found no visible sheet, expected one with a header and rows"),
        workbook("zip-bomb.xlsx", zipBomb(good))
            .rejects(
                "1 malformed the file cannot be read at all: it unpacks to more than the 64 MiB that"
                    + " a file of its size may"
                    + WORKBOOK),
        workbook(
                "too-many-parts.xlsx",
                Xlsx.zip(
                    Stream.concat(
                            Stream.of("[Content_Types].xml"),
                            Stream.iterate(0, i -> i + 1).limit(5000).map(i -> "xl/media/" + i))
                        .toArray(String[]::new)))
            .rejects(
                "1 malformed the file cannot be read at all: the workbook has 5001 parts, more than"
                    + " the 5000 it may"
                    + WORKBOOK),
        workbook("billion-laughs.xlsx", Xlsx.ofSheet(laughs()))
            .rejects(
                "1 malformed the file cannot be read at all: the sheet's XML is broken or of a kind"
                    + " that Excel does not write (line 1)"
                    + WORKBOOK),
        workbook("no-strings.xlsx", Xlsx.withPart(good, "xl/sharedStrings.xml", out -> {}))
            .rejects(
                "1 malformed the file cannot be read at all: the workbook is damaged (the sheet's XML"
                    + " is broken or of a kind that Excel does not write (line 1))"
                    + WORKBOOK));
  }

  /** Files that are good but for a row or the end. */
  private static List<BadFile> partlyReadable() {
    return List.of(
        catalog("columns.csv", "H01,1.000000", GOOD, "H01,1.000000,4,", "H01,\"1.000000,4\"")
            .keeps(3)
            .rejects(
                "2 malformed found 2 columns, expected 3 as in the header",
                "4 malformed found 4 columns, expected 3 as in the header",
                "5 malformed found 2 columns, expected 3 as in the header"),
        catalog("quote.csv", "H01,\"1.000000,4", GOOD)
            .keeps(3)
            .rejects(
                "2 malformed found a quote that opens in line 2 and that nothing closes, expected a"
                    + " closing quote before the comma or the line's end"),
        catalog("nul.csv", "H01,1.000000\0,4", GOOD)
            .keeps(3)
            .rejects(
                "2 malformed found NUL bytes, expected text: the file is damaged or no text file"),
        catalog("lost-letters.csv", "H01,1.000000,To\uFFFDn tr\uFFFDnh", GOOD)
            .keeps(3)
            .rejects("2 malformed " + LOST),
        legacy("latin-1.csv", "Dâgè à é")
            .keeps(3)
            .rejects(
                "2 malformed found bytes that are not UTF-8 (they look like Latin-1 or Windows-1252)"
                    + NOT_UTF8),
        legacy("tcvn3.csv", "CÊp giÊy phÐp b­u chÝnh")
            .keeps(3)
            .rejects(
                "2 malformed found bytes that are not UTF-8 (they look like TCVN3 (ABC))"
                    + NOT_UTF8),
        legacy("vni.csv", "Caáp giaáy pheùp böu chính")
            .keeps(3)
            .rejects("2 malformed found bytes that are not UTF-8 (they look like VNI)" + NOT_UTF8),
        legacy("windows-1258.csv", "Câ\u00ECp giâ\u00ECy phép b\u00FDu chính")
            .keeps(3)
            .rejects(
                "2 malformed found bytes that are not UTF-8 (they look like Windows-1258)"
                    + NOT_UTF8),
        new BadFile(
                "catalogs/2020-08-20/line-of-200-mb.csv.gz",
                BadFilesTest::longLine,
                List.of(2L, 4L),
                List.of())
            .rejects("3 malformed found a line of 200000000 characters, expected at most 1048576"),
        new BadFile(
                "catalogs/2020-08-20/broken-off.csv.gz",
                root -> {
                  byte[] whole = gzip(ascii("unit_code,procedure_code\nH01," + root + "\n"));
                  return Arrays.copyOf(whole, whole.length - 4);
                },
                List.of(2L),
                List.of())
            .rejects(
                "3 malformed the file cannot be read any further: the compressed file is broken off"
                    + CSV),
        text(
                "catalogs/2020-08-20/broken-off.json",
                "[{\"unit_code\":\"H01\",\"procedure_code\":\"{root}\"},{\"unit_code\":")
            .keeps(1)
            .rejects(
                "2 malformed the file cannot be read any further: the JSON is broken off" + JSON),
        text(
                "catalogs/2020-08-20/objects-in-cells.json",
                "[{\"unit_code\":{\"ma\":\"H01\"},\"procedure_code\":\"1.000000\"},",
                "{\"unit_code\":\"H01\",\"procedure_code\":[\"1.000000\"]},",
                "{\"unit_code\":\"H01\",\"Mã đơn vị\":\"H02\",\"procedure_code\":\"1.000000\"},",
                "[], \"H01\", {\"unit_code\":\"H01\",\"procedure_code\":\"{root}\"}]")
            .keeps(6)
            .rejects(
                "1 malformed found an object in unit_code, expected a text, number or boolean",
                "2 malformed found an array in procedure_code, expected a text, number or boolean",
                "3 malformed found the column unit_code twice in one object, expected it once",
                "4 malformed found an array, expected an object with the feed's columns",
                "5 malformed found a bare value, expected an object with the feed's columns"),
        new BadFile(
                "catalogs/2020-08-20/text-of-2-mb.json",
                root ->
                    ascii(
                        "[{\"unit_code\":\"H01\",\"procedure_code\":\""
                            + root
                            + "\"},{\"unit_code\":\""
                            + "x".repeat(2_000_000)
                            + "\"}]"),
                List.of(1L),
                List.of())
            .rejects(
                "2 malformed the file cannot be read any further: found String value length"
                    + " (1109676) exceeds the maximum allowed (1048576)"
                    + JSON),
        new BadFile(
                "catalogs/2020-08-20/formulas.xlsx",
                root ->
                    Xlsx.ofXml(
                        "<sheetData><row><c t='str'><v>unit_code</v></c>"
                            + "<c t='str'><v>procedure_code</v></c></row>"
                            + "<row><c r='A2' t='e'><v>#N/A</v></c><c t='str'><v>1.0</v></c></row>"
                            + "<row><c r='A3'><f>B1</f></c><c t='str'><v>1.0</v></c></row>"
                            + "<row><c t='str'><v>H01</v></c><c t='str'><v>"
                            + root
                            + "</v></c></row></sheetData>"),
                List.of(4L),
                List.of())
            .rejects(
                "2 malformed found the error #N/A, expected a value: mend the formula in unit_code"
                    + " (cell A2)",
                "3 malformed found a formula without a result, expected a value: open and save it"
                    + " with Excel in unit_code (cell A3)"),
        new BadFile(
                "catalogs/2020-08-20/sheet-broken-off.xlsx",
                root ->
                    Xlsx.ofSheet(
                        "<worksheet><sheetData><row><c t='str'><v>unit_code</v></c>"
                            + "<c t='str'><v>procedure_code</v></c></row>"
                            + "<row><c t='str'><v>H01</v></c><c t='str'><v>"
                            + root
                            + "</v></c></row><row><c"),
                List.of(2L),
                List.of())
            .rejects(
                "3 malformed the file cannot be read any further: the sheet's XML is broken or of a"
                    + " kind that Excel does not write (line 1)"
                    + WORKBOOK));
  }

  /** Rows that can be read and must not count. */
  private static List<BadFile> badRows() {
    String code = ", expected a procedure code like 1.003560, 1.003560.000.00.00.H56, 2.002621.H56";
    return List.of(
        catalog("missing.csv", ",1.000000,4", "H01,,4", GOOD)
            .keeps(4)
            .rejects(
                "2 missing_field unit_code is empty, expected a value",
                "3 missing_field procedure_code is empty, expected a value"),
        catalog("unit.csv", "H99,1.000000,4", "Quảng Nam,1.000000,4", "VN,1.000000,4", GOOD)
            .keeps(5)
            .rejects(
                "2 unknown_unit found unit code 'H99', but no province or ministry has the code H99",
                "3 unknown_unit found unit code 'Quảng Nam', expected a form like H47, H47.14.05 or"
                    + " 000.05.14.H47",
                "4 unknown_unit found unit_code 'VN', expected a ministry, a province or a unit"
                    + " below"),
        catalog("code.csv", "H01,1.00001,4", "H01,TTHC-1,4", GOOD)
            .keeps(4)
            .rejects(
                "2 bad_code found procedure_code '1.00001'" + code,
                "3 bad_code found procedure_code 'TTHC-1'" + code),
        catalog("level.csv", "H01,1.000000,5", "H01,1.000000,0", GOOD)
            .keeps(4)
            .rejects(
                "2 bad_level found service_level '5', expected 1 to 4, Mức độ 1 to Mức độ 4,"
                    + " mot_phan, toan_trinh or nothing",
                "3 bad_level found service_level '0', expected 1 to 4, Mức độ 1 to Mức độ 4,"
                    + " mot_phan, toan_trinh or nothing"),
        text(
                "catalogs/2020-08-20/number.csv",
                "unit_code,procedure_code,max_days",
                "H01,1.000000,15 ngày",
                "H01,1.000000,-1",
                "H01,{root},15")
            .keeps(4)
            .rejects(
                "2 bad_number found max_days '15 ngày', expected a number like 15 or 0.5",
                "3 bad_number found max_days '-1', expected a number like 15 or 0.5"),
        text(
                "catalogs/2020-08-20/yes-no.csv",
                "unit_code,procedure_code,has_fee",
                "H01,1.000000,2",
                "H01,1.000000,x",
                "H01,{root},Có")
            .keeps(4)
            .rejects(
                "2 bad_value found has_fee '2', expected 1/0, true/false or có/không",
                "3 bad_value found has_fee 'x', expected 1/0, true/false or có/không"),
        report(
                "dates.csv",
                "level4_rate,,H01,2020-02-30,,1,2,",
                "level4_rate,,H01,20-8-2020,,1,2,",
                "level4_rate,,H01,8/9/2020,,1,2,",
                "level4_rate,,H01,,,1,2,",
                "level4_rate,,H01,20/8/2020,,1,2,",
                "level4_rate,,H01,2020-08-20,month,1,2,")
            .keeps(6)
            .rejects(
                "2 bad_date found as_of '2020-02-30', expected a date like 2020-08-20, or like"
                    + " 20/8/2020 with a day above 12",
                "3 bad_date found as_of '20-8-2020', expected a date like 2020-08-20, or like"
                    + " 20/8/2020 with a day above 12",
                "4 bad_date found as_of '8/9/2020', expected a date like 2020-08-20, or like"
                    + " 20/8/2020 with a day above 12",
                "5 missing_field as_of is empty, expected a value",
                "7 bad_date found as_of 2020-08-20 with period_type month, expected the period's last"
                    + " day, 2020-08-31"),
        report(
                "units.csv",
                "level4_rate,Sở Không có,,2020-08-20,,1,2,",
                "level4_rate,,H99,2020-08-20,,1,2,",
                "level4_rate,Phòng Trùng tên,,2020-08-20,,1,2,",
                "level4_rate,,,2020-08-20,,1,2,",
                "level4_rate,Hà Nội,,2020-08-20,,1,2,")
            .keeps(6)
            .rejects(
                "2 unknown_unit found unit name 'Sở Không có', expected the name or an alias of a"
                    + " unit; correct the name or give unit_code; a missing unit below a province or"
                    + " ministry can be added by the units feed",
                "3 unknown_unit found unit code 'H99', but no province or ministry has the code H99",
                "4 unknown_unit found unit name 'Phòng Trùng tên', which means several units:"
                    + " H47.31, H47.32; give unit_code or parent_code",
                "5 missing_field unit_code and unit_name are empty, expected one of them"),
        report(
                "indicators.csv",
                "level5_rate,,H01,2020-08-20,,1,2,",
                ",,H01,2020-08-20,,1,2,",
                "level4_rate,,H01,2020-08-20,weekly,1,2,",
                "level4_rate,,H01,2020-08-20,,1,2,")
            .keeps(5)
            .rejects(
                "2 bad_value found indicator 'level5_rate', expected one of "
                    + Deployment.DEFINITIONS.indicators().keySet(),
                "3 missing_field indicator is empty, expected a value",
                "4 bad_value found period_type 'weekly', expected as_of, month, quarter or year"),
        report(
                "counts.csv",
                "level4_rate,,H01,2020-08-20,,1.5,2,",
                "level4_rate,,H01,2020-08-20,,1,hai,",
                "level4_rate,,H01,2020-08-20,,10.0,20,")
            .keeps(4)
            .rejects(
                "2 bad_number found numerator '1.5', expected a count like 253",
                "3 bad_number found denominator 'hai', expected a count like 253"),
        units(
                "rows.csv",
                "H47,Quảng Nam,department,,",
                "H47.33,,department,,",
                "H47.33,Sở X,province,,",
                "H47.33,Sở X,department,2020-12-31,2020-01-01",
                "H47.33,Sở X,department,31.12.2020,",
                "H99.1,Sở X,department,,",
                "H47.33,Sở X,department,,")
            .keeps(8)
            .rejects(
                "2 bad_value found unit_code 'H47', expected a unit below a province or ministry;"
                    + " those and the nation ship with the product",
                "3 missing_field unit_name is empty, expected a value",
                "4 bad_value found kind 'province', expected department, district or commune",
                "5 bad_date found valid_from 2020-12-31 after valid_to 2020-01-01, expected it"
                    + " before",
                "6 bad_date found valid_from '31.12.2020', expected a date like 2020-08-20, or like"
                    + " 20/8/2020 with a day above 12",
                "7 unknown_unit found unit code 'H99.1', expected a form like H47, H47.14.05 or"
                    + " 000.05.14.H47"));
  }

  private static List<BadFile> badFiles() {
    return BAD_FILES;
  }

  private static void hiddenSheet(XSSFWorkbook workbook) {
    Xlsx.fill(workbook.createSheet(), CATALOG, new String[] {"H01", "1.000000", "4"});
    workbook.setSheetHidden(0, true);
  }

  private static String laughs() {
    StringBuilder entities = new StringBuilder("<!DOCTYPE worksheet [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 10; i++) {
      entities.append("<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>");
    }
    return entities
        + "]><worksheet><sheetData><row><c t='str'><v>&l9;</v></c></row></sheetData></worksheet>";
  }

  /** 100 MB of spaces, in 440 KB. */
  private static byte[] gzipBomb() {
    return gzip(
        out -> {
          out.write(ascii("unit_code,procedure_code\nH01,"));
          for (int i = 0; i < 100; i++) {
            out.write(ascii(" ".repeat(1_000_000)));
          }
        });
  }

  private static byte[] zipBomb(byte[] workbook) {
    return Xlsx.withPart(
        workbook,
        "xl/worksheets/sheet1.xml",
        out -> {
          out.write(ascii("<worksheet><sheetData>"));
          for (int i = 0; i < 100; i++) {
            out.write(ascii(" ".repeat(1_000_000)));
          }
        });
  }

  /**
   * A line of 200 MB between two good rows. It packs to no less than text does, or it is a bomb.
   */
  private static byte[] longLine(String root) {
    Random random = new Random(3485);
    return gzip(
        out -> {
          out.write(ascii("unit_code,procedure_code\nH01," + root + "\n"));
          byte[] piece = ascii("x".repeat(100_000));
          for (int i = 0; i < 2000; i++) {
            for (int j = 0; j < 2000; j++) {
              piece[random.nextInt(piece.length)] = (byte) ('a' + random.nextInt(26));
            }
            out.write(piece);
          }
          out.write(ascii("\nH01," + rootBehindTheLongLine(root) + "\n"));
        });
  }

  private static String rootBehindTheLongLine(String root) {
    return "2" + root.substring(1);
  }

  /** The root of the good rows of a file, by its place in the table. */
  private static String root(int file) {
    return String.format("1.9%05d", file);
  }

  private static byte[] gzip(byte[] bytes) {
    return gzip(out -> out.write(bytes));
  }

  private static byte[] gzip(Xlsx.Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        }) {
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @BeforeAll
  static void run(@TempDir Path folder) throws IOException, InterruptedException {
    deployment = new Deployment(folder);
    for (int i = 0; i < BAD_FILES.size(); i++) {
      land(BAD_FILES.get(i).file(), BAD_FILES.get(i).bytes().apply(root(i)));
    }
    landGoodFiles();
    landBadNames(folder);
    summary = deployment.run();
    quarantined =
        byFile(deployment.rows("quarantine", "true", "file", "position", "reason", "detail"));
    accepted =
        byFile(
            Stream.of("unit_row", "report_row", "catalog_row")
                .flatMap(table -> deployment.rows(table, "true", "file", "position").stream())
                .toList());
    ledger =
        byFile(
            deployment.rows(
                "ingest_file",
                "true",
                "file",
                "rows_read",
                "accepted",
                "duplicates",
                "quarantined",
                "status"));
  }

  /** The rest of each line by its first word, in order of positions. */
  private static Map<String, List<String>> byFile(List<String> rows) {
    return rows.stream()
        .map(row -> row.split(" ", 2))
        .sorted(
            (one, other) ->
                Long.compare(
                    Long.parseLong(one[1].split(" ", 2)[0]),
                    Long.parseLong(other[1].split(" ", 2)[0])))
        .collect(
            Collectors.groupingBy(
                row -> row[0],
                TreeMap::new,
                Collectors.mapping(row -> row[1], Collectors.toList())));
  }

  private static void land(String name, byte[] bytes) throws IOException {
    Path file = deployment.landing().resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** Good files have names of one letter. */
  private static void landGoodFiles() throws IOException {
    String[] unitHeader = {"Mã đơn vị", "Tên đơn vị", "Loại"};
    deployment.land(
        "units/a.csv", "\uFEFFMã đơn vị;Tên đơn vị;Loại", "H47.31;Phòng Trùng tên;district");
    deployment.land(
        "units/b.csv.gz", "unit_code,unit_name,kind", "H47.32,Phòng Trùng tên,department");
    land("units/c.xlsx", Xlsx.of(unitHeader, new String[] {"H47.41", "Sở Y tế", "department"}));
    deployment.land(
        "units/d.json",
        "[{\"unit_code\":\"H47.42\",\"unit_name\":\"Sở Tư pháp\",\"kind\":\"department\"}]");
    String[] reportHeader = {"Chỉ số", "Mã đơn vị", "Thời điểm", "Tỷ lệ"};
    land(
        "reports/a.csv",
        "\uFEFFChỉ số\tMã đơn vị\tThời điểm\tTỷ lệ\nlevel4_rate\tH02\t20/8/2020\t10%\n"
            .getBytes(StandardCharsets.UTF_16LE));
    deployment.land(
        "reports/b.csv.gz",
        "indicator,unit_name,as_of,value",
        "level4_rate,Cao Bằng,2020-08-20,20%");
    land(
        "reports/c.xlsx",
        Xlsx.of(
            new String[] {"BÁO CÁO"},
            reportHeader,
            new String[] {"level4_rate", "H04", "2020-08-20", "30%"}));
    deployment.land(
        "reports/d.json.gz",
        "{\"data\":[{\"Chỉ số\":\"level4_rate\",\"unit_code\":\"H05\",\"as_of\":\"2020-08-20\","
            + "\"numerator\":2.0,\"denominator\":5}]}");
    deployment.land(
        "catalogs/2020-08-19/a.csv", "unit_code,procedure_code,service_level", "H02,1.000001,4");
    deployment.land(
        "catalogs/2020-08-19/b.csv.gz", "Mã đơn vị,Mã TTHC,Mức độ", "H02,1.000002,toan_trinh");
    land(
        "catalogs/2020-08-19/c.xlsx",
        Xlsx.of(
            new String[] {"DANH MỤC"},
            new String[] {},
            new String[] {"STT", "Mã đơn vị", "Mã TTHC", "Mức độ"},
            new String[] {"(1)", "(2)", "(3)", "(4)"},
            new String[] {"1", "H02", "1.000003", "Mức độ 3"}));
    land(
        "catalogs/2020-08-19/d.xlsx.gz",
        gzip(Xlsx.of(CATALOG, new String[] {"H02", "1.000004", "2"})));
    deployment.land(
        "catalogs/2020-08-19/e.json",
        "{\"unit_code\":\"H02\",\"procedure_code\":\"1.000005\",\"service_level\":1}",
        "{\"Mã đơn vị\":\"H02\",\"Mã TTHC\":\"1.000006\"}");
    deployment.land("catalogs/2020-08-19/header-only.csv", "unit_code,procedure_code");
  }

  private static void landBadNames(Path folder) throws IOException, InterruptedException {
    byte[] row = ascii("unit_code,procedure_code\nH01,1.000000\n");
    for (String name :
        List.of(
            "catalogs/2020-13-01/a.csv",
            "catalogs/20200820/a.csv",
            "catalogs/20-8-2020/a.csv",
            "catalogs/0202-08-20/a.csv",
            "catalogs/2026-11-23/a.csv",
            "catalogs/a.csv",
            "catalogs/2020-08-20/a.xls",
            "catalogs/2020-08-20/a.txt.gz",
            "catalogs/2020-08-20/a",
            "catalogs/2020-08-20/new\nline.csv",
            "catalogs/2020-08-20/x\\..\\up.csv",
            "catalogs/2020-08-20/x..∕..∕up.csv",
            "catalogs/2020-08-20/tua\u202Evsc.csv",
            "catalogs/2020-08-20/folder.csv/a.csv",
            "letters/3485.csv",
            "3485.csv",
            // Not there yet, or of the system: nothing is said of these.
            "catalogs/2020-08-20/.a.csv",
            "catalogs/2020-08-20/Thumbs.db",
            "catalogs/Desktop.ini",
            "catalogs/2020-08-20/a.csv.part",
            "catalogs/2020-08-20/a.xlsx.tmp",
            "catalogs/.2020-08-20/a.csv")) {
      land(name, row);
    }
    Path catalogs = deployment.landing().resolve("catalogs/2020-08-20");
    Path secret = Files.write(folder.resolve("secret.csv"), row);
    Files.createSymbolicLink(catalogs.resolve("link-out.csv"), secret);
    Files.createSymbolicLink(catalogs.resolve("link-up.csv"), Path.of("../../../secret.csv"));
    Files.createSymbolicLink(
        catalogs.resolve("link-to-nothing.csv"), folder.resolve("nothing.csv"));
    Files.createSymbolicLink(deployment.landing().resolve("catalogs/2020-08-18"), folder);
    Process pipe = new ProcessBuilder("mkfifo", catalogs.resolve("pipe.csv").toString()).start();
    assertThat(pipe.waitFor()).isZero();
  }

  @Test
  void theRunIsPublished() {
    assertThat(summary.status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(badFiles()).as("kinds of bad file").hasSizeGreaterThanOrEqualTo(45);
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void aBadFileIsQuarantinedWhereItIsBadAndCountsWhereItIsGood(BadFile bad) {
    String file = bad.file().replaceFirst("\\.gz$", "");
    int good = bad.accepted().size();
    int rejected = bad.quarantined().size();
    assertThat(quarantined.getOrDefault(file, List.of()))
        .as("what was found, what was expected")
        .isEqualTo(bad.quarantined());
    assertThat(accepted.getOrDefault(file, List.of()))
        .as("positions of the rows that count all the same")
        .isEqualTo(bad.accepted().stream().map(String::valueOf).toList());
    assertThat(ledger.get(file))
        .as("read, accepted, duplicates, quarantined")
        .containsExactly((good + rejected) + " " + good + " 0 " + rejected + " ingested");
  }

  @Test
  void whatHasABadNameOrPlaceIsLeftAlone() {
    String linkOut =
        "là liên kết ra ngoài thư mục nhận dữ liệu, cần chính tệp đó: chép tệp vào / found a link"
            + " that leaves the landing folder, expected the file itself: copy it";
    String name =
        "tên có ký tự điều khiển, dấu \\ hoặc ký tự giống dấu /, cần chữ, số và dấu cách: đổi tên"
            + " / found a name with control characters, a backslash or what looks like a slash,"
            + " expected letters, digits and blanks: rename it";
    assertThat(summary.leftAlone())
        .containsExactlyInAnyOrder(
            "catalogs/2020-13-01: " + NO_DATE,
            "catalogs/20200820: " + NO_DATE,
            "catalogs/20-8-2020: " + NO_DATE,
            "catalogs/0202-08-20: là ngày trước 2000-01-01, cần ngày của dữ liệu trong đó / lies before"
                + " 2000-01-01, expected the date of the data in it",
            "catalogs/2026-11-23: là ngày chưa đến (hôm nay là 2026-11-22), cần ngày không sau hôm nay: đổi tên thư mục / lies in the future (today is 2026-11-22), expected today or before: rename the folder",
            "catalogs/2020-08-18: " + linkOut,
            "catalogs/a.csv: là tệp, cần thư mục có tên là ngày như 2020-08-20: chuyển tệp vào thư mục"
                + " của ngày đó / found a file, expected a folder named by a date like 2020-08-20: move"
                + " it into the folder of its date",
            "catalogs/2020-08-20/a.xls: là bảng tính dạng khác, cần .xlsx: mở bằng Excel rồi lưu thành .xlsx,"
                + " đổi tên không đủ / found a workbook of another form, expected .xlsx: open it with Excel and save it"
                + " as .xlsx, a new name is not enough",
            "catalogs/2020-08-20/a.txt.gz: " + NO_FILE_VI + " / " + NO_FILE,
            "catalogs/2020-08-20/a: " + NO_FILE_VI + " / " + NO_FILE,
            "catalogs/2020-08-20/new\\u000Aline.csv: " + name,
            "catalogs/2020-08-20/x\\..\\up.csv: " + name,
            "catalogs/2020-08-20/x..∕..∕up.csv: " + name,
            "catalogs/2020-08-20/tua\\u202Evsc.csv: " + name,
            "catalogs/2020-08-20/folder.csv: là thư mục, "
                + NO_FILE_VI
                + ": chuyển tệp trong đó ra / found a folder, "
                + NO_FILE
                + ": move what is in it out",
            "catalogs/2020-08-20/pipe.csv: không phải tệp thường, "
                + NO_FILE_VI
                + " / found no regular file, "
                + NO_FILE,
            "catalogs/2020-08-20/link-out.csv: " + linkOut,
            "catalogs/2020-08-20/link-up.csv: " + linkOut,
            "catalogs/2020-08-20/link-to-nothing.csv: là liên kết không dẫn đến đâu, cần chính tệp đó:"
                + " chép tệp vào / found a link to nothing, expected the file"
                + " itself: copy it",
            "letters: không phải thư mục của loại dữ liệu nào, cần một trong [catalogs, dossiers, progress, reports, units]: chuyển vào thư mục đúng / no folder of a feed, expected one of [catalogs, dossiers, progress, reports, units]: move it into the right one",
            "3485.csv: không phải thư mục của loại dữ liệu nào, cần một trong [catalogs, dossiers, progress, reports, units]: chuyển vào thư mục đúng / no folder of a feed, expected one of [catalogs, dossiers, progress, reports, units]: move it into the right one");
  }

  @Test
  void allRowsOfGoodFilesArePublished() {
    assertThat(
            deployment.rows("unit_row", "file LIKE 'units/_.%'", "file", "unit_code", "unit_name"))
        .containsExactly(
            "units/a.csv H47.31 Phòng Trùng tên",
            "units/b.csv H47.32 Phòng Trùng tên",
            "units/c.xlsx H47.41 Sở Y tế",
            "units/d.json H47.42 Sở Tư pháp");
    assertThat(
            deployment.rows(
                "report_row", "file LIKE 'reports/_.%'", "file", "unit_code", "as_of", "value"))
        .containsExactly(
            "reports/a.csv H02 2020-08-20 0.1",
            "reports/b.csv H14 2020-08-20 0.2",
            "reports/c.xlsx H04 2020-08-20 0.3",
            "reports/d.json H05 2020-08-20 0.4");
    assertThat(
            deployment.rows(
                "service", "unit_code = 'H02'", "procedure_code", "snapshot_date", "service_level"))
        .containsExactly(
            "1.000001 2020-08-19 4",
            "1.000002 2020-08-19 4",
            "1.000003 2020-08-19 3",
            "1.000004 2020-08-19 2",
            "1.000005 2020-08-19 1",
            "1.000006 2020-08-19 null");
    assertThat(ledger)
        .containsEntry("catalogs/2020-08-19/header-only.csv", List.of("0 0 0 0 ingested"));
  }

  @Test
  void allGoodRowsOfBadFilesArePublished() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < BAD_FILES.size(); i++) {
      if (BAD_FILES.get(i).file().startsWith("catalogs/")
          && !BAD_FILES.get(i).accepted().isEmpty()) {
        expected.add(root(i));
      }
      if (BAD_FILES.get(i).file().contains("line-of-200-mb")) {
        expected.add(rootBehindTheLongLine(root(i)));
      }
    }
    assertThat(deployment.rows("service", "unit_code = 'H01'", "procedure_code"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void ofMalformedRowsOnlyLengthAndHashAreKept() {
    assertThat(
            deployment.rows(
                "quarantine",
                "reason = 'malformed' AND raw <> '' AND raw NOT RLIKE"
                    + " '^\\\\{\"length\":[0-9]+,\"sha256\":\"[0-9a-f]{64}\"\\\\}$'",
                "file",
                "raw"))
        .isEmpty();
  }
}

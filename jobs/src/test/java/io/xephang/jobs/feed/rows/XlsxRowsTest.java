package io.xephang.jobs.feed.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.jobs.Deployment;
import io.xephang.jobs.Xlsx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxRowsTest {
  private static final String[] HEADER = {"Mã đơn vị", "Mã TTHC", "Mức độ"};
  private static final String[] ROW = {"H47", "1.000001", "4"};
  private static final String SHOWN = " {procedure_code=1.000001, service_level=4, unit_code=H47}";

  @TempDir private Path folder;

  @Test
  void findsTheHeaderBelowMergedTitles() {
    assertThat(
            catalog(
                workbook -> {
                  XSSFSheet sheet = workbook.createSheet("Phụ lục");
                  Xlsx.fill(
                      sheet,
                      new String[] {"ỦY BAN NHÂN DÂN TỈNH", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"},
                      new String[] {"DANH MỤC THỦ TỤC HÀNH CHÍNH"},
                      new String[] {"(Kèm theo Công văn số 3485)"},
                      new String[] {},
                      new String[] {"STT", "Mã đơn vị", "Thủ tục hành chính", "", "Mức độ"},
                      new String[] {"", "", "Mã TTHC", "Tên TTHC", ""},
                      new String[] {"(1)", "(2)", "(3)", "(4)", "(5)"},
                      new String[] {"1", "H47", "1.000001", "Cấp giấy phép", "4"},
                      new String[] {"", " ", "", "", "\u00A0"},
                      new String[] {"2", "H47", "1.000002", "Đổi giấy phép", "3"});
                  sheet.addMergedRegion(CellRangeAddress.valueOf("A1:C1"));
                  sheet.addMergedRegion(CellRangeAddress.valueOf("A2:E2"));
                  sheet.addMergedRegion(CellRangeAddress.valueOf("A5:A6"));
                  sheet.addMergedRegion(CellRangeAddress.valueOf("B5:B6"));
                  sheet.addMergedRegion(CellRangeAddress.valueOf("C5:D5"));
                }))
        .containsExactly(
            "8 {procedure_code=1.000001, procedure_name=Cấp giấy phép, service_level=4,"
                + " unit_code=H47}",
            // Row 9 is blank.
            "10 {procedure_code=1.000002, procedure_name=Đổi giấy phép, service_level=3,"
                + " unit_code=H47}");
  }

  @Test
  void readsTheFirstVisibleSheetThatHasAHeader() {
    assertThat(
            catalog(
                workbook -> {
                  Xlsx.fill(workbook.createSheet("Công văn"), new String[] {"Kính gửi", "Sở Y tế"});
                  Xlsx.fill(workbook.createSheet("Nháp"), HEADER, new String[] {"H01", "x", "1"});
                  Xlsx.fill(workbook.createSheet("Ẩn hẳn"), HEADER, new String[] {"H02", "x", "1"});
                  workbook.createSheet("Trống");
                  Xlsx.fill(workbook.createSheet("Danh mục"), HEADER, ROW);
                  Xlsx.fill(workbook.createSheet("Cũ"), HEADER, new String[] {"H03", "x", "1"});
                  workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
                  workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
                }))
        .containsExactly("2" + SHOWN);
  }

  @Test
  void readsNumbersAsTheyAreMeant() {
    assertThat(
            catalog(
                workbook -> {
                  XSSFSheet sheet = workbook.createSheet();
                  Xlsx.fill(
                      sheet,
                      new String[] {
                        "Mã đơn vị", "Mã TTHC", "Mức độ", "Thời hạn", "Có phí", "Tên TTHC"
                      });
                  XSSFRow row = sheet.createRow(1);
                  row.createCell(0).setCellValue("H47");
                  row.createCell(1).setCellValue(1.00356);
                  row.createCell(2).setCellValue(4.0);
                  row.createCell(3).setCellValue(10.0);
                  row.createCell(4).setCellValue(true);
                  row.createCell(5).setCellValue(0.1 + 0.2);
                  row = sheet.createRow(2);
                  row.createCell(0).setCellValue("H47");
                  row.createCell(1).setCellValue(2);
                  row.createCell(2).setCellFormula("1+2");
                  workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
                  row.createCell(3).setCellValue(0.5);
                  row.createCell(4).setCellValue(0);
                  row.createCell(5).setCellValue(20200820123456.0);
                }))
        .containsExactly(
            "2 {has_fee=true, max_days=10, procedure_code=1.003560, procedure_name=0.3,"
                + " service_level=4, unit_code=H47}",
            "3 {has_fee=0, max_days=0.5, procedure_code=2.000000, procedure_name=20200820123456,"
                + " service_level=3, unit_code=H47}");
  }

  @Test
  void readsDatesAndPercentagesOfReportsAsExcelStoresThem() {
    Consumer<XSSFWorkbook> report =
        workbook -> {
          XSSFSheet sheet = workbook.createSheet();
          Xlsx.fill(
              sheet,
              new String[] {"Chỉ số", "Mã đơn vị", "Ngày số liệu", "Tử số", "Mẫu số", "Tỷ lệ"});
          for (int i = 1; i <= 3; i++) {
            XSSFRow row = sheet.createRow(i);
            row.createCell(0).setCellValue("level4_rate");
            row.createCell(1).setCellValue("H47");
          }
          XSSFRow row = sheet.getRow(1);
          styled(row.createCell(2), "dd/mm/yyyy").setCellValue(LocalDate.of(2020, 8, 20));
          row.createCell(3).setCellValue(253);
          styled(row.createCell(4), "#,##0").setCellValue(1988);
          styled(row.createCell(5), "0.00%").setCellValue(253.0 / 1988);
          row = sheet.getRow(2);
          styled(row.createCell(2), "[$-42A]d mmmm yyyy;@").setCellValue(LocalDate.of(2020, 8, 9));
          styled(row.createCell(5), "0.0#%").setCellValue(0.125);
          row = sheet.getRow(3);
          row.createCell(2).setCellValue("20/8/2020");
          row.createCell(5).setCellValue("54,53%");
        };
    List<String> expected =
        List.of(
            "2 {as_of=2020-08-20, denominator=1988, indicator=level4_rate, numerator=253,"
                + " unit_code=H47, value=12,73%}",
            "3 {as_of=2020-08-09, indicator=level4_rate, unit_code=H47, value=12,5%}",
            "4 {as_of=20/8/2020, indicator=level4_rate, unit_code=H47, value=54,53%}");
    assertThat(rows("reports", Xlsx.written(report))).isEqualTo(expected);
    assertThat(
            rows(
                "reports",
                Xlsx.written(
                    workbook -> {
                      workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
                      report.accept(workbook);
                    })))
        .as("dates counted from 1904, as Excel of old Macs did")
        .isEqualTo(expected);
  }

  private static XSSFCell styled(XSSFCell cell, String format) {
    XSSFWorkbook workbook = cell.getSheet().getWorkbook();
    XSSFCellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    cell.setCellStyle(style);
    return cell;
  }

  @Test
  void readsRichInlineAndFormulaTexts() {
    assertThat(
            catalog(
                workbook -> {
                  XSSFSheet sheet = workbook.createSheet();
                  Xlsx.fill(sheet, HEADER, new String[] {"", "1.000001", ""});
                  XSSFFont bold = workbook.createFont();
                  bold.setBold(true);
                  XSSFRichTextString code = new XSSFRichTextString("H");
                  code.append("47", bold);
                  sheet.getRow(1).createCell(0).setCellValue(code);
                  sheet.getRow(1).createCell(2).setCellFormula("\"toàn\"&\" trình\"");
                  workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
                }))
        .containsExactly("2 {procedure_code=1.000001, service_level=toàn trình, unit_code=H47}");
    assertThat(
            rows(
                "catalogs",
                Xlsx.ofXml(
                    "<sheetData>"
                        + "<row><c t='inlineStr'><is><t>unit_code</t></is></c>"
                        + "<c t='inlineStr'><is><r><t>procedure</t></r><r><t>_code</t></r></is></c>"
                        + "<c t='str'><v>Tên TTHC</v></c></row>"
                        // Without references, as small libraries write; with escapes and phonetics.
                        + "<row><c t='inlineStr'><is><t>H47</t></is></c>"
                        + "<c t='inlineStr'><is><t>1.000001</t><rPh><t>x</t></rPh></is></c>"
                        + "<c t='inlineStr'><is><t>Cấp_x000D_\nmới</t></is></c></row>"
                        + "<row r='9'><c r='C9' t='d'><v>2020-08-20T00:00:00</v></c>"
                        + "<c r='A9' t='str'><v>H01</v></c><c r='B9' t='str'><v>1.000002</v></c>"
                        + "</row></sheetData>")))
        .containsExactly(
            "2 {procedure_code=1.000001, procedure_name=Cấp\r\nmới, unit_code=H47}",
            "9 {procedure_code=1.000002, procedure_name=2020-08-20, unit_code=H01}");
  }

  @Test
  void aCellWithoutAValueThatShouldHaveOneSpoilsItsRowOnly() {
    assertThat(
            rows(
                "catalogs",
                Xlsx.ofXml(
                    "<sheetData><row><c t='str'><v>unit_code</v></c>"
                        + "<c t='str'><v>procedure_code</v></c><c t='str'><v>STT</v></c></row>"
                        + "<row><c t='e'><v>#N/A</v></c><c t='str'><v>1.000001</v></c></row>"
                        + "<row><c r='A3'><f>B1</f></c><c t='str'><v>1.000001</v></c></row>"
                        + "<row><c t='s'><v>77</v></c><c t='str'><v>1.000001</v></c></row>"
                        + "<row><c t='str'><v>"
                        + "x".repeat(32_768)
                        + "</v></c><c t='str'><v>1.000001</v></c></row>"
                        // An error in a column that nobody reads.
                        + "<row><c t='str'><v>H47</v></c><c t='str'><v>1.000001</v></c>"
                        + "<c t='e'><v>#REF!</v></c></row></sheetData>")))
        .containsExactly(
            "2: found the error #N/A, expected a value: mend the formula in unit_code (cell in row"
                + " 2)",
            "3: found a formula without a result, expected a value: open and save it with Excel in"
                + " unit_code (cell A3)",
            "4: found a text that the workbook does not hold (shared string 77), expected a value in"
                + " unit_code (cell in row 4)",
            "5: found a text of more than the 32767 characters that a cell of Excel holds, expected"
                + " a value in unit_code (cell in row 5)",
            "6 {procedure_code=1.000001, unit_code=H47}");
  }

  @Test
  void readsGzippedWorkbooks() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(Xlsx.of(HEADER, ROW));
    }
    Path file = Files.write(folder.resolve("a.xlsx.gz"), bytes.toByteArray());
    assertThat(
            ShownRows.of(
                new XlsxRows(file, true, Deployment.DEFINITIONS.feed("catalogs").header())))
        .containsExactly("2" + SHOWN);
  }

  @Test
  void aSheetOfEqualRowsIsNoBomb() {
    String[][] table = new String[20_001][];
    Arrays.fill(table, ROW);
    table[0] = HEADER;
    assertThat(rows("catalogs", Xlsx.of(table))).hasSize(20_000).endsWith("20001" + SHOWN);
  }

  @Test
  void aWorkbookWithoutAHeaderIsOneRow() {
    assertThat(rows("catalogs", Xlsx.of(new String[] {"Kính gửi"}, new String[] {"Mã TTHC"})))
        .containsExactly(
            "2: found the columns [procedure_code] in the header, expected unit_code (Mã đơn vị /"
                + " Mã cơ quan / Mã định danh) too");
    assertThat(catalog(XSSFWorkbook::createSheet))
        .containsExactly("1: the file is empty, expected a header and rows");
    assertThat(
            catalog(
                workbook -> {
                  Xlsx.fill(workbook.createSheet(), HEADER, ROW);
                  workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
                }))
        .containsExactly("1: found no visible sheet, expected one with a header and rows");
  }

  @Test
  void saysWhatAFileIsThatIsNoWorkbook() {
    byte[] good = Xlsx.of(HEADER, ROW);
    assertThat(rows("catalogs", new byte[0])).containsExactly(unreadable("the file is empty"));
    assertThat(rows("catalogs", Xlsx.locked(good)))
        .containsExactly(unreadable("it is protected with a password: remove the password"));
    assertThat(rows("catalogs", Xlsx.old(HEADER, ROW)))
        .containsExactly(
            unreadable(
                "it is an old .xls workbook under the name .xlsx: save it as .xlsx with Excel"));
    assertThat(rows("catalogs", Xlsx.zip("[Content_Types].xml", "xl/workbook.bin")))
        .containsExactly(unreadable("it is a binary .xlsb workbook: save it as .xlsx with Excel"));
    assertThat(rows("catalogs", Xlsx.zip("[Content_Types].xml", "word/document.xml")))
        .containsExactly(unreadable("it is a Word document (.docx): save its table as .xlsx"));
    assertThat(
            rows(
                "catalogs",
                Xlsx.withPart(
                    good,
                    "_rels/.rels",
                    out ->
                        out.write(
                            ("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
                                    + "relationships'><Relationship Id='rId1' Target="
                                    + "'xl/workbook.xml' Type='http://purl.oclc.org/ooxml/"
                                    + "officeDocument/relationships/officeDocument'/>"
                                    + "</Relationships>")
                                .getBytes(StandardCharsets.UTF_8)))))
        .containsExactly(
            unreadable(
                "it is a workbook of the kind 'Strict Open XML': save it as 'Excel Workbook"
                    + " (.xlsx)'"));
    assertThat(rows("catalogs", Xlsx.zip("mimetype", "content.xml")))
        .containsExactly(unreadable("it is an OpenDocument file (.ods): save it as .xlsx"));
    assertThat(rows("catalogs", Xlsx.zip("x.csv")))
        .containsExactly(
            unreadable("it is a zip archive without a workbook: send the workbook itself"));
    assertThat(rows("catalogs", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)))
        .containsExactly(unreadable("it is a PDF document: send the workbook itself"));
    assertThat(rows("catalogs", "<html><table>".getBytes(StandardCharsets.US_ASCII)))
        .containsExactly(unreadable("it is an HTML or XML page: save it as .xlsx with Excel"));
    assertThat(rows("catalogs", "unit_code,procedure_code".getBytes(StandardCharsets.US_ASCII)))
        .containsExactly(
            unreadable(
                "it is no workbook (it begins with 'unit_cod'): save it as .xlsx with Excel"));
  }

  @Test
  void saysWhereAWorkbookIsBroken() {
    byte[] good = Xlsx.of(HEADER, ROW);
    assertThat(rows("catalogs", Arrays.copyOf(good, good.length / 2)))
        .containsExactly(
            unreadable("the workbook is broken off or damaged (zip END header not found)"));
    assertThat(rows("catalogs", Xlsx.zip("[Content_Types].xml")))
        .containsExactly(unreadable("the workbook is damaged (Content is not allowed in prolog.)"));
    assertThat(
            rows(
                "catalogs",
                Xlsx.ofSheet(
                    "<worksheet><sheetData><row><c t='str'><v>unit_code</v></c>"
                        + "<c t='str'><v>procedure_code</v></c></row>"
                        + "<row><c t='str'><v>H47</v></c><c t='str'><v>1.000001</v></c></row>"
                        + "<row><c t='str'><v>H47</v")))
        .containsExactly(
            "2 {procedure_code=1.000001, unit_code=H47}",
            "3: the file cannot be read any further: the sheet's XML is broken or of a kind that"
                + " Excel does not write (line 1), expected an XLSX workbook without a password;"
                + " deliver it again whole");
  }

  @Test
  void entitiesDoNotGrow() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE worksheet [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 10; i++) {
      laughs.append("<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>");
    }
    assertThat(
            rows(
                "catalogs",
                Xlsx.ofSheet(
                    laughs
                        + "]><worksheet><sheetData><row><c t='str'><v>&l9;</v></c></row></sheetData>"
                        + "</worksheet>")))
        .containsExactly(
            unreadable(
                "the sheet's XML is broken or of a kind that Excel does not write (line 1)"));
  }

  private static String unreadable(String why) {
    return "1: the file cannot be read at all: "
        + why
        + ", expected an XLSX workbook without a password; deliver it again whole";
  }

  private List<String> catalog(Consumer<XSSFWorkbook> content) {
    return rows("catalogs", Xlsx.written(content));
  }

  private List<String> rows(String feed, byte[] workbook) {
    try {
      Path file = Files.write(folder.resolve("a.xlsx"), workbook);
      return ShownRows.of(new XlsxRows(file, false, Deployment.DEFINITIONS.feed(feed).header()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

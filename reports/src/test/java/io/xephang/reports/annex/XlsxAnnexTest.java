package io.xephang.reports.annex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class XlsxAnnexTest {
  @Test
  void saysWhatTheTextSaysInTheSameOrder() throws Exception {
    for (Annex annex :
        List.of(
            AnnexRenderingTest.computed(),
            AnnexRenderingTest.reported(),
            AnnexRenderingTest.quarter())) {
      StringWriter text = new StringWriter();
      TextAnnex.write(annex, text);
      // The frame of the text's tables apart, and how they are filled with spaces.
      List<String> lines =
          text.toString()
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("+"))
              .map(line -> line.replaceAll("^\\| +| +\\|$", "").replaceAll(" *\\| *", "|"))
              .toList();
      try (XSSFWorkbook workbook = workbook(annex)) {
        assertThat(vietnamese(workbook.getSheet("Phụ lục"))).containsExactlyElementsOf(lines);
      }
    }
  }

  @Test
  void numbersAreNumbersWithTheDecimalsThatArePrinted() throws Exception {
    try (XSSFWorkbook workbook = workbook(AnnexRenderingTest.computed())) {
      Row hue = row(workbook.getSheetAt(0), "Thừa Thiên Huế");
      assertThat(hue.getCell(0).getNumericCellValue()).isEqualTo(1);
      assertThat(hue.getCell(3).getNumericCellValue()).isEqualTo(1090);
      assertThat(hue.getCell(4).getNumericCellValue()).isEqualTo(1999);
      assertThat(hue.getCell(5).getNumericCellValue()).isEqualTo(1090 / 1999.0);
      assertThat(hue.getCell(5).getCellStyle().getDataFormatString()).isEqualTo("0.00%");
      assertThat(row(workbook.getSheetAt(0), "An Giang").getCell(5).getCellType())
          .as("a unit without a rate")
          .isEqualTo(CellType.STRING);
    }
  }

  @Test
  void printsOnA4AsWideAsThePage() throws Exception {
    try (XSSFWorkbook workbook = workbook(AnnexRenderingTest.computed())) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
      Row repeated = sheet.getRow(sheet.getRepeatingRows().getFirstRow());
      assertThat(repeated.getCell(2).getStringCellValue())
          .as("the head that pages behind the first repeat")
          .isEqualTo("Tỉnh/Thành phố trực thuộc Trung ương");
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (cell.getCellType() != CellType.BLANK) {
            assertThat(((XSSFCell) cell).getCellStyle().getFont().getFontName())
                .as("font of %s", cell.getAddress())
                .isEqualTo("Times New Roman");
          }
        }
      }
    }
  }

  @Test
  void syntheticFiguresAreCalledSynthetic() throws Exception {
    try (XSSFWorkbook workbook = workbook(AnnexRenderingTest.computed())) {
      assertThat(vietnamese(workbook.getSheetAt(0))).contains(SyntheticNotice.TEXT);
    }
    try (XSSFWorkbook workbook = workbook(AnnexRenderingTest.reported())) {
      assertThat(vietnamese(workbook.getSheetAt(0))).doesNotContain(SyntheticNotice.TEXT);
    }
  }

  private static XSSFWorkbook workbook(Annex annex) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XlsxAnnex.write(annex, out);
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }

  private static Row row(XSSFSheet sheet, String name) {
    for (Row row : sheet) {
      if (row.getCell(2) != null && row.getCell(2).toString().equals(name)) {
        return row;
      }
    }
    throw new AssertionError("there is no row of " + name);
  }

  /** What Excel shows in Viet Nam; the cells of joined ones that hold nothing are left out. */
  private static List<String> vietnamese(XSSFSheet sheet) {
    DataFormatter formatter = new DataFormatter(Locale.forLanguageTag("vi-VN"));
    List<String> lines = new ArrayList<>();
    for (Row row : sheet) {
      List<String> cells = new ArrayList<>();
      for (Cell cell : row) {
        if (cell.getColumnIndex() == 0 || !isJoined(row)) {
          cells.add(formatter.formatCellValue(cell));
        }
      }
      lines.add(String.join("|", cells));
    }
    return lines;
  }

  private static boolean isJoined(Row row) {
    return row.getSheet().getMergedRegions().stream()
        .anyMatch(range -> range.isInRange(row.getRowNum(), 1));
  }
}

package io.xephang.reports.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;

class LetterheadTest {
  /** Measured in Times New Roman, bold, of 12 points. */
  private static final int DEPARTMENT_MM = 74;

  private static final int COUNTRY_MM = 88;

  @Test
  void aDepartmentAndTheCountryStandOnOneLineEach() throws Exception {
    try (XWPFDocument document = new XWPFDocument()) {
      new Letterhead("UBND tỉnh", "Sở Thông tin và Truyền thông", "…/…", "…, ngày …").add(document);
      CTTblCellMar margins = document.getTables().get(0).getCTTbl().getTblPr().getTblCellMar();
      assertThat(margins.getLeft().getW()).as("margin at the left").hasToString("0");
      assertThat(margins.getRight().getW()).as("margin at the right").hasToString("0");
      CTTblGrid grid = document.getTables().get(0).getCTTbl().getTblGrid();
      assertThat(millimetres(grid, 0))
          .as("SỞ THÔNG TIN VÀ TRUYỀN THÔNG")
          .isGreaterThanOrEqualTo(DEPARTMENT_MM);
      assertThat(millimetres(grid, 1))
          .as("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
          .isGreaterThanOrEqualTo(COUNTRY_MM);
    }
  }

  private static long millimetres(CTTblGrid grid, int column) {
    return Math.round(((BigInteger) grid.getGridColArray(column).getW()).longValue() * 25.4 / 1440);
  }
}

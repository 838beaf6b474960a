package io.xephang.reports.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.reports.template.Column;
import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGridCol;

/** How wide columns are, in millimetres. */
class WordTableTest {
  @Test
  void remarksHaveRoomForTheirWordsBesideRates() throws Exception {
    Map<Column, String> headings = new LinkedHashMap<>();
    headings.put(Column.SERIAL, "TT");
    headings.put(Column.NAME, "Sở, ban, ngành");
    headings.put(Column.REPORTED, "Tỉ lệ theo báo cáo");
    headings.put(Column.RECOMPUTED, "Tính lại");
    headings.put(Column.COMPUTED, "Tỉ lệ theo danh mục");
    headings.put(Column.REMARK, "Ghi chú");
    List<Integer> widths = widths(headings);
    assertThat(widths.get(5))
        .as("'Bao gồm DVC Bộ chủ quản xây dựng. Chưa làm tròn' takes four lines, not five")
        .isGreaterThanOrEqualTo(35);
    assertThat(widths.get(4)).as("'61/153 = 39,87%' is one line").isGreaterThanOrEqualTo(35);
    assertThat(widths.stream().mapToInt(width -> width).sum())
        .as("the width of the text")
        .isEqualTo(PageLayout.TEXT_WIDTH_MM);
  }

  private static List<Integer> widths(Map<Column, String> headings) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      WordTable.add(document, headings, List.of(Map.of(Column.SERIAL, "1")));
      return document.getTables().get(0).getCTTbl().getTblGrid().getGridColList().stream()
          .map(CTTblGridCol::getW)
          .map(width -> (int) Math.round(((BigInteger) width).longValue() * 25.4 / 1440))
          .toList();
    }
  }
}

package io.xephang.warehouse.xlsx;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;

/** The second sheet: what the result is. */
final class AboutSheet {
  private static final int WIDTH_OF_HEADINGS = 34;
  private static final int WIDTH_OF_TEXTS = 110;

  private final Worksheet sheet;

  AboutSheet(Worksheet sheet) {
    this.sheet = sheet;
  }

  void write(List<AboutLine> lines) throws IOException {
    Cells cells = new Cells(sheet);
    sheet.width(0, WIDTH_OF_HEADINGS);
    sheet.width(1, WIDTH_OF_TEXTS);
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    int row = 0;
    for (AboutLine line : lines) {
      cells.text(row, 0, line.what());
      sheet.style(row, 0).bold().verticalAlignment("top").set();
      for (String piece : line.text().isEmpty() ? List.of("") : line.text().lines().toList()) {
        cells.text(row, 1, piece);
        sheet.style(row, 1).wrapText(true).verticalAlignment("top").set();
        row++;
      }
    }
    sheet.finish();
  }
}

package io.xephang.warehouse.xlsx;

import io.xephang.warehouse.xlsx.ColumnLayouts.ColumnLayout;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;

/** A sheet of rows under a header that stays in sight and can be filtered. */
final class ResultSheet {
  /** So many rows are held until they are written. */
  private static final int FLUSHED = 1_000;

  private final Worksheet sheet;
  private final Cells cells;
  private List<ColumnLayout> columns = List.of();
  private int rows;
  private int written;

  ResultSheet(Worksheet sheet) {
    this.sheet = sheet;
    this.cells = new Cells(sheet);
  }

  void begin(ColumnLayouts layouts) {
    columns = layouts.columns();
    sheet.freezePane(0, 1);
    sheet.repeatRows(0);
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    for (int c = 0; c < columns.size(); c++) {
      sheet.width(c, columns.get(c).width());
      cells.text(0, c, columns.get(c).name());
      sheet.style(0, c).bold().fillColor("D9E2F3").set();
    }
  }

  /** How many there are, the header not counted. */
  int rows() {
    return rows;
  }

  void row(List<Object> values) throws IOException {
    rows++;
    for (int c = 0; c < columns.size(); c++) {
      cells.value(rows, c, values.get(c));
    }
    if (rows - written == FLUSHED) {
      format();
      sheet.flush();
    }
  }

  /** Of many cells at a time: one by one it takes as long as all the rest. */
  private void format() {
    for (int c = 0; c < columns.size() && written < rows; c++) {
      NumberFormat format = columns.get(c).format();
      if (!format.equals(NumberFormat.PLAIN)) {
        sheet.range(written + 1, c, rows, c).style().format(format.code()).set();
      }
    }
    written = rows;
  }

  /**
   * Writes the end of the sheet.
   *
   * @return how many texts were too long
   */
  long finish() throws IOException {
    format();
    if (!columns.isEmpty()) {
      sheet.setAutoFilter(0, 0, rows, columns.size() - 1);
    }
    sheet.finish();
    return cells.textsCut();
  }
}

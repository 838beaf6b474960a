package io.xephang.reports.word;

import io.xephang.reports.template.Column;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/**
 * A table with a frame, over the width of the text. Its head stands again on every page, and no row
 * is split between two.
 */
final class WordTable {
  private static final double CELL_MARGIN_MM = 1.2;
  private static final int LEAST_NAME_MM = 32;

  /** A bold letter of 13 points, on the average. */
  private static final double LETTER_MM = 2.8;

  /** Rows at either end that stay together: none of a table's stands alone on a page. */
  private static final int TOGETHER = 2;

  private WordTable() {}

  /**
   * Adds a table.
   *
   * @param headings of its columns, in their order
   * @param rows a cell without a value may be missing
   */
  static void add(
      XWPFDocument document, Map<Column, String> headings, List<Map<Column, String>> rows) {
    List<Column> columns = List.copyOf(headings.keySet());
    Map<Column, BigInteger> widths = widths(columns, headings);
    XWPFTable table = document.createTable(rows.size() + 1, columns.size());
    layOut(table, columns, widths);
    XWPFTableRow head = table.getRow(0);
    head.setRepeatHeader(true);
    fill(head, columns, headings, widths, WordStyle.CELL_HEAD, false);
    for (int i = 0; i < rows.size(); i++) {
      // Word keeps a row on the page of the next one if its paragraphs are told to.
      boolean staysWithNext = i < TOGETHER - 1 || i == rows.size() - TOGETHER;
      fill(table.getRow(i + 1), columns, rows.get(i), widths, WordStyle.CELL, staysWithNext);
    }
  }

  private static void fill(
      XWPFTableRow row,
      List<Column> columns,
      Map<Column, String> texts,
      Map<Column, BigInteger> widths,
      WordStyle style,
      boolean staysWithNext) {
    row.setCantSplitRow(true);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      XWPFTableCell cell = row.getCell(i);
      CTTblWidth width = cell.getCTTc().addNewTcPr().addNewTcW();
      width.setType(STTblWidth.DXA);
      width.setW(widths.get(column));
      cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
      XWPFParagraph paragraph = cell.getParagraphs().get(0);
      paragraph.setStyle(style.id());
      if (style == WordStyle.CELL) {
        paragraph.setAlignment(alignment(column));
        if (staysWithNext) {
          paragraph.setKeepNext(true);
        }
      }
      WordText.add(paragraph, texts.getOrDefault(column, ""));
    }
  }

  private static ParagraphAlignment alignment(Column column) {
    return switch (column.alignment()) {
      case LEFT -> ParagraphAlignment.LEFT;
      case CENTRE -> ParagraphAlignment.CENTER;
      case RIGHT -> ParagraphAlignment.RIGHT;
    };
  }

  private static void layOut(
      XWPFTable table, List<Column> columns, Map<Column, BigInteger> widths) {
    CTTblPr properties = table.getCTTbl().getTblPr();
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblWidth whole = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
    whole.setType(STTblWidth.DXA);
    whole.setW(PageLayout.twips(PageLayout.TEXT_WIDTH_MM));
    // Word puts the frame of others outside the margins, by the margin of a cell.
    table.setTableAlignment(TableRowAlign.CENTER);
    int margin = PageLayout.twips(CELL_MARGIN_MM).intValue();
    table.setCellMargins(0, margin, 0, margin);
    CTTblGrid grid = table.getCTTbl().addNewTblGrid();
    for (Column column : columns) {
      grid.addNewGridCol().setW(widths.get(column));
    }
  }

  /**
   * What the columns of fixed width leave is shared by the others; if it is too little, they are
   * narrowed.
   */
  private static Map<Column, BigInteger> widths(
      List<Column> columns, Map<Column, String> headings) {
    Map<Column, Double> fixedWidths =
        columns.stream()
            .filter(column -> column.millimetres() > 0)
            .collect(
                Collectors.toMap(
                    column -> column,
                    column -> Math.max(column.millimetres(), longestWordMm(headings.get(column)))));
    double fixed = fixedWidths.values().stream().mapToDouble(width -> width).sum();
    long open = columns.stream().filter(column -> column.millimetres() == 0).count();
    double room = PageLayout.TEXT_WIDTH_MM - (double) LEAST_NAME_MM * open;
    double scale = open == 0 || fixed > room ? room / fixed : 1;
    double left = PageLayout.TEXT_WIDTH_MM - fixed * scale;
    return columns.stream()
        .collect(
            Collectors.toMap(
                column -> column,
                column ->
                    PageLayout.twips(
                        fixedWidths.containsKey(column)
                            ? fixedWidths.get(column) * scale
                            : left / open)));
  }

  /** No word of a heading is taken apart. */
  private static double longestWordMm(String heading) {
    return Stream.of(heading.split("\\s+")).mapToInt(String::length).max().orElse(0) * LETTER_MM
        + 2 * CELL_MARGIN_MM;
  }
}

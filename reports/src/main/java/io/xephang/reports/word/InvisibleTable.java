package io.xephang.reports.word;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Two columns without a frame: how letters put two things side by side. */
final class InvisibleTable {
  private final XWPFTable table;
  private final int[] millimetres;

  /** Adds one to a document. */
  InvisibleTable(XWPFDocument document, int leftMm, int rightMm) {
    table = document.createTable(1, 2);
    millimetres = new int[] {leftMm, rightMm};
    table.removeBorders();
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    withoutMargins();
    table.getRow(0).setCantSplitRow(true);
    CTTblGrid grid = table.getCTTbl().addNewTblGrid();
    for (int i = 0; i < millimetres.length; i++) {
      BigInteger width = PageLayout.twips(millimetres[i]);
      grid.addNewGridCol().setW(width);
      CTTblWidth cell = table.getRow(0).getCell(i).getCTTc().addNewTcPr().addNewTcW();
      cell.setType(STTblWidth.DXA);
      cell.setW(width);
    }
  }

  /** POI leaves out a margin of 0, and office programs then put one of their own. */
  private void withoutMargins() {
    CTTblCellMar margins = table.getCTTbl().getTblPr().addNewTblCellMar();
    for (CTTblWidth margin : new CTTblWidth[] {margins.addNewLeft(), margins.addNewRight()}) {
      margin.setType(STTblWidth.DXA);
      margin.setW(BigInteger.ZERO);
    }
  }

  /** Adds a paragraph to a column. */
  XWPFParagraph paragraph(int column, WordStyle style, String text) {
    XWPFTableCell cell = table.getRow(0).getCell(column);
    XWPFParagraph first = cell.getParagraphs().get(0);
    XWPFParagraph paragraph = first.getStyle() == null ? first : cell.addParagraph();
    paragraph.setStyle(style.id());
    WordText.add(paragraph, text);
    return paragraph;
  }

  /** Adds a line that is so long, in the middle of a column. */
  void line(int column, int lengthMm) {
    XWPFParagraph paragraph = table.getRow(0).getCell(column).addParagraph();
    paragraph.setSpacingBefore(40);
    paragraph.setSpacingAfter(0);
    paragraph.createRun().setFontSize(2);
    CTPPr properties = paragraph.getCTP().getPPr();
    CTInd indentation = properties.isSetInd() ? properties.getInd() : properties.addNewInd();
    BigInteger side = PageLayout.twips((millimetres[column] - lengthMm) / 2.0);
    indentation.setLeft(side);
    indentation.setRight(side);
    CTBorder line = properties.addNewPBdr().addNewTop();
    line.setVal(STBorder.SINGLE);
    line.setSz(BigInteger.valueOf(6));
    line.setSpace(BigInteger.ONE);
  }
}

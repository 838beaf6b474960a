package io.xephang.reports.word;

import io.xephang.reports.template.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;

/** A document that is being written, from its top to its end. */
final class WordDocument {
  /** Paragraphs that the signature keeps with it. */
  private static final int WITH_SIGNATURE = 2;

  private static final double POINTS_BEHIND_TABLE = 8;
  private static final double POINTS_BEHIND_SIGNATURE = 1;

  private final XWPFDocument document = new XWPFDocument();

  WordDocument() {
    StyleSheet.apply(document);
    layOutPages();
  }

  void paragraph(WordStyle style, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style.id());
    WordText.add(paragraph, text);
  }

  void table(Map<Column, String> headings, List<Map<Column, String>> rows) {
    WordTable.add(document, headings, rows);
    endOfTable(POINTS_BEHIND_TABLE);
  }

  /**
   * Two tables without a paragraph between them would become one; none may end a document. It is as
   * high as said, whatever font its mark has: a higher one opens a page for itself behind a full
   * one.
   */
  private void endOfTable(double points) {
    XWPFParagraph behind = document.createParagraph();
    behind.setSpacingBefore(0);
    behind.setSpacingAfter(0);
    behind.setSpacingBetween(points, LineSpacingRule.EXACT);
  }

  void letterhead(Letterhead head) {
    head.add(document);
  }

  /** Ends the letter; no signature stands on a page of its own. */
  void signature(Signature signature) {
    List<IBodyElement> before = document.getBodyElements();
    before.subList(Math.max(0, before.size() - WITH_SIGNATURE), before.size()).stream()
        .filter(XWPFParagraph.class::isInstance)
        .forEach(paragraph -> ((XWPFParagraph) paragraph).setKeepNext(true));
    signature.add(document);
    endOfTable(POINTS_BEHIND_SIGNATURE);
  }

  /**
   * Writes the document. The same content gives the same bytes; nothing in them tells who made it,
   * or on what machine.
   *
   * @param made stands in its properties
   */
  void writeTo(OutputStream out, String title, Instant made) throws IOException {
    POIXMLProperties.CoreProperties properties = document.getProperties().getCoreProperties();
    properties.setTitle(title);
    properties.setCreator("");
    properties.setCreated(Optional.of(Date.from(made)));
    properties.setModified(Optional.of(Date.from(made)));
    document.getProperties().getExtendedProperties().getUnderlyingProperties().setApplication("");
    try (document) {
      StableZip.write(document::write, out);
    }
  }

  private void layOutPages() {
    XWPFParagraph number = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
    number.setStyle(WordStyle.PAGE_NUMBER.id());
    CTSimpleField field = number.getCTP().addNewFldSimple();
    field.setInstr("PAGE");
    field.addNewR().addNewT().setStringValue("2");
    CTSectPr section = document.getDocument().getBody().getSectPr();
    CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
    size.setW(PageLayout.twips(PageLayout.WIDTH_MM));
    size.setH(PageLayout.twips(PageLayout.HEIGHT_MM));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(PageLayout.twips(PageLayout.TOP_AND_BOTTOM_MM));
    margins.setBottom(PageLayout.twips(PageLayout.TOP_AND_BOTTOM_MM));
    margins.setLeft(PageLayout.twips(PageLayout.LEFT_MM));
    margins.setRight(PageLayout.twips(PageLayout.RIGHT_MM));
    margins.setHeader(PageLayout.twips(PageLayout.HEADER_MM));
    margins.setFooter(PageLayout.twips(PageLayout.HEADER_MM));
    margins.setGutter(PageLayout.twips(0));
    // The first page has a header of its own, which has nothing in it: no number on page 1.
    section.addNewTitlePg();
    document.createHeader(HeaderFooterType.FIRST).createParagraph();
  }
}

package io.xephang.reports.word;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of a document: one font, Vietnamese, and a style for each {@link WordStyle}. */
final class StyleSheet {
  /** Nghị định 30/2020/NĐ-CP, phụ lục I, phần I, mục I.4. */
  static final String FONT = "Times New Roman";

  private static final String LANGUAGE = "vi-VN";
  private static final int DEFAULT_POINTS = 13;
  private static final double FRAME_MM = 1.6;

  private StyleSheet() {}

  static void apply(XWPFDocument document) {
    CTStyles styles = CTStyles.Factory.newInstance();
    CTRPr standard = styles.addNewDocDefaults().addNewRPrDefault().addNewRPr();
    font(standard);
    size(standard, DEFAULT_POINTS);
    standard.addNewLang().setVal(LANGUAGE);
    CTStyle normal = styles.addNewStyle();
    normal.setType(STStyleType.PARAGRAPH);
    normal.setDefault(true);
    normal.setStyleId("Normal");
    normal.addNewName().setVal("Normal");
    normal.addNewQFormat();
    for (WordStyle style : WordStyle.values()) {
      add(styles, style);
    }
    document.createStyles().setStyles(styles);
  }

  private static void add(CTStyles styles, WordStyle style) {
    CTStyle added = styles.addNewStyle();
    added.setType(STStyleType.PARAGRAPH);
    added.setCustomStyle(true);
    added.setStyleId(style.id());
    added.addNewName().setVal(style.label());
    added.addNewBasedOn().setVal("Normal");
    added.addNewQFormat();
    CTPPrGeneral paragraph = added.addNewPPr();
    if (style.staysWithNext()) {
      paragraph.addNewKeepNext();
    }
    if (style == WordStyle.NOTICE) {
      frame(paragraph);
    }
    CTSpacing spacing = paragraph.addNewSpacing();
    spacing.setBefore(twentieths(style.pointsBefore()));
    spacing.setAfter(twentieths(style.pointsAfter()));
    if (style.firstLineMm() > 0) {
      paragraph.addNewInd().setFirstLine(PageLayout.twips(style.firstLineMm()));
    }
    if (style == WordStyle.NOTICE) {
      // The frame stands outside the paragraph.
      CTInd within = paragraph.addNewInd();
      within.setLeft(PageLayout.twips(FRAME_MM));
      within.setRight(PageLayout.twips(FRAME_MM));
    }
    paragraph.addNewJc().setVal(STJc.Enum.forInt(style.alignment().getValue()));
    CTRPr run = added.addNewRPr();
    font(run);
    if (style.face().bold()) {
      run.addNewB();
    }
    if (style.face().italic()) {
      run.addNewI();
    }
    size(run, style.points());
  }

  /** A frame, so that nobody reads past it. */
  private static void frame(CTPPrGeneral paragraph) {
    var borders = paragraph.addNewPBdr();
    for (var border :
        new CTBorder[] {
          borders.addNewTop(), borders.addNewLeft(), borders.addNewBottom(), borders.addNewRight()
        }) {
      border.setVal(STBorder.SINGLE);
      border.setSz(BigInteger.valueOf(8));
      border.setSpace(BigInteger.valueOf(4));
    }
  }

  private static void font(CTRPr run) {
    CTFonts fonts = run.addNewRFonts();
    fonts.setAscii(FONT);
    fonts.setHAnsi(FONT);
    fonts.setCs(FONT);
    fonts.setEastAsia(FONT);
  }

  private static void size(CTRPr run, int points) {
    run.addNewSz().setVal(BigInteger.valueOf(2L * points));
    run.addNewSzCs().setVal(BigInteger.valueOf(2L * points));
  }

  private static BigInteger twentieths(int points) {
    return BigInteger.valueOf(20L * points);
  }
}

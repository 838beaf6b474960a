package io.xephang.reports.word;

import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * The head of a letter (Nghị định 30/2020/NĐ-CP, phụ lục I, phần II, mục I.1–4): who writes it, its
 * number, the country's name, place and date.
 *
 * @param parentOrganisation empty if there is none
 * @param number with dots for what is not known yet
 * @param placeAndDate likewise
 */
record Letterhead(
    String parentOrganisation, String organisation, String number, String placeAndDate) {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  /** What the country's name, which is one line, leaves: enough for most names of departments. */
  private static final int LEFT_MM = 76;

  /** A third to a half of the organisation's name. */
  private static final int SHORT_LINE_MM = 24;

  /** As long as the motto. */
  private static final int LONG_LINE_MM = 61;

  void add(XWPFDocument document) {
    InvisibleTable table =
        new InvisibleTable(document, LEFT_MM, PageLayout.TEXT_WIDTH_MM - LEFT_MM);
    if (!parentOrganisation.isEmpty()) {
      table.paragraph(0, WordStyle.PARENT, parentOrganisation.toUpperCase(VIETNAMESE));
    }
    table.paragraph(0, WordStyle.ORGANISATION, organisation.toUpperCase(VIETNAMESE));
    table.line(0, SHORT_LINE_MM);
    table.paragraph(0, WordStyle.NUMBER, "Số: " + number);
    table.paragraph(1, WordStyle.COUNTRY, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    table.paragraph(1, WordStyle.MOTTO, "Độc lập - Tự do - Hạnh phúc");
    table.line(1, LONG_LINE_MM);
    table.paragraph(1, WordStyle.PLACE_AND_DATE, placeAndDate);
  }
}

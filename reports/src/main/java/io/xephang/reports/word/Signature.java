package io.xephang.reports.word;

import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/**
 * The end of a letter (Nghị định 30/2020/NĐ-CP, phụ lục I, phần II, mục I.7 and I.9): who receives
 * it, and who signs.
 *
 * @param onBehalf empty if the signer acts for nobody else
 * @param name empty if it is not known yet who signs
 */
record Signature(List<String> recipients, String onBehalf, String position, String name) {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final int LEFT_MM = 75;
  private static final int ROOM_FOR_SIGNATURE_POINTS = 60;

  Signature {
    recipients = List.copyOf(recipients);
  }

  void add(XWPFDocument document) {
    InvisibleTable table =
        new InvisibleTable(document, LEFT_MM, PageLayout.TEXT_WIDTH_MM - LEFT_MM);
    if (!recipients.isEmpty()) {
      table.paragraph(0, WordStyle.RECIPIENTS_HEAD, "Nơi nhận:");
      for (int i = 0; i < recipients.size(); i++) {
        String end = i == recipients.size() - 1 ? "." : ";";
        table.paragraph(0, WordStyle.RECIPIENT, "- " + recipients.get(i) + end);
      }
    }
    XWPFParagraph first =
        table.paragraph(
            1,
            WordStyle.SIGNER,
            (onBehalf.isEmpty() ? position : onBehalf).toUpperCase(VIETNAMESE));
    first.setSpacingBefore(20 * WordStyle.RECIPIENTS_HEAD.pointsBefore());
    if (!onBehalf.isEmpty()) {
      table.paragraph(1, WordStyle.SIGNER, position.toUpperCase(VIETNAMESE));
    }
    table.paragraph(1, WordStyle.SIGNER, name).setSpacingBefore(20 * ROOM_FOR_SIGNATURE_POINTS);
  }
}

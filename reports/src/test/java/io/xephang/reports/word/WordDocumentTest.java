package io.xephang.reports.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class WordDocumentTest {
  @Test
  void whatFollowsTheSignatureOpensNoPage() throws Exception {
    WordDocument written = new WordDocument();
    written.paragraph(WordStyle.PARAGRAPH, "Kính báo cáo./.");
    written.signature(new Signature(List.of("Lưu: VT"), "", "Giám đốc", ""));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    written.writeTo(out, "Báo cáo", Instant.EPOCH);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
      List<XWPFParagraph> paragraphs = document.getParagraphs();
      XWPFParagraph last = paragraphs.get(paragraphs.size() - 1);
      assertThat(last.getText()).isEmpty();
      assertThat(last.getSpacingLineRule()).isEqualTo(LineSpacingRule.EXACT);
      assertThat(last.getSpacingBetween()).as("points").isEqualTo(1);
    }
  }
}

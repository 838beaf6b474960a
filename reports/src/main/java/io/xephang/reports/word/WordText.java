package io.xephang.reports.word;

import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Text on its way into a paragraph. */
final class WordText {
  private WordText() {}

  /** Adds a text; where it has a line break, so has the paragraph. */
  static void add(XWPFParagraph paragraph, String text) {
    XWPFRun run = paragraph.createRun();
    boolean first = true;
    for (String line : text.split("\n", -1)) {
      if (!first) {
        run.addBreak();
      }
      run.setText(Typography.of(line.strip()));
      first = false;
    }
  }
}

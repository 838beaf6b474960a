package io.xephang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** What a reader sees of a Word file: its paragraphs and tables, with ordinary spaces. */
record WordPages(List<String> paragraphs, List<List<String>> tables) {
  static WordPages of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XWPFDocument document = new XWPFDocument(in)) {
      List<List<String>> tables = new ArrayList<>();
      for (XWPFTable table : document.getTables()) {
        tables.add(
            table.getRows().stream()
                .map(
                    row ->
                        row.getTableCells().stream()
                            .map(XWPFTableCell::getText)
                            .map(WordPages::spaced)
                            .reduce((left, right) -> left + " | " + right)
                            .orElse(""))
                .toList());
      }
      return new WordPages(
          document.getParagraphs().stream()
              .map(XWPFParagraph::getText)
              .map(WordPages::spaced)
              .filter(text -> !text.isBlank())
              .toList(),
          tables);
    }
  }

  private static String spaced(String text) {
    return text.replace('\u00A0', ' ');
  }
}

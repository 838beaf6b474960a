package io.xephang.reports.annex;

import io.xephang.reports.annex.Annex.Section;
import io.xephang.warehouse.RankedUnit;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The annex as a sheet of Excel, laid out to be printed on A4: numbers are numbers. */
public final class XlsxAnnex {
  /** Nghị định 30/2020/NĐ-CP, Phụ lục I. */
  private static final String FONT = "Times New Roman";

  private static final int FONT_SIZE = 12;
  private static final String SYNTHETIC_COLOUR = "C00000";
  private static final int WIDTH_OF_NAMES = 44;
  private static final int WIDTH_OF_PLACES = 7;
  private static final int WIDTH_OF_NUMBERS = 12;

  private static final double HEIGHT_OF_LINE = 16.5;

  /** {@code 8,0%} has a decimal, {@code 100%} has none. */
  private static final Pattern PRINTED_RATE = Pattern.compile("\\d+(?:[.,](\\d+))?\\s*%");

  private final AnnexWords words;
  private final Worksheet sheet;
  private final int columns;
  private final int width;
  private int row;

  private XlsxAnnex(Annex annex, Worksheet sheet) {
    this.words = new AnnexWords(annex);
    this.sheet = sheet;
    Section first = annex.sections().get(0);
    List<String> header = words.header(first);
    this.columns = header.size();
    int name = header.indexOf(first.kind().unitHeader());
    int sum = 0;
    for (int c = 0; c < columns; c++) {
      int wide = c < name ? WIDTH_OF_PLACES : c == name ? WIDTH_OF_NAMES : WIDTH_OF_NUMBERS;
      sheet.width(c, wide);
      sum += wide;
    }
    this.width = sum;
  }

  /**
   * Writes the workbook.
   *
   * @param out stays open
   */
  public static void write(Annex annex, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "xephang", null)) {
      new XlsxAnnex(annex, workbook.newWorksheet("Phụ lục")).page(annex.sections());
    }
  }

  private void page(List<Section> sections) throws IOException {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    joined(AnnexWords.TITLE, style -> style.bold().horizontalAlignment("center"));
    joined(words.subject(), style -> style.bold().horizontalAlignment("center"));
    for (String sentence : words.provenance()) {
      boolean synthetic = sentence.equals(SyntheticNotice.TEXT);
      joined(
          sentence,
          style ->
              (synthetic ? style.bold().fontColor(SYNTHETIC_COLOUR) : style.italic())
                  .horizontalAlignment("center"));
    }
    row++;
    for (String sentence : words.headlines()) {
      joined(sentence, style -> style);
    }
    for (Section section : sections) {
      section(section);
    }
    row++;
    joined(AnnexWords.NOTES, StyleSetter::bold);
    for (String note : words.notes()) {
      joined("- " + note, style -> style);
    }
  }

  private void section(Section section) {
    row++;
    joined(section.kind().title(), StyleSetter::bold);
    if (section.units().isEmpty()) {
      joined(AnnexWords.EMPTY_SECTION, style -> style);
      return;
    }
    List<String> header = words.header(section);
    // A sheet can repeat one head only, on the pages behind it: the last table is the long one.
    sheet.repeatRows(row);
    for (int c = 0; c < header.size(); c++) {
      sheet.inlineString(row, c, header.get(c));
      framed(c)
          .bold()
          .wrapText(true)
          .horizontalAlignment("center")
          .verticalAlignment("center")
          .set();
    }
    row++;
    for (RankedUnit unit : section.units()) {
      unit(unit, words.line(unit));
      row++;
    }
  }

  /** The same line as in every rendering; what is a number there is one here. */
  private void unit(RankedUnit unit, List<String> line) {
    int c = 0;
    place(c++, unit.serial());
    place(c++, unit.rank());
    sheet.inlineString(row, c, line.get(c));
    framed(c++).wrapText(true).set();
    count(c++, unit.numerator());
    count(c++, unit.denominator());
    rate(c++, unit, line);
    if (c < line.size()) {
      date(c, unit.dataDate());
    }
  }

  private void place(int column, Integer place) {
    sheet.value(row, column, place);
    framed(column).horizontalAlignment("center").set();
  }

  private void count(int column, Long count) {
    sheet.value(row, column, count);
    framed(column).format("#,##0").set();
  }

  /** With as many decimals as are printed; a print that is no rate stays the text it is. */
  private void rate(int column, RankedUnit unit, List<String> line) {
    Matcher printed = PRINTED_RATE.matcher(line.get(column));
    if (unit.value() == null || !printed.matches()) {
      sheet.inlineString(row, column, line.get(column));
      framed(column).horizontalAlignment("right").set();
      return;
    }
    int decimals = printed.group(1) == null ? 0 : printed.group(1).length();
    sheet.value(row, column, unit.value());
    framed(column).format(decimals == 0 ? "0%" : "0." + "0".repeat(decimals) + "%").set();
  }

  private void date(int column, LocalDate day) {
    if (day != null) {
      sheet.value(row, column, day);
    }
    framed(column).format("d/m/yyyy").horizontalAlignment("right").set();
  }

  private StyleSetter framed(int column) {
    return lettered(column).borderStyle(BorderStyle.THIN);
  }

  private StyleSetter lettered(int column) {
    return sheet.style(row, column).fontName(FONT).fontSize(FONT_SIZE);
  }

  private interface Look {
    StyleSetter of(StyleSetter style);
  }

  /** A line of text over all columns. */
  private void joined(String text, Look look) {
    sheet.inlineString(row, 0, text);
    sheet.range(row, 0, row, columns - 1).merge();
    look.of(lettered(0)).wrapText(true).verticalAlignment("top").set();
    // Excel lets no row grow with the text of joined cells.
    sheet.rowHeight(row, HEIGHT_OF_LINE * (1 + text.length() / width));
    row++;
  }
}

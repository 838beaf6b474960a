package io.xephang.reports.annex;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.xephang.reports.annex.Annex.Section;
import java.io.IOException;
import java.io.Writer;

/** The annex for a terminal or a plain letter. */
public final class TextAnnex {
  private TextAnnex() {}

  public static void write(Annex annex, Writer out) throws IOException {
    AnnexWords words = new AnnexWords(annex);
    line(out, AnnexWords.TITLE);
    line(out, words.subject());
    for (String sentence : words.provenance()) {
      line(out, sentence);
    }
    line(out, "");
    for (String sentence : words.headlines()) {
      line(out, sentence);
    }
    for (Section section : annex.sections()) {
      line(out, "");
      line(out, section.kind().title());
      line(out, "");
      line(out, section.units().isEmpty() ? AnnexWords.EMPTY_SECTION : table(words, section));
    }
    line(out, "");
    line(out, AnnexWords.NOTES);
    for (String note : words.notes()) {
      line(out, "- " + note);
    }
  }

  private static String table(AnnexWords words, Section section) {
    Column[] columns =
        words.header(section).stream()
            .map(
                header ->
                    new Column()
                        .header(header)
                        .headerAlign(HorizontalAlign.LEFT)
                        .dataAlign(
                            header.equals(section.kind().unitHeader())
                                ? HorizontalAlign.LEFT
                                : HorizontalAlign.RIGHT)
                        .maxWidth(Integer.MAX_VALUE))
            .toArray(Column[]::new);
    return AsciiTable.builder()
        .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
        .lineSeparator("\n")
        .data(
            columns,
            section.units().stream()
                .map(unit -> words.line(unit).toArray(new String[0]))
                .toArray(String[][]::new))
        .asString();
  }

  private static void line(Writer out, String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}

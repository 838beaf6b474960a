package io.xephang.reports.annex;

import io.xephang.reports.annex.Annex.Section;
import io.xephang.warehouse.RankedUnit;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/** The annex as Markdown, for a page or another word processor. */
public final class MarkdownAnnex {
  /** Characters of a name that Markdown would read as layout. */
  private static final Pattern MARKS = Pattern.compile("[\\\\`*_|<>\\[\\]]");

  private MarkdownAnnex() {}

  public static void write(Annex annex, Writer out) throws IOException {
    AnnexWords words = new AnnexWords(annex);
    paragraph(out, "## " + AnnexWords.TITLE);
    paragraph(out, "### " + escaped(words.subject()));
    paragraph(
        out, String.join("  \n", words.provenance().stream().map(MarkdownAnnex::escaped).toList()));
    for (String sentence : words.headlines()) {
      paragraph(out, escaped(sentence));
    }
    for (Section section : annex.sections()) {
      paragraph(out, "#### " + section.kind().title());
      if (section.units().isEmpty()) {
        paragraph(out, AnnexWords.EMPTY_SECTION);
      } else {
        table(out, words, section);
      }
    }
    paragraph(out, "**" + AnnexWords.NOTES + "**");
    for (String note : words.notes()) {
      out.write("- " + escaped(note) + "\n");
    }
  }

  private static void table(Writer out, AnnexWords words, Section section) throws IOException {
    List<String> header = words.header(section);
    row(out, header);
    row(
        out,
        header.stream()
            .map(name -> name.equals(section.kind().unitHeader()) ? ":---" : "---:")
            .toList());
    for (RankedUnit unit : section.units()) {
      row(out, words.line(unit).stream().map(MarkdownAnnex::escaped).toList());
    }
    out.write("\n");
  }

  private static void row(Writer out, List<String> cells) throws IOException {
    out.write("| " + String.join(" | ", cells) + " |\n");
  }

  private static void paragraph(Writer out, String text) throws IOException {
    out.write(text + "\n\n");
  }

  private static String escaped(String text) {
    return MARKS.matcher(text).replaceAll("\\\\$0");
  }
}

package io.xephang.reports.annex;

import io.xephang.reports.annex.Annex.Section;
import io.xephang.warehouse.RankedUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The annex as a page of its own, which needs nothing beside it and prints on A4. */
public final class HtmlAnnex {
  private final AnnexWords words;
  private final Writer out;

  private HtmlAnnex(Annex annex, Writer out) {
    this.words = new AnnexWords(annex);
    this.out = out;
  }

  public static void write(Annex annex, Writer out) throws IOException {
    new HtmlAnnex(annex, out).page(annex.sections());
  }

  private void page(List<Section> sections) throws IOException {
    line("<!DOCTYPE html>");
    line("<html lang=\"vi\">");
    line("<head>");
    line("<meta charset=\"utf-8\">");
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    element("title", "", AnnexWords.TITLE + ": " + words.subject());
    line("<style>\n" + style() + "</style>");
    line("</head>");
    line("<body>");
    line("<header>");
    element("h1", "", AnnexWords.TITLE);
    element("p", " class=\"subject\"", words.subject());
    for (String sentence : words.provenance()) {
      element(
          "p",
          sentence.equals(SyntheticNotice.TEXT) ? " class=\"synthetic\" role=\"note\"" : "",
          sentence);
    }
    line("</header>");
    line("<main>");
    for (String sentence : words.headlines()) {
      element("p", " class=\"headline\"", sentence);
    }
    for (Section section : sections) {
      section(section);
    }
    line("</main>");
    line("<footer>");
    element("h2", "", AnnexWords.NOTES);
    line("<ul>");
    for (String note : words.notes()) {
      element("li", "", note);
    }
    line("</ul>");
    line("</footer>");
    line("</body>");
    line("</html>");
  }

  private void section(Section section) throws IOException {
    line("<section>");
    element("h2", "", section.kind().title());
    if (section.units().isEmpty()) {
      element("p", "", AnnexWords.EMPTY_SECTION);
    } else {
      table(section);
    }
    line("</section>");
  }

  private void table(Section section) throws IOException {
    List<String> header = words.header(section);
    int name = header.indexOf(section.kind().unitHeader());
    line("<table>");
    // Browsers repeat the head of a table on every printed page.
    line("<thead>");
    row("th", " scope=\"col\"", header, name);
    line("</thead>");
    line("<tbody>");
    for (RankedUnit unit : section.units()) {
      row("td", "", words.line(unit), name);
    }
    line("</tbody>");
    line("</table>");
  }

  private void row(String cell, String attributes, List<String> texts, int name)
      throws IOException {
    StringBuilder row = new StringBuilder("<tr>");
    for (int i = 0; i < texts.size(); i++) {
      row.append('<').append(cell).append(attributes);
      row.append(i == name ? " class=\"name\">" : ">");
      row.append(escaped(texts.get(i))).append("</").append(cell).append('>');
    }
    line(row.append("</tr>").toString());
  }

  private void element(String name, String attributes, String text) throws IOException {
    line("<" + name + attributes + ">" + escaped(text) + "</" + name + ">");
  }

  private void line(String markup) throws IOException {
    out.write(markup);
    out.write('\n');
  }

  /** Names come from files that others wrote. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String style() {
    try (InputStream file = HtmlAnnex.class.getResourceAsStream("annex.css")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.xephang.notebooks;

import io.xephang.warehouse.Measure;
import java.util.List;

/** Tables and sentences as HTML that looks alike in JupyterLab, an editor and a saved page. */
final class Html {
  /** More rows than anybody reads on a screen. */
  private static final int MOST_ROWS = 100;

  private Html() {}

  static String of(Sentence sentence) {
    StringBuilder html = new StringBuilder("<div style=\"max-width:60em\">");
    if (!sentence.warning().isEmpty()) {
      html.append("<p style=\"color:#b00020;font-weight:bold;margin:0.3em 0\">")
          .append(escaped(sentence.warning()))
          .append("</p>");
    }
    return html.append("<p style=\"margin:0.3em 0\">")
        .append(escaped(sentence.vi()))
        .append("<br><em>")
        .append(escaped(sentence.en()))
        .append("</em></p></div>")
        .toString();
  }

  static String of(ResultTable table) {
    StringBuilder html = new StringBuilder("<table style=\"border-collapse:collapse\">");
    if (!table.title().isEmpty()) {
      html.append("<caption style=\"text-align:left;font-weight:bold;padding:0.4em 0\">")
          .append(escaped(table.title()))
          .append("</caption>");
    }
    html.append("<thead><tr>");
    table.headings().forEach(heading -> cell(html, "th", false, heading));
    html.append("</tr></thead><tbody>");
    for (List<Object> row : table.rows().subList(0, Math.min(MOST_ROWS, table.rows().size()))) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        Measure measure = table.measures().get(table.columns().get(i));
        cell(html, "td", row.get(i) instanceof Number, Written.value(row.get(i), measure));
      }
      html.append("</tr>");
    }
    html.append("</tbody></table>");
    if (table.rows().size() > MOST_ROWS) {
      html.append("<p>")
          .append(
              escaped(
                  "%s dòng đầu trong %s / the first %1$s of %2$s rows"
                      .formatted(Written.count(MOST_ROWS), Written.count(table.rows().size()))))
          .append("</p>");
    }
    return html.toString();
  }

  private static void cell(StringBuilder html, String tag, boolean right, String text) {
    html.append('<')
        .append(tag)
        .append(" style=\"padding:0.2em 0.8em;text-align:")
        .append(right ? "right" : "left")
        .append("\">")
        .append(escaped(text))
        .append("</")
        .append(tag)
        .append('>');
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

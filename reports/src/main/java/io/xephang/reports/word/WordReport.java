package io.xephang.reports.word;

import io.xephang.home.WallClock;
import io.xephang.reports.annex.SyntheticNotice;
import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.reports.content.ReportContent;
import io.xephang.reports.template.Block;
import io.xephang.reports.template.Block.Role;
import io.xephang.reports.template.Column;
import io.xephang.reports.template.Placeholder;
import io.xephang.reports.template.ReportTemplate;
import io.xephang.reports.template.TableName;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A report as a Word document: the figures in the wording of a template. */
public final class WordReport {
  /** What stands for a number or date that nobody has said yet. */
  private static final String DOTS = "…";

  private final ReportTemplate template;
  private final ReportContent content;
  private final Map<Placeholder, String> values;
  private final Set<TableName> tables = EnumSet.noneOf(TableName.class);
  private final WordDocument document = new WordDocument();
  private int sections;

  private WordReport(ReportTemplate template, ReportContent content) {
    if (template.name() != content.name()) {
      throw new IllegalArgumentException(
          template.name() + " is worded, " + content.name() + " is said");
    }
    this.template = template;
    this.content = content;
    this.values = new EnumMap<>(Placeholder.class);
    values.putAll(content.values());
    values.put(Placeholder.LETTER_NUMBER, number());
    values.put(Placeholder.LETTER_DATE, date());
    values.put(Placeholder.PUBLICATION, publication());
    values.put(Placeholder.ORGANISATION, template.organisation().filled(values));
    for (TableName table : content.name().tables()) {
      if (!content.rows(table).isEmpty()) {
        tables.add(table);
      }
    }
  }

  /** Writes the document. The same template and content give the same bytes. */
  public static void write(ReportTemplate template, ReportContent content, OutputStream out)
      throws IOException {
    new WordReport(template, content).write(out);
  }

  private void write(OutputStream out) throws IOException {
    if (template.letterhead() != null) {
      document.letterhead(letterhead());
    }
    boolean noticed = !content.synthetic();
    for (Block block : template.body()) {
      if (!block.conditions().stream().allMatch(condition -> condition.holds(values, tables))) {
        continue;
      }
      // Behind the titles, and there whatever the template says.
      if (!noticed && !isTitle(block)) {
        document.paragraph(WordStyle.NOTICE, SyntheticNotice.TEXT);
        noticed = true;
      }
      add(block);
    }
    if (!noticed) {
      document.paragraph(WordStyle.NOTICE, SyntheticNotice.TEXT);
    }
    if (template.letterhead() != null) {
      document.signature(signature());
    }
    document.writeTo(
        out,
        content.name().titleVi(),
        content.publication().publishedAt().atZone(WallClock.ZONE).toInstant());
  }

  private static boolean isTitle(Block block) {
    return block instanceof Block.Text text
        && (text.role() == Role.TITLE
            || text.role() == Role.SUBJECT
            || text.role() == Role.ATTACHED);
  }

  private void add(Block block) {
    if (block instanceof Block.Text text) {
      String words = text.wording().filled(values);
      document.paragraph(style(text.role()), marked(text.role(), words));
    } else if (block instanceof Block.Table table) {
      List<Map<Column, String>> rows = content.rows(table.name());
      if (!rows.isEmpty()) {
        document.table(shown(table, rows), rows);
      }
    }
  }

  private String marked(Role role, String words) {
    return switch (role) {
      case BULLET -> "- " + words;
      case SECTION -> RomanNumeral.of(++sections) + ". " + words;
      case TITLE, SUBJECT, ATTACHED, HEADING, PARAGRAPH -> words;
    };
  }

  /** The columns that have a value in any row. */
  private static Map<Column, String> shown(Block.Table table, List<Map<Column, String>> rows) {
    Map<Column, String> headings = new LinkedHashMap<>(table.headings());
    headings
        .keySet()
        .removeIf(column -> rows.stream().allMatch(row -> row.getOrDefault(column, "").isEmpty()));
    return headings;
  }

  private static WordStyle style(Role role) {
    return switch (role) {
      case TITLE -> WordStyle.TITLE;
      case SUBJECT -> WordStyle.SUBJECT;
      case ATTACHED -> WordStyle.ATTACHED;
      case SECTION, HEADING -> WordStyle.HEADING;
      case PARAGRAPH, BULLET -> WordStyle.PARAGRAPH;
    };
  }

  private Letterhead letterhead() {
    ReportTemplate.Letterhead head = template.letterhead();
    String place = head.place().filled(values);
    return new Letterhead(
        head.parentOrganisation().filled(values),
        values.get(Placeholder.ORGANISATION),
        number(),
        (place.isEmpty() ? DOTS : place) + ", " + placeDate(template.letterDate()));
  }

  private Signature signature() {
    ReportTemplate.Letterhead head = template.letterhead();
    return new Signature(
        head.recipients().stream().map(recipient -> recipient.filled(values)).toList(),
        head.onBehalf().filled(values),
        head.signerPosition().filled(values),
        head.signerName().filled(values));
  }

  private String number() {
    String number = template.letterNumber();
    if (number != null && number.contains("/")) {
      return number;
    }
    String symbol = template.letterhead() == null ? "" : template.letterhead().symbol();
    return (number == null ? DOTS : number) + "/" + (symbol.isEmpty() ? DOTS : symbol);
  }

  private String date() {
    return template.letterDate() == null
        ? DOTS + "/" + DOTS + "/" + DOTS
        : VietnameseNumber.date(template.letterDate());
  }

  /** Days below 10 and the months 1 and 2 have two digits, lest anybody add one. */
  private static String placeDate(LocalDate date) {
    if (date == null) {
      return "ngày " + DOTS + " tháng " + DOTS + " năm " + DOTS;
    }
    int month = date.getMonthValue();
    return "ngày "
        + VietnameseNumber.units(date.getDayOfMonth())
        + " tháng "
        + (month <= 2 ? "0" + month : Integer.toString(month))
        + " năm "
        + date.getYear();
  }

  private String publication() {
    return "số "
        + content.publication().id()
        + " lúc "
        + VietnameseNumber.time(content.publication().publishedAt());
  }
}

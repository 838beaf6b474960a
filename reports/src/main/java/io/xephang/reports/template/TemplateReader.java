package io.xephang.reports.template;

import io.xephang.reports.template.Block.Condition;
import io.xephang.reports.template.Block.Role;
import io.xephang.reports.template.ReportTemplate.Letterhead;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a template and checks all of it, before any figure is asked for. */
final class TemplateReader {
  private static final DateTimeFormatter VIETNAMESE_DATE =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final List<String> ANNEX_KEYS =
      List.of("organisation", "letter_number", "letter_date", "body");
  private static final List<String> LETTER_KEYS =
      List.of(
          "parent_organisation",
          "organisation",
          "letter_number",
          "letter_symbol",
          "letter_date",
          "place",
          "sign_on_behalf",
          "signer_position",
          "signer_name",
          "recipients",
          "body");
  private static final String TABLE = "table";
  private static final String COLUMNS = "columns";
  private static final String WHEN = "when";
  private static final String UNLESS = "unless";

  private final ReportName name;
  private final TemplateNodes nodes;

  private TemplateReader(ReportName name, String file) {
    this.name = name;
    this.nodes = new TemplateNodes(file);
  }

  /**
   * Reads the text of a template.
   *
   * @param file how errors name it
   */
  static ReportTemplate read(ReportName name, String file, String text) throws InvalidTemplate {
    return new TemplateReader(name, file).template(text);
  }

  private ReportTemplate template(String text) throws InvalidTemplate {
    boolean letter = name.layout() == ReportName.Layout.LETTER;
    Node root = nodes.root(text);
    Map<String, Node> entries = nodes.mapping(root, letter ? LETTER_KEYS : ANNEX_KEYS);
    for (String needed : List.of("organisation", "body")) {
      if (!entries.containsKey(needed)) {
        throw nodes.problem(root, "thiếu khóa / missing key '" + needed + "'");
      }
    }
    List<Block> body = new ArrayList<>();
    for (Node block : nodes.list(entries.get("body"))) {
      body.add(block(block));
    }
    return new ReportTemplate(
        name,
        wording(entries, "organisation"),
        emptyToNull(text(entries, "letter_number")),
        date(entries),
        letter ? letterhead(entries) : null,
        body);
  }

  private Letterhead letterhead(Map<String, Node> entries) throws InvalidTemplate {
    List<Wording> recipients = new ArrayList<>();
    if (entries.containsKey("recipients")) {
      for (Node recipient : nodes.list(entries.get("recipients"))) {
        recipients.add(wording(recipient));
      }
    }
    return new Letterhead(
        wording(entries, "parent_organisation"),
        text(entries, "letter_symbol"),
        wording(entries, "place"),
        wording(entries, "sign_on_behalf"),
        wording(entries, "signer_position"),
        wording(entries, "signer_name"),
        recipients);
  }

  private Block block(Node node) throws InvalidTemplate {
    List<String> kinds =
        Stream.concat(Stream.of(Role.values()).map(Role::key), Stream.of(TABLE)).toList();
    Map<String, Node> entries =
        nodes.mapping(
            node, Stream.concat(kinds.stream(), Stream.of(COLUMNS, WHEN, UNLESS)).toList());
    List<String> given = kinds.stream().filter(entries::containsKey).toList();
    if (given.size() != 1) {
      throw nodes.problem(
          node,
          "cần đúng một trong / expected exactly one of "
              + String.join(", ", kinds)
              + "; có / found "
              + (given.isEmpty() ? "0" : String.join(", ", given)));
    }
    List<Condition> conditions = conditions(entries);
    if (given.get(0).equals(TABLE)) {
      return table(node, entries, conditions);
    }
    if (entries.containsKey(COLUMNS)) {
      throw nodes.problem(
          entries.get(COLUMNS), "chỉ bảng có cột / only a table has '" + COLUMNS + "'");
    }
    Role role =
        Stream.of(Role.values())
            .filter(known -> known.key().equals(given.get(0)))
            .findFirst()
            .get();
    return new Block.Text(role, wording(entries.get(given.get(0))), conditions);
  }

  private Block.Table table(Node node, Map<String, Node> entries, List<Condition> conditions)
      throws InvalidTemplate {
    Node named = entries.get(TABLE);
    TableName table =
        table(nodes.text(named))
            .orElseThrow(
                () ->
                    nodes.problem(named, "không có bảng này / no such table; " + expectedTables()));
    if (!entries.containsKey(COLUMNS)) {
      throw nodes.problem(node, "bảng thiếu / the table lacks '" + COLUMNS + "'");
    }
    Map<String, Column> known =
        table.columns().stream().collect(Collectors.toMap(Column::key, column -> column));
    Map<Column, String> headings = new LinkedHashMap<>();
    for (Map.Entry<String, Node> column :
        nodes
            .mapping(entries.get(COLUMNS), table.columns().stream().map(Column::key).toList())
            .entrySet()) {
      headings.put(known.get(column.getKey()), nodes.text(column.getValue()));
    }
    if (headings.isEmpty()) {
      throw nodes.problem(entries.get(COLUMNS), "bảng không có cột / the table has no columns");
    }
    return new Block.Table(table, headings, conditions);
  }

  private List<Condition> conditions(Map<String, Node> entries) throws InvalidTemplate {
    List<Condition> conditions = new ArrayList<>();
    if (entries.containsKey(WHEN)) {
      conditions.add(condition(entries.get(WHEN), true));
    }
    if (entries.containsKey(UNLESS)) {
      conditions.add(condition(entries.get(UNLESS), false));
    }
    return conditions;
  }

  private Condition condition(Node node, boolean wanted) throws InvalidTemplate {
    String key = nodes.text(node);
    Optional<TableName> table = table(key);
    if (table.isPresent()) {
      return new Block.HasRows(table.get(), wanted);
    }
    return new Block.HasValue(
        Placeholder.of(key)
            .filter(name.placeholders()::contains)
            .orElseThrow(
                () ->
                    nodes.problem(
                        node,
                        "không có bảng hay giá trị '"
                            + key
                            + "' / no such table or value; "
                            + expectedTables()
                            + ", "
                            + name.placeholders().stream()
                                .map(Placeholder::key)
                                .collect(Collectors.joining(", ")))),
        wanted);
  }

  private Optional<TableName> table(String key) {
    return name.tables().stream().filter(known -> known.key().equals(key)).findFirst();
  }

  private String expectedTables() {
    return "có / there are "
        + name.tables().stream().map(TableName::key).collect(Collectors.joining(", "));
  }

  private LocalDate date(Map<String, Node> entries) throws InvalidTemplate {
    String written = text(entries, "letter_date");
    if (written.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(written, VIETNAMESE_DATE);
    } catch (DateTimeParseException e) {
      throw nodes.problem(
          entries.get("letter_date"),
          "'" + written + "': cần ngày như / expected a date like 10/9/2020");
    }
  }

  private Wording wording(Map<String, Node> entries, String key) throws InvalidTemplate {
    return entries.containsKey(key) ? wording(entries.get(key)) : new Wording(List.of());
  }

  private Wording wording(Node node) throws InvalidTemplate {
    try {
      return Wording.parse(nodes.text(node), name.placeholders());
    } catch (IllegalArgumentException e) {
      throw nodes.problem(node, e.getMessage());
    }
  }

  private String text(Map<String, Node> entries, String key) throws InvalidTemplate {
    return entries.containsKey(key) ? nodes.text(entries.get(key)) : "";
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}

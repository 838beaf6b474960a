package io.xephang.warehouse;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page {@code docs/data-dictionary.md}: what the view {@code dictionary} says. */
final class DataDictionaryPage {
  /** What to run, in the folder of the parent pom, when a description has changed. */
  static final String COMMAND =
      "mvn -q -pl warehouse -am test -Dtest=DataDictionaryPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Ddictionary.write=true";

  private static final String HEAD =
      """
      # Từ điển dữ liệu / Data dictionary

      <!-- Generated from views/*.yaml and macros/*.yaml in warehouse/. Do not edit; run: %s -->

      Những bảng và hàm có thể tra cứu bằng `xephang sql`. Cùng nội dung: `xephang sql "FROM dictionary"`, và chú thích
      (COMMENT) trong tệp DuckDB.
      *The views and macros that `xephang sql` selects from. The same: `xephang sql "FROM dictionary"`, and the comments
      in the DuckDB file.*

      """;

  private final List<Line> lines;

  DataDictionaryPage(Warehouse warehouse) throws SQLException {
    this.lines =
        warehouse.list(
            "SELECT view_name, part, column_name, type, default_value, measure, description_vi,"
                + " description_en FROM dictionary ORDER BY part = 'macro' OR view_name IN (SELECT"
                + " view_name FROM dictionary WHERE part = 'macro'), view_name, place",
            row ->
                new Line(
                    row.getString("view_name"),
                    row.getString("part"),
                    row.getString("column_name"),
                    row.getString("type"),
                    row.getString("default_value"),
                    row.getString("measure"),
                    row.getString("description_vi"),
                    row.getString("description_en")));
  }

  private record Line(
      String relation,
      String part,
      String name,
      String type,
      String defaultValue,
      String measure,
      String vi,
      String en) {}

  String markdown() {
    Map<String, List<Line>> relations = new LinkedHashMap<>();
    for (Line line : lines) {
      relations.computeIfAbsent(line.relation(), name -> new ArrayList<>()).add(line);
    }
    StringBuilder page = new StringBuilder(HEAD.formatted(COMMAND));
    relations.forEach((name, of) -> section(page, name, of));
    return page.toString().stripTrailing() + "\n";
  }

  private static void section(StringBuilder page, String name, List<Line> lines) {
    Line head = lines.get(0);
    List<Line> parameters = lines.stream().filter(line -> line.part().equals("parameter")).toList();
    page.append("## `").append(name);
    if (!parameters.isEmpty()) {
      page.append("(")
          .append(String.join(", ", parameters.stream().map(DataDictionaryPage::signed).toList()))
          .append(")");
    }
    page.append("`\n\n").append(head.vi()).append("\n*").append(head.en()).append("*\n\n");
    if (!parameters.isEmpty()) {
      page.append("| tham số / parameter | | |\n| --- | --- | --- |\n");
      parameters.forEach(line -> row(page, line.name(), line.vi(), line.en()));
      page.append("\n");
    }
    page.append("| cột / column | kiểu / type | | |\n| --- | --- | --- | --- |\n");
    lines.stream()
        .filter(line -> line.part().equals("column"))
        .forEach(
            line ->
                row(
                    page,
                    line.name(),
                    line.type() + (line.measure() == null ? "" : ", " + line.measure()),
                    line.vi(),
                    line.en()));
    page.append("\n");
  }

  private static String signed(Line parameter) {
    return parameter.defaultValue() == null
        ? parameter.name()
        : parameter.name() + " := " + parameter.defaultValue();
  }

  private static void row(StringBuilder page, String name, String... cells) {
    page.append("| `").append(name).append("` |");
    for (String cell : cells) {
      page.append(' ').append(cell.replace("|", "\\|").replace("<", "\\<")).append(" |");
    }
    page.append("\n");
  }
}

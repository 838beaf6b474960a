package io.xephang.reports.content;

import io.xephang.reports.template.Column;
import io.xephang.reports.template.Placeholder;
import io.xephang.reports.template.ReportName;
import io.xephang.reports.template.TableName;
import io.xephang.warehouse.ServedPublication;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a document says, apart from its wording and looks.
 *
 * @param values those that are there; texts as they are printed
 * @param tables rows by column; a column without a value may be missing from a row
 * @param synthetic whether any figure is made up
 */
public record ReportContent(
    ReportName name,
    ServedPublication publication,
    Map<Placeholder, String> values,
    Map<TableName, List<Map<Column, String>>> tables,
    boolean synthetic) {

  public ReportContent {
    values.keySet().forEach(value -> require(name.placeholders().contains(value), value.key()));
    tables.forEach(
        (table, rows) -> {
          require(name.tables().contains(table), table.key());
          rows.forEach(row -> require(table.columns().containsAll(row.keySet()), row.toString()));
        });
    values = Map.copyOf(values);
    tables =
        tables.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    table -> table.getValue().stream().map(Map::copyOf).toList()));
  }

  private static void require(boolean known, String what) {
    if (!known) {
      throw new IllegalArgumentException("the report has no " + what);
    }
  }

  /** The rows of a table; none if it has none. */
  public List<Map<Column, String>> rows(TableName table) {
    return tables.getOrDefault(table, List.of());
  }
}

package io.xephang.cli;

import io.xephang.cli.result.TableRows;
import io.xephang.reports.annex.PrintedRate;
import io.xephang.warehouse.ResultColumn;
import io.xephang.warehouse.RowSink;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a comparison of rankings as a table that fits a screen, below how many there are. */
final class ChangedRanks implements RowSink {
  private static final List<ResultColumn> SHOWN =
      List.of(
          new ResultColumn("indicator", "VARCHAR"),
          new ResultColumn("basis", "VARCHAR"),
          new ResultColumn("peer_group", "VARCHAR"),
          new ResultColumn("period_end", "DATE"),
          new ResultColumn("unit_name", "VARCHAR"),
          new ResultColumn("change", "VARCHAR"),
          new ResultColumn("rank", "VARCHAR"),
          new ResultColumn("value", "VARCHAR"),
          new ResultColumn("files", "VARCHAR"));

  private final Writer out;
  private final int limit;
  private final List<List<Object>> shown = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private List<String> names = List.of();

  /**
   * A table.
   *
   * @param limit most rows that are shown; all are counted
   */
  ChangedRanks(Writer out, int limit) {
    this.out = out;
    this.limit = limit;
    for (String change : List.of("changed", "removed", "added")) {
      counts.put(change, 0L);
    }
  }

  @Override
  public void columns(List<ResultColumn> columns) {
    names = columns.stream().map(ResultColumn::name).toList();
  }

  @Override
  public void row(List<Object> values) {
    counts.merge((String) value(values, "change"), 1L, Long::sum);
    if (shown.size() < limit) {
      shown.add(
          Arrays.asList(
              value(values, "indicator"),
              value(values, "basis"),
              value(values, "peer_group"),
              value(values, "period_end"),
              value(values, "unit_name"),
              value(values, "change"),
              arrow(rank(values, "before"), rank(values, "after")),
              arrow(rate(values, "before"), rate(values, "after")),
              value(values, "files")));
    }
  }

  @Override
  public void end() throws IOException {
    out.write(
        "Xếp hạng / Rankings: "
            + counts.get("changed")
            + " đổi / changed, "
            + counts.get("removed")
            + " mất / removed, "
            + counts.get("added")
            + " mới / added\n");
    TableRows table = new TableRows(out);
    table.columns(SHOWN);
    for (List<Object> row : shown) {
      table.row(row);
    }
    table.end();
  }

  private Object value(List<Object> values, String name) {
    return values.get(names.indexOf(name));
  }

  private String rank(List<Object> values, String when) {
    Object rank = value(values, "rank_" + when);
    return rank == null ? "–" : rank.toString();
  }

  private String rate(List<Object> values, String when) {
    Object value = value(values, "value_" + when);
    if (value == null) {
      return "–";
    }
    Object numerator = value(values, "numerator_" + when);
    String rate = PrintedRate.of(((Number) value).doubleValue());
    return numerator == null
        ? rate
        : rate + " (" + numerator + "/" + value(values, "denominator_" + when) + ")";
  }

  private static String arrow(String before, String after) {
    return before.equals(after) ? before : before + " → " + after;
  }
}

package io.xephang.cli;

import io.xephang.cli.result.TableRows;
import io.xephang.reports.annex.PrintedRate;
import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.warehouse.PlainText;
import io.xephang.warehouse.ResultColumn;
import io.xephang.warehouse.RowSink;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a comparison of rankings as a table that fits a screen, below how many there are. */
final class ChangedRanks implements RowSink {
  private static final List<ResultColumn> SHOWN =
      List.of(
          new ResultColumn("indicator", "VARCHAR"),
          new ResultColumn("basis", "VARCHAR"),
          new ResultColumn("peer_group", "VARCHAR"),
          new ResultColumn("period_end", "VARCHAR"),
          new ResultColumn("unit_name", "VARCHAR"),
          new ResultColumn("change", "VARCHAR"),
          new ResultColumn("rank", "VARCHAR"),
          new ResultColumn("value", "VARCHAR"),
          new ResultColumn("files", "VARCHAR"));

  private static final Map<String, String> CHANGES =
      Map.of("changed", "đổi / changed", "removed", "mất / removed", "added", "mới / added");

  private final Writer out;
  private final OptionalInt screen;
  private final int limit;
  private final List<List<Object>> shown = new ArrayList<>();
  private final Map<String, Long> counts = new HashMap<>();
  private List<String> names = List.of();

  /**
   * A table.
   *
   * @param screen characters of a line; absent if nothing is to be cut
   * @param limit most rows that are shown, 0: all; all are counted
   */
  ChangedRanks(Writer out, OptionalInt screen, int limit) {
    this.out = out;
    this.screen = screen;
    this.limit = limit;
    CHANGES.keySet().forEach(change -> counts.put(change, 0L));
  }

  @Override
  public void columns(List<ResultColumn> columns) {
    names = columns.stream().map(ResultColumn::name).toList();
  }

  @Override
  public void row(List<Object> values) {
    counts.merge((String) value(values, "change"), 1L, Long::sum);
    if (limit == 0 || shown.size() < limit) {
      shown.add(
          Arrays.asList(
              value(values, "indicator"),
              value(values, "basis"),
              value(values, "peer_group"),
              period(values),
              value(values, "unit_name"),
              CHANGES.get((String) value(values, "change")),
              arrow(rank(values, "before"), rank(values, "after")),
              arrow(rate(values, "before"), rate(values, "after")),
              value(values, "files")));
    }
  }

  @Override
  public void end() throws IOException {
    out.write(
        Stream.of("changed", "removed", "added")
            .map(change -> VietnameseNumber.count(counts.get(change)) + " " + CHANGES.get(change))
            .collect(Collectors.joining(", ", "Xếp hạng / Rankings: ", "\n")));
    TableRows table = new TableRows(out, screen, Map.of());
    table.columns(SHOWN);
    for (List<Object> row : shown) {
      table.row(row);
    }
    table.end();
    long more = counts.values().stream().mapToLong(Long::longValue).sum() - shown.size();
    if (more > 0) {
      out.write(
          "… và "
              + VietnameseNumber.count(more)
              + " dòng nữa; --limit 0 để xem hết. / … and "
              + more
              + " more; --limit 0 lists them.\n");
    }
  }

  private Object value(List<Object> values, String name) {
    return values.get(names.indexOf(name));
  }

  /** Of the newest rankings both as-of dates. */
  private String period(List<Object> values) {
    Object before = value(values, "period_end_before");
    String after = PlainText.of(value(values, "period_end"));
    return before == null ? after : arrow(PlainText.of(before), after);
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
        : rate + " (" + count(numerator) + "/" + count(value(values, "denominator_" + when)) + ")";
  }

  private static String count(Object count) {
    return VietnameseNumber.count(((Number) count).longValue());
  }

  private static String arrow(String before, String after) {
    return before.equals(after) ? before : before + " → " + after;
  }
}

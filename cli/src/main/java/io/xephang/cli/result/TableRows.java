package io.xephang.cli.result;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.xephang.cli.DisplayText;
import io.xephang.warehouse.PlainText;
import io.xephang.warehouse.ResultColumn;
import io.xephang.warehouse.RowSink;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes a result as a table for people; it is held in memory, since widths are known last. */
public final class TableRows implements RowSink {
  private static final Pattern NUMERIC =
      Pattern.compile("(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL.*)");

  private final Writer out;
  private final List<String[]> rows = new ArrayList<>();
  private Column[] columns = {};

  public TableRows(Writer out) {
    this.out = out;
  }

  @Override
  public void columns(List<ResultColumn> described) {
    columns =
        described.stream()
            .map(
                column ->
                    new Column()
                        .header(column.name())
                        .headerAlign(HorizontalAlign.LEFT)
                        .dataAlign(
                            NUMERIC.matcher(column.type()).matches()
                                ? HorizontalAlign.RIGHT
                                : HorizontalAlign.LEFT)
                        .maxWidth(Integer.MAX_VALUE))
            .toArray(Column[]::new);
  }

  @Override
  public void row(List<Object> values) {
    rows.add(
        values.stream().map(value -> DisplayText.of(PlainText.of(value))).toArray(String[]::new));
  }

  @Override
  public void end() throws IOException {
    out.write(
        AsciiTable.builder()
            .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
            .lineSeparator("\n")
            .data(columns, rows.toArray(new String[0][]))
            .asString());
    out.write("\n(" + rows.size() + " dòng / rows)\n");
  }
}

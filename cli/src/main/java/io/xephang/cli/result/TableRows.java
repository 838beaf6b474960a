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
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Writes a result as a table for people; it is held in memory, since widths are known last. On a
 * screen long texts are cut, so that a row stays a line.
 */
public final class TableRows implements RowSink {
  private static final Pattern NUMERIC =
      Pattern.compile("(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL.*)");

  private final Writer out;
  private final OptionalInt screen;
  private final List<String[]> rows = new ArrayList<>();
  private Column[] columns = {};

  /**
   * A table.
   *
   * @param out stays open
   * @param screen characters of a line; absent if nothing is to be cut
   */
  public TableRows(Writer out, OptionalInt screen) {
    this.out = out;
    this.screen = screen;
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
    FittedText text =
        FittedText.of(
            Arrays.stream(columns).map(Column::getHeader).toList(),
            rows,
            screen.orElse(Integer.MAX_VALUE));
    out.write(
        AsciiTable.builder()
            .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
            .lineSeparator("\n")
            .data(columns, text.rows().toArray(new String[0][]))
            .asString());
    out.write("\n(" + rows.size() + " dòng / rows)\n");
    if (text.isCut()) {
      out.write(
          "Ô có dấu … bị cắt cho vừa màn hình; xem đủ: --format csv / Cells with … are cut to fit"
              + " the screen; in full: --format csv\n");
    }
  }
}

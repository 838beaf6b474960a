package io.xephang.cli.result;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.xephang.warehouse.Measure;
import io.xephang.warehouse.ResultColumn;
import io.xephang.warehouse.RowSink;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final Map<String, Measure> measures;
  private final List<List<Object>> rows = new ArrayList<>();
  private List<ResultColumn> columns = List.of();

  /**
   * A table.
   *
   * @param out stays open
   * @param screen characters of a line; absent if nothing is to be cut
   * @param measures by which numbers of a name are shown; none: exactly
   */
  public TableRows(Writer out, OptionalInt screen, Map<String, Measure> measures) {
    this.out = out;
    this.screen = screen;
    this.measures = Map.copyOf(measures);
  }

  @Override
  public void columns(List<ResultColumn> described) {
    columns = List.copyOf(described);
  }

  @Override
  public void row(List<Object> values) {
    rows.add(new ArrayList<>(values));
  }

  @Override
  public void end() throws IOException {
    FittedText text = FittedText.of(columns, texts(), screen.orElse(Integer.MAX_VALUE));
    out.write(
        AsciiTable.builder()
            .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
            .lineSeparator("\n")
            .data(layout(), text.rows().toArray(new String[0][]))
            .asString());
    out.write("\n(" + rows.size() + " dòng / rows)\n");
    if (text.isCut()) {
      out.write(
          "Ô có dấu … bị cắt cho vừa màn hình; xem đủ: --format csv / Cells with … are cut to fit"
              + " the screen; in full: --format csv\n");
    }
  }

  private Column[] layout() {
    return columns.stream()
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

  private List<String[]> texts() {
    List<String[]> texts = new ArrayList<>();
    rows.forEach(row -> texts.add(new String[row.size()]));
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      List<Object> cells = new ArrayList<>();
      rows.forEach(row -> cells.add(row.get(column)));
      MeasuredText text = new MeasuredText(measures.get(columns.get(i).name()), cells);
      for (int row = 0; row < texts.size(); row++) {
        texts.get(row)[i] = text.of(cells.get(row));
      }
    }
    return texts;
  }
}

package io.xephang.warehouse.xlsx;

import io.xephang.warehouse.Measure;
import io.xephang.warehouse.ResultColumn;
import io.xephang.warehouse.RowSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a result as an Excel workbook, row by row: the rows on the first sheet, and on further
 * ones where Excel's sheets are too short; on the second sheet what the result is. Few rows at a
 * time are held in memory. Used by one thread: first as a {@link RowSink}, then {@link #about},
 * then closed.
 */
public final class XlsxRows implements RowSink, AutoCloseable {
  /** Of the rows of a sheet one is the header. */
  private static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;

  /** Widths and percentages are chosen by so many rows. */
  private static final int LOOKED_AT = 1_000;

  private static final String RESULT = "Kết quả";
  private static final String ABOUT = "Thông tin";

  private final OutputStream buffered;
  private final Workbook workbook;
  private final AboutSheet about;
  private final Map<String, Measure> measures;
  private final Layout layout;
  private final int rowsOfSheet;
  private final List<List<Object>> first = new ArrayList<>();
  private final Set<String> indicators = new TreeSet<>();

  private ResultSheet sheet;
  private List<ResultColumn> columns = List.of();
  private ColumnLayouts layouts;
  private int sheets = 1;
  private long rows;
  private long textsCut;
  private int indicatorColumn;

  /**
   * A workbook.
   *
   * @param out stays open
   * @param measures what numbers of a name count in, as the data dictionary says
   */
  public XlsxRows(OutputStream out, Map<String, Measure> measures, Layout layout) {
    this(out, measures, layout, MOST_ROWS);
  }

  XlsxRows(OutputStream out, Map<String, Measure> measures, Layout layout, int rowsOfSheet) {
    this.buffered = new BufferedOutputStream(new LimitedStream(out));
    this.workbook = new Workbook(buffered, "xephang", null);
    this.measures = Map.copyOf(measures);
    this.layout = layout;
    this.rowsOfSheet = rowsOfSheet;
    this.sheet = new ResultSheet(workbook.newWorksheet(RESULT));
    this.about = new AboutSheet(workbook.newWorksheet(ABOUT));
  }

  @Override
  public void columns(List<ResultColumn> described) throws IOException {
    if (described.size() > Worksheet.MAX_COLS) {
      throw new IOException(
          described.size()
              + " cột, Excel nhận nhiều nhất "
              + Worksheet.MAX_COLS
              + ", hãy chọn ít cột hơn / columns, Excel takes "
              + Worksheet.MAX_COLS
              + " at most: select fewer");
    }
    columns = List.copyOf(described);
    indicatorColumn = columns.stream().map(ResultColumn::name).toList().indexOf("indicator");
  }

  @Override
  public void row(List<Object> values) throws IOException {
    if (indicatorColumn >= 0 && values.get(indicatorColumn) instanceof String indicator) {
      indicators.add(indicator);
    }
    if (layouts != null) {
      write(values);
      return;
    }
    first.add(new ArrayList<>(values));
    if (first.size() == LOOKED_AT) {
      begin();
    }
  }

  @Override
  public void end() throws IOException {
    if (layouts == null) {
      begin();
    }
    textsCut += sheet.finish();
  }

  /** What was noticed, once the last row is written. */
  public ResultFacts facts() {
    return new ResultFacts(rows, indicators, textsCut);
  }

  /** Writes the second sheet. */
  public void about(List<AboutLine> lines) throws IOException {
    about.write(lines);
  }

  /** Writes the end of the workbook; after an error it is none, and is of no use. */
  @Override
  public void close() throws IOException {
    workbook.close();
    buffered.flush();
  }

  private void begin() throws IOException {
    layouts = ColumnLayouts.of(columns, first, this::format);
    sheet.begin(layouts);
    for (List<Object> values : first) {
      write(values);
    }
    first.clear();
  }

  private NumberFormat format(ResultColumn column) {
    return switch (layout) {
      case RAW -> NumberFormat.raw(column);
      case FORMATTED ->
          NumberFormat.formatted(column, Optional.ofNullable(measures.get(column.name())));
    };
  }

  private void write(List<Object> values) throws IOException {
    if (sheet.rows() == rowsOfSheet) {
      textsCut += sheet.finish();
      sheets++;
      sheet = new ResultSheet(workbook.newWorksheet(RESULT + " " + sheets));
      sheet.begin(layouts);
    }
    sheet.row(values);
    rows++;
  }
}

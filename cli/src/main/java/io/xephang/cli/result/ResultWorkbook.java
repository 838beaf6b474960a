package io.xephang.cli.result;

import io.xephang.warehouse.Answered;
import io.xephang.warehouse.Cancellation;
import io.xephang.warehouse.QueryLimits;
import io.xephang.warehouse.Warehouse;
import io.xephang.warehouse.xlsx.Layout;
import io.xephang.warehouse.xlsx.XlsxRows;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A result as an Excel workbook: its rows, and what they are and rest on. */
public final class ResultWorkbook {
  private final Layout layout;

  public ResultWorkbook(Layout layout) {
    this.layout = layout;
  }

  /** Answers a question into a file. */
  public Answered write(
      Warehouse warehouse,
      Question question,
      QueryLimits limits,
      Cancellation cancellation,
      Path file)
      throws Exception {
    try (OutputStream out = Files.newOutputStream(file);
        XlsxRows rows = new XlsxRows(out, question.measuresOn(warehouse), layout)) {
      Answered answered = warehouse.select(question.select(), limits, cancellation, rows);
      rows.about(
          new AboutResult(question, warehouse.provenance(), rows.facts(), answered.cut()).lines());
      return answered;
    }
  }
}

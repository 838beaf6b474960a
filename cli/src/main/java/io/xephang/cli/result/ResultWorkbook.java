package io.xephang.cli.result;

import io.xephang.warehouse.Measure;
import io.xephang.warehouse.Warehouse;
import io.xephang.warehouse.xlsx.Layout;
import io.xephang.warehouse.xlsx.XlsxRows;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A result as an Excel workbook: its rows, and what they are and rest on. */
public final class ResultWorkbook {
  private ResultWorkbook() {}

  /** Answers a question into a file. */
  public static void write(Warehouse warehouse, Question question, Layout layout, Path file)
      throws Exception {
    Map<String, Measure> measures = new HashMap<>(warehouse.measures());
    measures.putAll(question.measures());
    try (OutputStream out = Files.newOutputStream(file);
        XlsxRows rows = new XlsxRows(out, measures, layout)) {
      warehouse.select(question.select(), rows);
      rows.about(new AboutResult(question, warehouse.provenance(), rows.facts()).lines());
    }
  }
}

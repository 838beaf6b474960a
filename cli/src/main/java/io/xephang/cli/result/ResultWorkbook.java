package io.xephang.cli.result;

import io.xephang.warehouse.Select;
import io.xephang.warehouse.Warehouse;
import io.xephang.warehouse.xlsx.Layout;
import io.xephang.warehouse.xlsx.XlsxRows;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A result as an Excel workbook: its rows, and what they are and rest on. */
public final class ResultWorkbook {
  private ResultWorkbook() {}

  /** Answers a SELECT into a file. */
  public static void write(Warehouse warehouse, Select select, Layout layout, Path file)
      throws Exception {
    try (OutputStream out = Files.newOutputStream(file);
        XlsxRows rows = new XlsxRows(out, warehouse.measures(), layout)) {
      warehouse.select(select, rows);
      rows.about(new AboutResult(select, warehouse.provenance(), rows.facts()).lines());
    }
  }
}

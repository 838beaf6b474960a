package io.xephang.cli;

import io.xephang.cli.result.ResultFormat;
import io.xephang.cli.result.ResultSinks;
import io.xephang.warehouse.RowSink;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.OptionalInt;

/** The forms of a short list, which needs no file. */
enum RowForm {
  TABLE(ResultFormat.TABLE),
  CSV(ResultFormat.CSV),
  JSON(ResultFormat.JSON);

  private final ResultFormat format;

  RowForm(ResultFormat format) {
    this.format = format;
  }

  /**
   * Writes rows in this form.
   *
   * @param screen characters of a line; absent if nothing of a table is to be cut
   */
  RowSink sink(Writer out, OptionalInt screen) throws IOException {
    return ResultSinks.of(format, out, screen, Map.of());
  }
}

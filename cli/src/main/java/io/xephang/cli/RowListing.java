package io.xephang.cli;

import io.xephang.warehouse.ResultColumn;
import io.xephang.warehouse.RowSink;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** How a command shows a short list that is no answer to SQL. */
final class RowListing {
  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "Dạng kết quả. / Form of the result. (${DEFAULT-VALUE})")
  private RowForm form;

  /** Writes a row for each thing to standard output. */
  <T> void write(
      CommandContext context,
      List<ResultColumn> columns,
      Iterable<T> things,
      Function<T, List<Object>> row)
      throws Exception {
    ResultFile.write(
        context,
        null,
        out -> {
          RowSink rows = form.sink(out, context.screen());
          rows.columns(columns);
          for (T thing : things) {
            rows.row(row.apply(thing));
          }
          rows.end();
        });
  }
}

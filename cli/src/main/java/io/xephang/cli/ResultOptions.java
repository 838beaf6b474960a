package io.xephang.cli;

import io.xephang.cli.result.Question;
import io.xephang.cli.result.ResultFormat;
import io.xephang.cli.result.ResultSinks;
import io.xephang.cli.result.ResultWorkbook;
import io.xephang.warehouse.Answered;
import io.xephang.warehouse.Cancellation;
import io.xephang.warehouse.QueryLimits;
import io.xephang.warehouse.Select;
import io.xephang.warehouse.ServedFile;
import io.xephang.warehouse.Warehouse;
import io.xephang.warehouse.xlsx.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Option;

/** In which form, and where, a command gives the rows of a result: the same options for all. */
final class ResultOptions {
  @Option(
      names = "--format",
      paramLabel = "table|csv|excel-csv|json|ndjson|parquet|xlsx",
      defaultValue = "table",
      converter = ResultFormatName.class,
      description = {
        "Dạng kết quả; parquet, xlsx cần -o; excel-csv: CSV mở đúng bằng Excel. (${DEFAULT-VALUE})",
        "Form of the result; parquet, xlsx need -o; excel-csv: CSV that Excel opens right."
      })
  private ResultFormat format;

  @Option(
      names = "--raw",
      description = {
        "Với xlsx: số để nguyên, ngày dạng 2020-08-20.",
        "For xlsx: numbers as they are, days like 2020-08-20."
      })
  private boolean raw;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Ghi vào tệp. / Write to a file.")
  private Path file;

  /** Refuses what cannot be delivered before anything is computed for it. */
  void require(CommandContext context) throws CommandFailed, IOException {
    ResultFile.requireWritable(context.home(), file);
    if (raw && format != ResultFormat.XLSX) {
      throw CommandFailed.wrongUsage(
          "--raw: chỉ dùng với --format xlsx / goes with --format xlsx alone");
    }
    if (format.isBinary() && file == null) {
      throw CommandFailed.wrongUsage(
          "--format "
              + format
              + ": cần -o FILE, vì tệp này không phải văn bản / it needs -o FILE: it is no text");
    }
    ResultFile.requireFittingName(file, format, List.of(ResultFormat.XLSX, ResultFormat.PARQUET));
  }

  /** What is asked, once the warehouse is open that knows units and dates. */
  interface Asking {
    Question in(Warehouse warehouse) throws Exception;
  }

  /**
   * Answers a question from the publication that is asked.
   *
   * @return empty of a Parquet file, whose rows DuckDB writes by itself
   */
  Optional<Answered> deliver(
      CommandContext context, PublicationOption publication, LimitOptions limits, Asking asking)
      throws Exception {
    try (StopOnSignal stop = new StopOnSignal()) {
      if (format == ResultFormat.PARQUET) {
        exportParquet(context, publication, limits.ofWholeFile(), stop.cancellation(), asking);
        return Optional.empty();
      }
      QueryLimits allowed = limits.of(format == ResultFormat.TABLE && file == null);
      try (Warehouse warehouse = publication.open(context)) {
        Answered answered =
            answer(context, warehouse, asking.in(warehouse), allowed, stop.cancellation());
        LimitOptions.sayIfCut(context, answered);
        return Optional.of(answered);
      }
    }
  }

  private Answered answer(
      CommandContext context,
      Warehouse warehouse,
      Question question,
      QueryLimits allowed,
      Cancellation cancellation)
      throws Exception {
    AtomicReference<Answered> answered = new AtomicReference<>();
    if (format == ResultFormat.XLSX) {
      ResultFile.replace(
          context,
          file,
          part ->
              answered.set(
                  new ResultWorkbook(raw ? Layout.RAW : Layout.FORMATTED)
                      .write(warehouse, question, allowed, cancellation, part)));
    } else {
      ResultFile.write(
          context,
          file,
          out ->
              answered.set(
                  warehouse.select(
                      question.select(),
                      allowed,
                      cancellation,
                      ResultSinks.of(
                          format,
                          out,
                          context.screenOf(file),
                          format == ResultFormat.TABLE ? question.shownIn(warehouse) : Map.of()))));
    }
    return answered.get();
  }

  private void exportParquet(
      CommandContext context,
      PublicationOption publication,
      Duration time,
      Cancellation cancellation,
      Asking asking)
      throws Exception {
    Select select;
    ServedFile served;
    // Closed before the export opens the same database under other settings.
    try (Warehouse warehouse = publication.open(context)) {
      select = asking.in(warehouse).select();
      served = warehouse.served();
    }
    ResultFile.replace(
        context, file, part -> Warehouse.exportParquet(served, select, time, cancellation, part));
  }
}

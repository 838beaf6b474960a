package io.xephang.cli;

import io.xephang.home.ExitCode;
import io.xephang.warehouse.Cancellation;
import io.xephang.warehouse.CsvRows;
import io.xephang.warehouse.JsonRows;
import io.xephang.warehouse.QueryLimits;
import io.xephang.warehouse.RowSink;
import io.xephang.warehouse.Warehouse;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang sql}: one SELECT on the served database. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Tra cứu dữ liệu đã công bố bằng một câu SELECT.",
      "Query what was published with one SELECT."
    },
    footer = {
      "",
      "Bảng / Views: unit, service, indicator, indicator_value, ranking, coverage, reported_rate,",
      "  reconciliation, rejection_reason, audit_finding, dossier, progress, timeliness, idle_service,",
      "  ingest_file, quarantine, run, publication, target;",
      "  ranking_at('level4_rate', '2020-08-20'), trend('level4_rate', 'H47'),",
      "  headline('level4_rate', '2020-08-20').",
      "",
      "Ví dụ / Example:",
      "  xephang sql \"SELECT rank, unit_name, value FROM ranking_at('level4_rate', '2020-08-20')\"",
      "  xephang sql \"FROM service\" --format parquet -o service.parquet"
    })
final class SqlCommand implements Callable<Integer> {
  enum Format {
    TABLE,
    CSV,
    JSON,
    PARQUET
  }

  private final CommandContext context;

  @Parameters(paramLabel = "SELECT", description = "Câu lệnh SELECT. / The SELECT statement.")
  private String sql;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|parquet",
      defaultValue = "table",
      description = {
        "Dạng kết quả; parquet cần -o. (${DEFAULT-VALUE})",
        "Form of the result; parquet needs -o."
      })
  private Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Ghi vào tệp. / Write to a file.")
  private Path file;

  @Mixin private LimitOptions limits;

  SqlCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    ResultFile.requireWritable(file);
    try (StopOnSignal stop = new StopOnSignal()) {
      if (format == Format.PARQUET) {
        exportParquet(stop.cancellation());
        return ExitCode.DONE;
      }
      QueryLimits allowed = limits.of(format == Format.TABLE && file == null);
      try (Warehouse warehouse = Warehouse.open(context.home())) {
        ResultFile.write(
            context,
            file,
            out ->
                LimitOptions.sayIfCut(
                    context, warehouse.select(sql, allowed, stop.cancellation(), sink(out))));
      }
    }
    return ExitCode.DONE;
  }

  private void exportParquet(Cancellation cancellation) throws Exception {
    if (file == null) {
      throw CommandFailed.wrongUsage(
          "--format parquet: cần -o FILE, vì tệp Parquet không phải văn bản / it needs -o FILE:"
              + " Parquet is no text");
    }
    Duration time = limits.ofWholeFile();
    ResultFile.replace(
        context,
        file,
        part -> Warehouse.exportParquet(context.home(), sql, time, cancellation, part));
  }

  private RowSink sink(Writer out) throws IOException {
    return switch (format) {
      case TABLE -> new TableRows(out);
      case CSV -> new CsvRows(out);
      case JSON -> new JsonRows(out);
      case PARQUET -> throw new IllegalStateException("a Parquet file is not written row by row");
    };
  }
}

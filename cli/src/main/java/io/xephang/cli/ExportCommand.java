package io.xephang.cli;

import io.xephang.home.ExitCode;
import io.xephang.home.Publication;
import io.xephang.home.RunRecords;
import io.xephang.schemas.Definitions;
import io.xephang.warehouse.ServedDatabase;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code xephang export}: a publication in one file, for a computer without the lake. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Chép một công bố, kể cả hồ sơ, ra một tệp DuckDB để mang sang máy khác.",
      "Copy a publication, dossiers and all, into one DuckDB file for another computer."
    },
    footer = {
      "",
      "Mở bằng DuckDB từ 1.4 (duckdb cong-bo.duckdb), hoặc DBeaver với trình điều khiển DuckDB từ 1.4.",
      "Open it with DuckDB 1.4 or later (duckdb cong-bo.duckdb), or DBeaver with such a driver.",
      "",
      "Ví dụ / Examples:",
      "  xephang export --to cong-bo.duckdb",
      "  xephang export --to cong-van-3485.duckdb --publication 1"
    })
final class ExportCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description =
          "Tệp được ghi; tệp cũ cùng tên được thay. / The file; one of this name is replaced.")
  private Path file;

  @Mixin private PublicationOption publication;

  ExportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    ResultFile.requireWritable(context.home(), file);
    Publication chosen = publication.publication(context);
    ServedDatabase served = new ServedDatabase(context.home(), Definitions.shipped());
    ResultFile.replace(
        context, file, part -> served.copy(chosen, new RunRecords(context.home()).all(), part));
    return ExitCode.DONE;
  }
}

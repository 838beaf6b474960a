package io.xephang.cli;

import io.xephang.home.ExitCode;
import io.xephang.home.Publication;
import io.xephang.reports.annex.VietnameseNumber;
import io.xephang.warehouse.ChangedStatement;
import io.xephang.warehouse.PublicationComparison;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang publication diff}: what a publication says otherwise, and by which files. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "So hai công bố: hạng và giá trị nào đã đổi, do tệp nào.",
      "Compare two publications: which ranks and values changed, and by which files."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  xephang publication diff 1 2",
      "  xephang publication diff 1 2 --format csv -o thay-doi.csv"
    })
final class PublicationDiffCommand implements Callable<Integer> {
  /** As the data dictionary has them (views/ingest_file.yaml). */
  private static final Map<String, String> STATUSES =
      Map.of(
          "ingested", "đang tính / ingested",
          "replaced", "đã thay / replaced",
          "duplicate_file", "tệp trùng / duplicate file",
          "withdrawn", "đã rút / withdrawn");

  private final CommandContext context;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "Công bố trước, theo số hoặc nhãn. / The one before, by id or label.")
  private String before;

  @Parameters(
      index = "1",
      paramLabel = "B",
      description = "Công bố sau, theo số hoặc nhãn. / The one after, by id or label.")
  private String after;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = {
        "Dạng kết quả; csv và json có mọi dòng và mọi cột của các bảng xếp hạng. (${DEFAULT-VALUE})",
        "Form of the result; csv and json have every row and column of the rankings."
      })
  private RowForm form;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "Số dòng nhiều nhất của bảng, 0: tất cả. / Most rows of the table, 0: all."
              + " (${DEFAULT-VALUE})")
  private int limit;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Ghi vào tệp. / Write to a file.")
  private Path file;

  PublicationDiffCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (limit < 0) {
      throw CommandFailed.wrongUsage(
          "--limit " + limit + ": cần số từ 0 trở lên / expected a number from 0 up");
    }
    ResultFile.requireWritable(context.home(), file);
    Publication first = KnownPublication.of(context.home(), "A", before);
    Publication second = KnownPublication.of(context.home(), "B", after);
    try (PublicationComparison comparison =
        PublicationComparison.open(
            KnownPublication.served(context, first), KnownPublication.served(context, second))) {
      ResultFile.write(context, file, out -> write(comparison, out));
    }
    return ExitCode.DONE;
  }

  private void write(PublicationComparison comparison, Writer out) throws Exception {
    if (form != RowForm.TABLE) {
      comparison.rankings(form.sink(out, OptionalInt.empty()));
      return;
    }
    List<ChangedStatement> statements = comparison.statements();
    out.write("Tệp / Files: " + VietnameseNumber.count(statements.size()) + "\n");
    for (ChangedStatement statement : statements) {
      out.write(
          "  "
              + DisplayText.of(statement.file())
              + ": "
              + status(statement.before())
              + " → "
              + status(statement.after())
              + "\n");
    }
    comparison.rankings(new ChangedRanks(out, context.screenOf(file), limit));
  }

  private static String status(String status) {
    return status == null ? "chưa có / not there" : STATUSES.getOrDefault(status, status);
  }
}

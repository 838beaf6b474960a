package io.xephang.cli;

import io.xephang.cli.run.JobRequest;
import io.xephang.warehouse.Statements;
import io.xephang.warehouse.Warehouse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang withdraw}: takes statements back, as if they had never come. */
@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Rút lại tệp đã nhận: tính lại và công bố như chưa từng có tệp đó.",
      "Take a file back that was ingested: compute and publish as if it had never come."
    },
    footer = {
      "",
      "Tệp vẫn nằm trong thư mục gửi đến sẽ không được nhận lại, trừ khi có nội dung mới.",
      "A file that stays in the landing folder is not read again unless its content changes.",
      "",
      "Ví dụ / Examples:",
      "  xephang withdraw catalogs/2020-08-20/synthetic-H47.csv --reason \"Công văn 12/STTTT\"",
      "  xephang withdraw --undo catalogs/2020-08-20/synthetic-H47.csv"
    })
final class WithdrawCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "Tên tệp như trong ingest_file, hoặc đường dẫn tới tệp.",
        "Name as in the view ingest_file, or a path to the file."
      })
  private List<String> files = List.of();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Lý do, được ghi lại. / Why; it is recorded.")
  private String reason;

  @Option(names = "--undo", description = "Thôi rút lại. / Take the withdrawal back.")
  private boolean undo;

  @Mixin private PublishingOptions publishing;

  WithdrawCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    List<String> statements = new ArrayList<>();
    try (Warehouse warehouse = Warehouse.open(context.home())) {
      for (String file : files) {
        statements.add(known(warehouse.statements(), file));
      }
    }
    return publishing
        .conduct(
            context,
            undo ? JobRequest.restore(statements, reason) : JobRequest.withdraw(statements, reason))
        .exitCode();
  }

  private static String known(Statements statements, String file)
      throws SQLException, CommandFailed {
    List<String> meant = statements.named(file);
    if (meant.size() == 1) {
      return meant.get(0);
    }
    throw CommandFailed.wrongUsage(
        DisplayText.of(file)
            + ": không có tệp này trong sổ / there is no such file in the ledger; gần giống / like"
            + " it: "
            + String.join(", ", statements.similar(file).stream().map(DisplayText::of).toList()));
  }
}

package io.xephang.cli;

import io.xephang.home.ExitCode;
import io.xephang.warehouse.Rejections;
import io.xephang.warehouse.Rejections.Filter;
import io.xephang.warehouse.Rejections.Sender;
import io.xephang.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code xephang quarantine list}: which rows were rejected, and why. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Liệt kê dòng bị loại của các tệp đang có hiệu lực.",
      "List the rejected rows of the files that are in force."
    },
    footer = {"", "Ví dụ / Example: xephang quarantine list --sender H47 --format csv -o h47.csv"})
final class QuarantineListCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(names = "--feed", paramLabel = "FEED", description = "units, reports, catalogs …")
  private String feed;

  @Option(names = "--reason", paramLabel = "REASON", description = "unknown_unit, bad_level …")
  private String reason;

  @Option(
      names = "--sender",
      paramLabel = "UNIT",
      description = {
        "Mã hoặc tên bộ, tỉnh gửi; khong-ro: không rõ ai gửi.",
        "Code or name of the ministry or province that sent it; khong-ro: nobody can tell."
      })
  private String sender;

  @Option(
      names = "--file",
      paramLabel = "TEXT",
      description = "Một phần tên tệp. / Part of the file's name.")
  private String filePart;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "Dạng kết quả. / Form of the result. (${DEFAULT-VALUE})")
  private RowForm form;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Ghi vào tệp. / Write to a file.")
  private Path file;

  QuarantineListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    ResultFile.requireWritable(context.home(), file);
    try (Warehouse warehouse = Warehouse.open(context.home())) {
      Rejections rejections = warehouse.rejections();
      Sender asked = sender == null ? null : KnownSender.of(sender, warehouse);
      Filter filter =
          new Filter(feed, reason, asked == null ? null : asked.codeOrNobody(), filePart);
      ResultFile.write(
          context, file, out -> rejections.rows(filter, form.sink(out, context.screenOf(file))));
      if (asked != null && asked.rows() == 0) {
        sayNothingIsRejected(asked);
      }
    }
    return ExitCode.DONE;
  }

  private void sayNothingIsRejected(Sender asked) {
    context
        .err()
        .println(
            DisplayText.of(asked.codeOrNobody() + (asked.name() == null ? "" : " " + asked.name()))
                + ": không có dòng nào bị loại / no row was rejected");
  }
}

package io.xephang.cli;

import io.xephang.home.ExitCode;
import io.xephang.warehouse.ExcelCsvRows;
import io.xephang.warehouse.Rejections;
import io.xephang.warehouse.Rejections.Sender;
import io.xephang.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code xephang quarantine report}: what each sender has to mend, a file for each. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Lập báo cáo dòng bị loại cho từng đơn vị gửi, mỗi đơn vị một tệp CSV mở được bằng Excel.",
      "Write what each sender has to mend: a CSV file for each, which Excel opens."
    },
    footer = {"", "Ví dụ / Example: xephang quarantine report -o bi-loai"})
final class QuarantineReportCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Thư mục, được tạo nếu chưa có. / Folder; made if it is not there.")
  private Path folder;

  QuarantineReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    ResultFile.requireOutside(context.home(), folder);
    try (Warehouse warehouse = Warehouse.open(context.home())) {
      Rejections rejections = warehouse.rejections();
      ReportFolder reports = new ReportFolder(folder, rejections);
      List<Sender> senders = rejections.senders();
      if (senders.isEmpty()) {
        context.err().println("Không có dòng nào bị loại / Nothing was rejected.");
      } else {
        Files.createDirectories(folder);
      }
      for (Sender sender : senders) {
        context
            .out()
            .println(
                sender.codeOrNobody()
                    + " "
                    + (sender.name() == null ? "không rõ đơn vị / sender unknown" : sender.name())
                    + ": "
                    + sender.rows()
                    + " dòng / rows, "
                    + sender.files()
                    + " tệp / files");
        ResultFile.write(
            context, reports.file(sender), out -> rejections.report(sender, new ExcelCsvRows(out)));
      }
      warnOf(reports.leftFromEarlier(senders));
    }
    return ExitCode.DONE;
  }

  /** Whoever mails the whole folder would mail these too. */
  private void warnOf(List<String> left) {
    if (!left.isEmpty()) {
      context
          .err()
          .println(
              "cảnh báo / warning: còn lại từ lần trước, không còn dòng bị loại / left from an"
                  + " earlier report, no rejected rows any more: "
                  + String.join(", ", left));
    }
  }
}

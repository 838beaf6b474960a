package io.xephang.cli;

import io.xephang.home.ExitCode;
import io.xephang.reports.template.ReportName;
import io.xephang.reports.template.ReportTemplates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang report template}: a template to be changed. */
@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Ghi mẫu có sẵn ra tệp để sửa. Mẫu sửa xong đặt vào thư mục reports của XEPHANG_HOME.",
      "Write the shipped template out, to be changed. It counts once it lies in the folder reports",
      "of XEPHANG_HOME."
    },
    footer = {"", "Ví dụ / Example: xephang report template monthly -o monthly.yaml"})
final class ReportTemplateCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      paramLabel = "national|province|monthly|weekly",
      description = "Tên báo cáo. / Name of the report.")
  private ReportName report;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = {
        "Ghi vào tệp chưa có; mặc định in ra màn hình.",
        "Write to a file that is not there yet; by default to standard output."
      })
  private Path file;

  ReportTemplateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (file != null && Files.exists(file)) {
      throw CommandFailed.wrongUsage(
          "-o "
              + file
              + ": đã có, có thể đã được sửa; hãy chọn tên khác hoặc xóa tệp / is there already and"
              + " may have been changed: choose another name, or remove it");
    }
    if (file != null
        && context.home().reports().equals(file.toAbsolutePath().normalize().getParent())) {
      Files.createDirectories(context.home().reports());
    }
    ResultFile.requireWritable(context.home(), file);
    ResultFile.write(context, file, out -> out.write(ReportTemplates.forEditing(report)));
    return ExitCode.DONE;
  }
}

package io.xephang.cli;

import io.xephang.home.ExitCode;
import io.xephang.reports.template.ReportName;
import io.xephang.reports.template.ReportTemplates;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code xephang report list}: the reports and where their templates are. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Các báo cáo có thể lập, và mẫu nào đang dùng.",
      "The reports that can be made, and which template is in use."
    },
    footer = {"", "Ví dụ / Example: xephang report list"})
final class ReportListCommand implements Callable<Integer> {
  private final CommandContext context;

  ReportListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ReportTemplates templates = new ReportTemplates(context.home());
    for (ReportName report : ReportName.values()) {
      context.out().println(report.id());
      context.out().println("  " + report.titleVi());
      context.out().println("  " + report.titleEn());
      context
          .out()
          .println(
              "  mẫu / template: "
                  + (templates.hasOwn(report)
                      ? templates.ownFile(report).toString()
                      : "có sẵn / shipped"));
    }
    return ExitCode.DONE;
  }
}

package io.xephang.cli;

import io.xephang.reports.template.ReportName;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code xephang report}: documents for officials. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "national|province|monthly|weekly|list|template",
    description = {
      "Lập tài liệu Word hoặc PDF theo mẫu: phụ lục, báo cáo tháng, báo cáo tuần.",
      "Make Word or PDF documents from templates: annexes, monthly and weekly reports."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  xephang report national --as-of 2020-08-20 --letter 3485/BTTTT-THH -o phu-luc.docx",
      "  xephang report monthly --unit H47 --as-of 2020-08-31 --format pdf -o bao-cao.pdf"
    })
final class ReportCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The command with one below it for each report. */
  static CommandLine withSubcommands(CommandContext context) {
    CommandLine command =
        new CommandLine(new ReportCommand())
            .addSubcommand(ReportName.NATIONAL.id(), new NationalReportCommand(context));
    Stream.of(ReportName.values())
        .filter(report -> report != ReportName.NATIONAL)
        .forEach(
            report -> {
              CommandLine one = new CommandLine(new UnitReportCommand(context, report));
              one.getCommandSpec()
                  .usageMessage()
                  .description(report.titleVi() + ".", report.titleEn() + ".");
              command.addSubcommand(report.id(), one);
            });
    return command
        .addSubcommand("list", new ReportListCommand(context))
        .addSubcommand("template", new ReportTemplateCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "cần tên báo cáo / expected a report: "
            + Stream.of(ReportName.values()).map(ReportName::id).collect(Collectors.joining(", "))
            + "; hoặc / or: list, template");
  }
}

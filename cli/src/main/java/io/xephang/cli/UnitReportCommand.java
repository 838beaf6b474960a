package io.xephang.cli;

import io.xephang.home.ExitCode;
import io.xephang.reports.content.MonthlyReport;
import io.xephang.reports.content.NoFigures;
import io.xephang.reports.content.ProvinceRates;
import io.xephang.reports.content.ReportContent;
import io.xephang.reports.content.UnsuitableQuestion;
import io.xephang.reports.content.WeeklyReport;
import io.xephang.reports.template.ReportName;
import io.xephang.warehouse.Warehouse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code xephang report province|monthly|weekly}: the report of one unit. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    footer = {
      "",
      "Ví dụ / Example:",
      "  ${COMMAND-FULL-NAME} --unit H47 --as-of 2020-09-18 -o bao-cao.docx"
    })
final class UnitReportCommand implements Callable<Integer> {
  private final CommandContext context;
  private final ReportName report;

  @Option(
      names = "--unit",
      required = true,
      paramLabel = "UNIT",
      description = "Mã hoặc tên đơn vị. / Code or name of the unit.")
  private String unit;

  @Mixin private DocumentOptions document;
  @Mixin private PublicationOption publication;

  UnitReportCommand(CommandContext context, ReportName report) {
    this.context = context;
    this.report = report;
  }

  @Override
  public Integer call() throws Exception {
    DocumentFile file = document.prepare(context, report);
    try (Warehouse warehouse = publication.open(context)) {
      file.write(content(warehouse, KnownUnit.of(unit, warehouse.units()).code()));
    } catch (UnsuitableQuestion e) {
      throw CommandFailed.wrongUsage(e.getMessage());
    } catch (NoFigures e) {
      throw CommandFailed.failed(e.getMessage());
    }
    return ExitCode.DONE;
  }

  private ReportContent content(Warehouse warehouse, String unitCode) throws Exception {
    return switch (report) {
      case PROVINCE -> new ProvinceRates(warehouse).of(unitCode, document.asOf());
      case MONTHLY -> new MonthlyReport(warehouse).of(unitCode, document.asOf());
      case WEEKLY -> new WeeklyReport(warehouse).of(unitCode, document.asOf());
      case NATIONAL -> throw new IllegalStateException("it is of no single unit");
    };
  }
}

package io.xephang.cli;

import io.xephang.home.ExitCode;
import io.xephang.reports.content.NationalRanking;
import io.xephang.reports.template.ReportName;
import io.xephang.warehouse.Warehouse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code xephang report national}: the ranking as the annex of a letter. */
@Command(
    name = "national",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Phụ lục xếp hạng các bộ, ngành và tỉnh, thành phố (như Công văn 3485/BTTTT-THH).",
      "Annex: ranking of ministries and provinces."
    },
    footer = {
      "",
      "Ví dụ / Example:",
      "  xephang report national --as-of 2020-08-20 --basis reported -o phu-luc.docx"
    })
final class NationalReportCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private AnnexOptions annex;
  @Mixin private DocumentOptions document;
  @Mixin private PublicationOption publication;

  NationalReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    DocumentFile file = document.prepare(context, ReportName.NATIONAL);
    try (Warehouse warehouse = publication.open(context)) {
      file.write(NationalRanking.of(annex.read(warehouse.rankings(), document.asOf())));
    }
    return ExitCode.DONE;
  }
}

package io.xephang.cli;

import io.xephang.cli.result.Question;
import io.xephang.home.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code xephang sql}: one SELECT on the served database. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Tra cứu dữ liệu đã công bố bằng một câu SELECT.",
      "Query what was published with one SELECT."
    },
    footer = {
      "",
      "Bảng / Views: unit, service, indicator, indicator_value, ranking, coverage, reported_rate,",
      "  reconciliation, rejection_reason, audit_finding, dossier, progress, timeliness, idle_service,",
      "  ingest_file, quarantine, run, publication, target, dictionary (các cột / the columns);",
      "  ranking_at('level4_rate', '2020-08-20'), trend('level4_rate', 'H47'),",
      "  headline('level4_rate', '2020-08-20').",
      "",
      "Ví dụ / Example:",
      "  xephang sql \"SELECT rank, unit_name, value FROM ranking_at('level4_rate', '2020-08-20')\"",
      "  xephang sql \"FROM service\" --format xlsx -o service.xlsx"
    })
final class SqlCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "SELECT", description = "Câu lệnh SELECT. / The SELECT statement.")
  private String sql;

  @Mixin private ResultOptions result;

  @Mixin private LimitOptions limits;

  @Mixin private PublicationOption publication;

  SqlCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    result.require(context);
    result.deliver(context, publication, limits, warehouse -> Question.of(sql));
    return ExitCode.DONE;
  }
}

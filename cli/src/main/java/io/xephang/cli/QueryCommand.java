package io.xephang.cli;

import io.xephang.cli.result.Question;
import io.xephang.home.ExitCode;
import io.xephang.reports.annex.SyntheticNotice;
import io.xephang.warehouse.Answered;
import io.xephang.warehouse.DossierCounts;
import io.xephang.warehouse.Select;
import io.xephang.warehouse.Warehouse;
import io.xephang.warehouse.query.QueryArguments;
import io.xephang.warehouse.query.SavedQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang query}: saved queries. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "[list|show]",
    description = {
      "Chạy một truy vấn có sẵn; list: xem có những truy vấn nào, show NAME: xem tham số và SQL.",
      "Ask a saved query; list: which there are, show NAME: its parameters and SQL."
    },
    footer = {
      "",
      "Ví dụ / Example:",
      "  xephang query list",
      "  xephang query below_target --param as_of=2020-08-20",
      "  xephang query units_of_province --param unit=\"Quảng Nam\" --format xlsx -o phu-luc-1.xlsx"
    })
final class QueryCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "Tên truy vấn. / Name of the query.")
  private String name;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = {
        "Giá trị của một tham số; lặp lại cho mỗi tham số.",
        "Value of a parameter; once for each."
      })
  private Map<String, String> given = new LinkedHashMap<>();

  @Mixin private ResultOptions result;

  @Mixin private LimitOptions limits;

  @Mixin private PublicationOption publication;

  QueryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (name == null) {
      throw CommandFailed.wrongUsage(
          "cần tên truy vấn, xem xephang query list / expected the name of a query: xephang query"
              + " list");
    }
    result.require(context);
    SavedQuery query = KnownQuery.of(name);
    Optional<Answered> answered =
        result.deliver(
            context,
            publication,
            limits,
            warehouse -> {
              sayIfSynthetic(warehouse);
              return new Question(
                  query.title().both(), select(query, warehouse), query.measures(), query.exact());
            });
    if (answered.filter(of -> of.rows() == 0).isPresent()) {
      sayNothingIsFound(query);
    }
    return ExitCode.DONE;
  }

  /** An empty table alone may as well be a mistake of the query. */
  private void sayNothingIsFound(SavedQuery query) throws Exception {
    try (Warehouse warehouse = publication.open(context)) {
      DossierCounts dossiers = warehouse.dossierCounts();
      boolean noDossiers =
          dossiers.countedTo().isEmpty() && dossiers.readBy(select(query, warehouse));
      context
          .err()
          .println(
              query.name()
                  + (noDossiers
                      ? ": không có dòng nào; chưa có hồ sơ nào được tính / no rows; no dossiers are"
                          + " counted yet"
                      : ": không có dòng nào / no rows"));
    }
  }

  private Select select(SavedQuery query, Warehouse warehouse) throws Exception {
    return new QueryArguments(warehouse).of(query, given);
  }

  private void sayIfSynthetic(Warehouse warehouse) throws Exception {
    if (warehouse.provenance().sources().synthetic()) {
      // Beside the rows, which programs read.
      context.err().println(SyntheticNotice.TEXT);
    }
  }
}

package io.xephang.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.cli.schedule.ShownTime;
import io.xephang.home.ExitCode;
import io.xephang.warehouse.ResultColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang dags list-runs}. */
@Command(
    name = "list-runs",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Liệt kê các lần chạy của một dag, mới nhất trước.",
      "List the runs of a dag, latest first."
    },
    footer = {"", "Ví dụ / Example: xephang dags list-runs nightly --state failed"})
final class DagsListRunsCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "DAG", description = "Tên dag. / Id of the dag.")
  private String dagId;

  @Option(
      names = "--state",
      paramLabel = "queued|running|success|failed",
      description = "Chỉ trạng thái này. / Only of this state.")
  private String state;

  @Mixin private RowListing listing;

  private static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn("run_id", "VARCHAR"),
          new ResultColumn("state", "VARCHAR"),
          new ResultColumn("logical_date", "TIMESTAMP WITH TIME ZONE"),
          new ResultColumn("run_after", "TIMESTAMP WITH TIME ZONE"),
          new ResultColumn("start_date", "TIMESTAMP WITH TIME ZONE"),
          new ResultColumn("end_date", "TIMESTAMP WITH TIME ZONE"));

  DagsListRunsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (SchedulerAccess scheduler = SchedulerAccess.open(context)) {
      Map<String, String> query = new TreeMap<>(Map.of("order_by", "-run_after"));
      if (state != null) {
        query.put("state", state);
      }
      JsonNode runs = EveryPage.of(scheduler, List.of("dags", dagId, "dagRuns"), query, "dag_runs");
      listing.write(
          context,
          COLUMNS,
          runs,
          run ->
              Arrays.asList(
                  run.path("dag_run_id").textValue(),
                  run.path("state").textValue(),
                  ShownTime.of(run.path("logical_date")),
                  ShownTime.of(run.path("run_after")),
                  ShownTime.of(run.path("start_date")),
                  ShownTime.of(run.path("end_date"))));
      return ExitCode.DONE;
    }
  }
}

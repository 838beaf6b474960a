package io.xephang.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.cli.schedule.ShownTime;
import io.xephang.home.ExitCode;
import io.xephang.warehouse.ResultColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code xephang dags list}: all dags; exit code 1 if a file is wrong. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Liệt kê các dag, và tệp dag nào sai.",
      "List the dags, and which files are wrong."
    },
    footer = {"", "Ví dụ / Example: xephang dags list"})
final class DagsListCommand implements Callable<Integer> {
  private final CommandContext context;

  private static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn("dag_id", "VARCHAR"),
          new ResultColumn("schedule", "VARCHAR"),
          new ResultColumn("paused", "BOOLEAN"),
          new ResultColumn("next_run", "TIMESTAMP WITH TIME ZONE"),
          new ResultColumn("file", "VARCHAR"),
          new ResultColumn("description", "VARCHAR"));

  @Mixin private RowListing listing;

  DagsListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (SchedulerAccess scheduler = SchedulerAccess.open(context)) {
      JsonNode dags = EveryPage.of(scheduler, List.of("dags"), Map.of(), "dags");
      listing.write(
          context,
          COLUMNS,
          dags,
          dag ->
              Arrays.asList(
                  dag.path("dag_id").textValue(),
                  dag.path("timetable_summary").textValue(),
                  dag.path("is_paused").booleanValue(),
                  ShownTime.of(dag.path("next_dagrun_run_after")),
                  dag.path("relative_fileloc").textValue(),
                  dag.path("description").textValue()));
      JsonNode errors = EveryPage.of(scheduler, List.of("importErrors"), Map.of(), "import_errors");
      errors.forEach(error -> context.err().println(error.path("stack_trace").textValue()));
      return errors.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }
}

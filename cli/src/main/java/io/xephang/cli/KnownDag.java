package io.xephang.cli;

import io.xephang.cli.schedule.SchedulerAccess;
import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.DagCatalog;
import java.io.IOException;

/** A dag of the files by its id. */
final class KnownDag {
  private KnownDag() {}

  static Dag of(CommandContext context, String dagId) throws CommandFailed, IOException {
    DagCatalog catalog = SchedulerAccess.settings(context, 0, 1).dags().read();
    catalog.problems().forEach(problem -> context.err().println(problem));
    return catalog
        .find(dagId)
        .orElseThrow(
            () ->
                CommandFailed.failed(
                    "không có dag / there is no dag '"
                        + DisplayText.of(dagId)
                        + "'; có / there are "
                        + catalog.dags().keySet()));
  }
}

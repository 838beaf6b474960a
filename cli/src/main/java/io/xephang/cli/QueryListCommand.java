package io.xephang.cli;

import io.xephang.home.ExitCode;
import io.xephang.warehouse.query.SavedQueries;
import io.xephang.warehouse.query.SavedQuery;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code xephang query list}: which saved queries there are. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {"Các truy vấn có sẵn.", "The saved queries."},
    footer = {"", "Ví dụ / Example: xephang query list"})
final class QueryListCommand implements Callable<Integer> {
  private final CommandContext context;

  QueryListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    for (SavedQuery query : SavedQueries.all()) {
      context.out().println(QueryText.summary(query));
    }
    return ExitCode.DONE;
  }
}

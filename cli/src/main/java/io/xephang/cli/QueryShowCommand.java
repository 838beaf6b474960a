package io.xephang.cli;

import io.xephang.home.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code xephang query show}: what a saved query asks. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Ý nghĩa, tham số và SQL của một truy vấn có sẵn.",
      "What a saved query means, its parameters and its SQL."
    },
    footer = {"", "Ví dụ / Example: xephang query show below_target"})
final class QueryShowCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "Tên truy vấn. / Name of the query.")
  private String name;

  QueryShowCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    context.out().print(QueryText.whole(KnownQuery.of(name)));
    return ExitCode.DONE;
  }
}

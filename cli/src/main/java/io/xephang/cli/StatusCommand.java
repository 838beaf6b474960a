package io.xephang.cli;

import io.xephang.cli.status.DeploymentStatus;
import io.xephang.cli.status.StatusJson;
import io.xephang.cli.status.StatusText;
import io.xephang.home.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code xephang status}: the one look in the morning. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Công bố nào đang dùng, đã chạy gì, ai gửi trễ, dòng nào bị loại.",
      "What is published, what ran, who is late, what was rejected."
    },
    footer = {"", "Ví dụ / Example: xephang status --json"})
final class StatusCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(names = "--json", description = "Cho chương trình đọc. / For programs.")
  private boolean json;

  StatusCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    DeploymentStatus status = DeploymentStatus.of(context.home());
    if (json) {
      StatusJson.print(status, context.out());
    } else {
      StatusText.print(status, context.out());
    }
    return ExitCode.DONE;
  }
}

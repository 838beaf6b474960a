package io.xephang.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code xephang dags}: with the words of Airflow's command. */
@Command(
    name = "dags",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Các dag: liệt kê, xem, thử, chạy, tạm dừng, chạy bù.",
      "Dags: list, show, test, trigger, pause, backfill."
    },
    footer = {"", "Ví dụ / Example: xephang dags list"})
final class DagsCommand implements Runnable {
  @Spec private CommandSpec spec;

  static CommandLine withSubcommands(CommandContext context) {
    return new CommandLine(new DagsCommand())
        .addSubcommand("list", new DagsListCommand(context))
        .addSubcommand("show", new DagsShowCommand(context))
        .addSubcommand("test", new DagsTestCommand(context))
        .addSubcommand("trigger", new DagsTriggerCommand(context))
        .addSubcommand("pause", new DagsPauseCommand(context))
        .addSubcommand("unpause", new DagsUnpauseCommand(context))
        .addSubcommand("next-execution", new DagsNextExecutionCommand(context))
        .addSubcommand("backfill", new DagsBackfillCommand(context))
        .addSubcommand("list-runs", new DagsListRunsCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "cần một lệnh / expected a command: list, show, test, trigger, pause, unpause, next-execution, backfill, list-runs");
  }
}

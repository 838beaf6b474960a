package io.xephang.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code xephang tasks}: with the words of Airflow's command. */
@Command(
    name = "tasks",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Các tác vụ của một dag: liệt kê, trạng thái, nhật ký, chạy lại.",
      "Tasks of a dag: list, states, logs, clear."
    },
    footer = {"", "Ví dụ / Example: xephang tasks states nightly"})
final class TasksCommand implements Runnable {
  @Spec private CommandSpec spec;

  static CommandLine withSubcommands(CommandContext context) {
    return new CommandLine(new TasksCommand())
        .addSubcommand("list", new TasksListCommand(context))
        .addSubcommand("states", new TasksStatesCommand(context))
        .addSubcommand("logs", new TasksLogsCommand(context))
        .addSubcommand("clear", new TasksClearCommand(context))
        .addSubcommand("render", new TasksRenderCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "cần một lệnh / expected a command: list, states, logs, clear, render");
  }
}

package io.xephang.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code xephang publication}: the states that were published. */
@Command(
    name = "publication",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "list|label|diff|expire",
    description = {
      "Các lần công bố: liệt kê, đặt nhãn, so sánh, xóa bản cũ.",
      "The publications: list, label, compare, remove old ones."
    },
    footer = {"", "Ví dụ / Example: xephang publication list"})
final class PublicationCommand implements Runnable {
  @Spec private CommandSpec spec;

  static CommandLine withSubcommands(CommandContext context) {
    return new CommandLine(new PublicationCommand())
        .addSubcommand("list", new PublicationListCommand(context))
        .addSubcommand("label", new PublicationLabelCommand(context))
        .addSubcommand("diff", new PublicationDiffCommand(context))
        .addSubcommand("expire", new PublicationExpireCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "cần một lệnh / expected a command: list, label, diff, expire");
  }
}

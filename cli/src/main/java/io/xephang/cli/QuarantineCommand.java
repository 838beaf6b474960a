package io.xephang.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code xephang quarantine}: rejected rows. */
@Command(
    name = "quarantine",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "list|report|retry",
    description = {
      "Xem dòng bị loại, báo cho đơn vị gửi, xét lại.",
      "List rejected rows, tell the senders, have them judged again."
    },
    footer = {"", "Ví dụ / Example: xephang quarantine list"})
final class QuarantineCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "cần một lệnh / expected a command: list, report, retry");
  }
}

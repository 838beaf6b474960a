package io.xephang.cli;

import io.xephang.home.ExitCode;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code xephang completion}: a script by which a shell completes commands and options. */
@Command(
    name = CompletionCommand.NAME,
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "In tệp lệnh để bash hoặc zsh tự hoàn thành lệnh và tùy chọn bằng phím Tab.",
      "Print a script by which bash or zsh completes commands and options."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  xephang completion > xephang.bash",
      "",
      "Rồi thêm vào ~/.bashrc hoặc ~/.zshrc / Then add to ~/.bashrc or ~/.zshrc:",
      "  source …/xephang.bash"
    })
final class CompletionCommand implements Callable<Integer> {
  static final String NAME = "completion";

  private final CommandContext context;

  @Spec private CommandSpec spec;

  CompletionCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.out().print(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
    return ExitCode.DONE;
  }
}

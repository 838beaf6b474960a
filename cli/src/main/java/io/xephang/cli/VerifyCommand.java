package io.xephang.cli;

import io.xephang.cli.verify.VerificationJson;
import io.xephang.cli.verify.VerificationText;
import io.xephang.home.ExitCode;
import io.xephang.home.WriterLock.LockTaken;
import io.xephang.schemas.Definitions;
import io.xephang.warehouse.Verification;
import io.xephang.warehouse.VerificationReport;
import java.io.Writer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** {@code xephang verify}: whether what is published is what the rows say. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Tính lại mọi thứ từ đầu, bằng một cách khác, và so với bản đã công bố.",
      "Recompute everything from scratch, in another way, and compare with what is published."
    },
    footer = {
      "",
      "Mã thoát / Exit codes: 0 khớp / all agrees; 3 có khác biệt / there are differences.",
      "",
      "Ví dụ / Example: xephang verify --format json"
    })
final class VerifyCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON
  }

  private final CommandContext context;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Dạng kết quả. / Form of the result. (${DEFAULT-VALUE})")
  private Format format;

  VerifyCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    VerificationReport report;
    try {
      report = new Verification(context.home(), Definitions.shipped(), this::showProgress).run();
    } catch (LockTaken e) {
      throw CommandFailed.anotherWriter("tiến trình khác đang ghi / " + e.getMessage());
    }
    ResultFile.tell(context, null, out -> render(report, out));
    return report.agrees() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  /** For whoever is looking; a log does not need it. */
  private void showProgress(String step) {
    if (Ansi.AUTO.enabled()) {
      context.err().println("… " + step);
    }
  }

  private void render(VerificationReport report, Writer out) throws Exception {
    switch (format) {
      case TEXT -> VerificationText.write(report, out);
      case JSON -> VerificationJson.write(report, out);
    }
  }
}

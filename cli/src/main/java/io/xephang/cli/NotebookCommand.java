package io.xephang.cli;

import io.xephang.cli.notebook.Notebooks;
import io.xephang.cli.notebook.ShippedNotebooks;
import io.xephang.home.ExitCode;
import io.xephang.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xephang notebook}: questions as notebooks, in Java and Python. */
@Command(
    name = "notebook",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Mở các sổ tính toán Jupyter (Java và Python) trên số liệu đã công bố.",
      "Open Jupyter notebooks (Java and Python) on what was published.",
      "",
      "Lần đầu cài Jupyter vào XEPHANG_HOME; sổ được chép vào đó và là của bạn, sửa thoải mái.",
      "The first call installs Jupyter into XEPHANG_HOME; the notebooks are copied there, to change as you like."
    },
    footer = {
      "",
      "Ví dụ / Examples:",
      "  xephang notebook",
      "  xephang notebook --no-browser --port 9999",
      "  xephang notebook --install-only",
      "  xephang notebook -- --allow-root"
    })
final class NotebookCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  private final CommandContext context;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8888",
      description = "Cổng, chỉ trên máy này. / Port, on this machine alone (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--no-browser",
      description = "Không mở trình duyệt, chỉ in địa chỉ. / Print the address, open no browser.")
  private boolean noBrowser;

  @Option(
      names = "--install-only",
      description = "Chỉ cài những gì còn thiếu. / Install what is missing, open nothing.")
  private boolean installOnly;

  @Option(
      names = "--python",
      paramLabel = "FILE",
      defaultValue = "python3",
      description = "Python từ 3.11. / Python, 3.11 or later (${DEFAULT-VALUE}).")
  private String python;

  @Parameters(
      paramLabel = "OPTION",
      arity = "0..*",
      description = "Sau -- : tùy chọn của jupyter lab. / After -- : options of jupyter lab.")
  private List<String> more = new ArrayList<>();

  NotebookCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    ShippedNotebooks shipped =
        ShippedNotebooks.fromLauncher()
            .orElseThrow(
                () ->
                    CommandFailed.failed(
                        "hãy gọi bằng tệp lệnh xephang / call it through the launcher xephang"));
    if (port < 1 || port > HIGHEST_PORT) {
      throw CommandFailed.wrongUsage("--port " + port + ": cần / expected 1–" + HIGHEST_PORT);
    }
    Notebooks notebooks = new Notebooks(context.home(), shipped, context.err());
    notebooks.install(python);
    if (installOnly) {
      return ExitCode.DONE;
    }
    // Better told here than in the first cell of every notebook.
    Warehouse.open(context.home()).close();
    return notebooks.open(port, !noBrowser, more) == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }
}

package io.xephang.cli.notebook;

import io.xephang.cli.CommandFailed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;

/** Jupyter and the libraries of Python notebooks, in a virtual environment of their own. */
final class PythonPackages {
  private static final String WANTED = "Python 3.11 trở lên / or later";

  private final ShippedNotebooks shipped;
  private final NotebookFolder folder;
  private final String python;
  private final PrintStream err;

  PythonPackages(ShippedNotebooks shipped, NotebookFolder folder, String python, PrintStream err) {
    this.shipped = shipped;
    this.folder = folder;
    this.python = python;
    this.err = err;
  }

  /**
   * Installs them unless they are there.
   *
   * @throws CommandFailed if Python is missing or a package cannot be had
   */
  void install() throws CommandFailed, IOException, InterruptedException {
    String required = Files.readString(shipped.requirements());
    if (Files.exists(folder.installed())
        && Files.readString(folder.installed()).equals(required)
        && Files.isExecutable(folder.program("python"))) {
      return;
    }
    requirePython();
    err.println(
        "Đang cài Jupyter và các gói Python vào / Installing Jupyter and Python packages into "
            + folder.python()
            + " (≈ 100 MB tải về / to download; 600 MB trên đĩa / on disk) …");
    run(
        List.of(python, "-m", "venv", "--clear", folder.python().toString()),
        "không tạo được môi trường Python; trên Debian, Ubuntu hãy cài gói python3-venv / cannot make a"
            + " virtual environment; on Debian and Ubuntu install the package python3-venv");
    run(
        List.of(
            folder.program("python").toString(),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-input",
            "-r",
            shipped.requirements().toString()),
        "không cài được các gói, xem thông báo ở trên; cần kết nối mạng hoặc kho gói nội bộ (PIP_INDEX_URL)"
            + " / the packages could not be installed, see above; it takes a network or a mirror"
            + " (PIP_INDEX_URL)");
    Files.writeString(folder.installed(), required);
  }

  private void requirePython() throws CommandFailed, IOException, InterruptedException {
    int exitCode;
    try {
      exitCode = start(List.of(python, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"));
    } catch (IOException e) {
      throw CommandFailed.failed(
          "không tìm thấy / cannot find "
              + python
              + ": cần / needed: "
              + WANTED
              + "; --python=FILE");
    }
    if (exitCode != 0) {
      throw CommandFailed.failed(
          python + ": quá cũ / too old; cần / needed: " + WANTED + "; --python=FILE");
    }
  }

  private void run(List<String> command, String failure)
      throws CommandFailed, IOException, InterruptedException {
    int exitCode = start(command);
    if (exitCode != 0) {
      throw CommandFailed.failed(failure);
    }
  }

  /** What it says goes where errors go: results alone go to standard output. */
  private int start(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    process.getInputStream().transferTo(err);
    return process.waitFor();
  }
}

package io.xephang.cli.notebook;

import io.xephang.cli.CommandFailed;
import io.xephang.home.DeploymentHome;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Installs what notebooks need, and opens them in Jupyter. */
public final class Notebooks {
  /** Where Jupyter finds kernels. */
  private static final String JUPYTER_PATH = "JUPYTER_PATH";

  /** The user's own settings stay out: a password or an extension of theirs is not ours. */
  private static final String JUPYTER_CONFIG = "JUPYTER_CONFIG_DIR";

  /** Where it keeps addresses and keys while it runs. */
  private static final String JUPYTER_RUNTIME = "JUPYTER_RUNTIME_DIR";

  /** Jupyter ends within one or two seconds, kernels that compute a little later. */
  private static final int PATIENCE_SECONDS = 15;

  private final DeploymentHome home;
  private final ShippedNotebooks shipped;
  private final NotebookFolder folder;
  private final PrintStream err;

  public Notebooks(DeploymentHome home, ShippedNotebooks shipped, PrintStream err) {
    this.home = home;
    this.shipped = shipped;
    this.folder = NotebookFolder.of(home);
    this.err = err;
  }

  /**
   * Installs what is missing.
   *
   * @param python the command by which it is called
   * @throws CommandFailed if something cannot be had; the message says what to do
   */
  public void install(String python) throws CommandFailed, IOException, InterruptedException {
    if (!Files.exists(shipped.kernelJar())) {
      throw CommandFailed.failed(
          "không có / there is no "
              + shipped.kernelJar()
              + ": hãy gọi bằng tệp lệnh xephang ở thư mục gốc, tệp ấy tự dựng / call it through"
              + " the launcher xephang, which builds it");
    }
    NotebookCopies.make(shipped, folder, err);
    new PythonPackages(shipped, folder, python, err).install();
    JavaKernelFile.write(folder, shipped.kernelJar());
    err.println("Sổ tính toán / Notebooks: " + folder.folder());
  }

  /**
   * Opens them, and returns when Jupyter has ended. It ends with this process, by whichever signal
   * but SIGKILL.
   *
   * @param port on this machine alone
   * @param more options of {@code jupyter lab}
   * @return Jupyter's exit code
   */
  public int open(int port, boolean browser, List<String> more)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                folder.program("jupyter").toString(),
                "lab",
                "--ServerApp.root_dir=" + folder.folder(),
                "--ServerApp.ip=127.0.0.1",
                "--ServerApp.port=" + port,
                // It would ask the network for news.
                "--LabApp.news_url=None",
                "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
                // Ctrl+C ends it: nobody would be left to answer whether it should.
                "--ServerApp.answer_yes=True"));
    if (!browser) {
      command.add("--no-browser");
    }
    command.addAll(more);
    tellIfTaken(port);
    err.println("Ctrl+C để dừng / to stop.");
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put(DeploymentHome.VARIABLE, home.folder().toString());
    builder.environment().put(JUPYTER_PATH, folder.jupyter().toString());
    builder.environment().put(JUPYTER_CONFIG, folder.jupyter().resolve("config").toString());
    builder.environment().put(JUPYTER_RUNTIME, folder.jupyter().resolve("runtime").toString());
    Process jupyter = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(jupyter), "end-jupyter"));
    return jupyter.waitFor();
  }

  /** Jupyter takes the next free one then, and would say so in English among other things. */
  private void tellIfTaken(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (BindException e) {
      err.println(
          "Cổng / Port "
              + port
              + ": không dùng được, Jupyter chọn cổng khác, xem địa chỉ dưới đây / cannot be used,"
              + " Jupyter takes another one, see the address below");
    }
  }

  /** It saves nothing by itself, but its kernels are processes that it has to end. */
  private static void end(Process jupyter) {
    jupyter.destroy();
    try {
      if (!jupyter.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        jupyter.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

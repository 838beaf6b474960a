package io.xephang.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.rapaio.jupyter.kernel.MainApp;
import org.rapaio.jupyter.kernel.channels.Channels;
import org.rapaio.jupyter.kernel.channels.LoopThread;
import org.rapaio.jupyter.kernel.core.ConnectionProperties;
import org.rapaio.jupyter.kernel.core.Transform;

/**
 * The process that Jupyter starts for a Java notebook. The kernel's own {@code main} lets its
 * threads begin before it is ready, see {@link LoopThread}.
 */
public final class JavaKernel {
  /** Jupyter names its own process by it. */
  private static final String JUPYTER = "JPY_PARENT_PID";

  private JavaKernel() {}

  /**
   * Answers a notebook until it is closed.
   *
   * @param arguments the file that says where Jupyter wants to reach the kernel
   */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    // It would log every message, and the key of the connection.
    Logger.getLogger("").setLevel(Level.OFF);
    ConnectionProperties connection =
        Transform.fromJson(Files.readString(Path.of(arguments[0])), ConnectionProperties.class);
    endWith(System.getenv(JUPYTER));
    Channels channels = new Channels(connection);
    channels.connect(MainApp.kernel);
    LoopThread.begin();
    channels.joinUntilClose();
  }

  /**
   * A Jupyter that is told twice to end (by Ctrl-C, and by the command that started it) or is
   * killed leaves its kernels. Those of Python look after it too.
   *
   * @param process its number; null if something else has started the kernel
   */
  private static void endWith(String process) {
    if (process != null) {
      Optional<ProcessHandle> jupyter = ProcessHandle.of(Long.parseLong(process));
      Thread watch =
          new Thread(
              () -> {
                jupyter.ifPresent(running -> running.onExit().join());
                System.exit(0);
              },
              "end-with-jupyter");
      watch.setDaemon(true);
      watch.start();
    }
  }
}

package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process {@code xephang notebook} and what it started. Python and Jupyter are scripts here;
 * {@code .ci/jupyter} does the same with the real ones.
 */
class NotebookEndTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String PYTHON =
      """
      #!/bin/sh
      case "$2" in
        venv) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" && cp "${0%/*}/jupyter" "$4/bin" ;;
      esac
      """;

  /** As the real one: kernels are processes of their own, and end if it is told to end. */
  private static final String JUPYTER =
      """
      #!/bin/sh
      sleep 600 &
      kernel=$!
      trap 'kill $kernel; exit 0' TERM
      echo "$$ $kernel" >"$XEPHANG_HOME/part" && mv "$XEPHANG_HOME/part" "$XEPHANG_HOME/started"
      wait
      """;

  @TempDir private Path folder;
  private DeploymentHome home;
  private Process command;

  @BeforeEach
  void ship() throws Exception {
    home = new DeploymentHome(folder.resolve("home"));
    new SmallLake(home).serve(1);
    Files.createDirectories(folder.resolve("notebooks/target/app"));
    Files.createFile(folder.resolve("notebooks/target/app/xephang-notebooks.jar"));
    Files.createFile(folder.resolve("notebooks/requirements.txt"));
    program("python", PYTHON);
    program("jupyter", JUPYTER);
  }

  @AfterEach
  void end() throws Exception {
    for (ProcessHandle process : started()) {
      process.destroyForcibly();
    }
    if (command != null) {
      command.destroyForcibly();
    }
  }

  @Test
  void jupyterAndItsKernelsEndWithTheCommand() throws Exception {
    start(8888);
    List<ProcessHandle> started = started();
    assertThat(started).as("Jupyter and a kernel").hasSize(2).allMatch(ProcessHandle::isAlive);

    command.destroy();
    assertThat(command.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
    for (ProcessHandle process : started) {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Test
  void aPortThatIsTakenIsSaid() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      start(taken.getLocalPort());
      assertThat(said())
          .contains("Cổng / Port " + taken.getLocalPort() + ": không dùng được", "takes another");
    }
  }

  private void start(int port) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dxephang.notebooks=" + folder.resolve("notebooks"),
                Cli.class.getName(),
                "notebook",
                "--no-browser",
                "--python=" + folder.resolve("python"),
                "--port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile());
    builder.environment().put(DeploymentHome.VARIABLE, home.folder().toString());
    command = builder.start();
    long start = System.nanoTime();
    while (!Files.exists(home.folder().resolve("started"))) {
      assertThat(System.nanoTime() - start).as(said()).isLessThan(PATIENCE.toNanos());
      assertThat(command.isAlive()).as(said()).isTrue();
      Thread.sleep(50);
    }
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"));
  }

  private List<ProcessHandle> started() throws IOException {
    Path written = home.folder().resolve("started");
    return Files.exists(written)
        ? Arrays.stream(Files.readString(written).strip().split(" "))
            .flatMap(process -> ProcessHandle.of(Long.parseLong(process)).stream())
            .toList()
        : List.of();
  }

  private void program(String name, String text) throws IOException {
    Path program = Files.writeString(folder.resolve(name), text);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}

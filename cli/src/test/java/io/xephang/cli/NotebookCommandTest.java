package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xephang.cli.notebook.Notebooks;
import io.xephang.cli.notebook.ShippedNotebooks;
import io.xephang.home.DeploymentHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code xephang notebook} installs; Jupyter itself is installed and used by {@code
 * notebooks/execute}. Python is a script here that says how it was called, so that no package is
 * downloaded.
 */
class NotebookCommandTest {
  private static final String PYTHON =
      """
      #!/bin/sh
      case "$2" in
        venv) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
        pip) echo "installed by: $*" ;;
      esac
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private DeploymentHome home;
  private Path shipped;
  private Path python;

  @BeforeEach
  void ship() throws IOException {
    home = new DeploymentHome(folder.resolve("home"));
    shipped = folder.resolve("notebooks");
    write(shipped.resolve("1-ranking.ipynb"), "{}");
    write(shipped.resolve("published.py"), "pass");
    write(shipped.resolve("requirements.txt"), "duckdb==2.0.1\n");
    write(shipped.resolve("target/app/xephang-notebooks.jar"), "");
    python = write(folder.resolve("python"), PYTHON);
    Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void whatIsMissingIsInstalledOnce() throws Exception {
    assertThat(install())
        .contains("Đã chép / Copied: ", "1-ranking.ipynb", "published.py")
        .contains("installed by: -m pip install")
        .contains(shipped.resolve("requirements.txt").toString());
    assertThat(
            Files.readString(
                home.notebooks().resolve(".tools/jupyter/kernels/xephang-java/kernel.json")))
        .contains("io.xephang.notebooks.JavaKernel", "xephang-notebooks.jar", "{connection_file}");

    assertThat(install())
        .as("the second time everything is there")
        .isEqualTo("Sổ tính toán / Notebooks: " + home.notebooks() + "\n");
  }

  @Test
  void otherPackagesAreInstalledAnew() throws Exception {
    install();
    write(shipped.resolve("requirements.txt"), "duckdb==2.0.2\n");
    assertThat(install()).contains("installed by: -m pip install");
  }

  @Test
  void aNotebookThatWasChangedIsKept() throws Exception {
    install();
    Path changed = write(home.notebooks().resolve("1-ranking.ipynb"), "{\"mine\": 1}");
    assertThat(install())
        .contains("Giữ nguyên, khác bản gốc / Kept, differs from the original: " + changed);
    assertThat(changed).hasContent("{\"mine\": 1}");
  }

  @Test
  void whoeverHasNoPythonIsToldWhatIsNeeded() {
    python = folder.resolve("no-python");
    assertThat(catchThrowable(this::install))
        .hasMessageContaining("không tìm thấy / cannot find " + python)
        .hasMessageContaining("Python 3.11");
  }

  @Test
  void withoutTheLauncherItSaysToUseIt() {
    CapturedCli cli = new CapturedCli(home, Optional.empty());
    assertThat(cli.run("notebook")).isEqualTo(1);
    assertThat(cli.err()).contains("call it through the launcher xephang");
  }

  private String install() throws Exception {
    said.reset();
    try (PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      new Notebooks(home, new ShippedNotebooks(shipped), err).install(python.toString());
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}

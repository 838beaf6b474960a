package io.xephang.cli.notebook;

import io.xephang.home.DeploymentHome;
import java.nio.file.Path;

/**
 * What of the home folder belongs to notebooks:
 *
 * <pre>
 * notebooks/              copies of the notebooks, which users may change
 * notebooks/.tools/python the Python packages, a virtual environment
 * notebooks/.tools/jupyter  Jupyter's kernels and settings, apart from the user's own
 * </pre>
 *
 * @param folder absolute
 */
public record NotebookFolder(Path folder) {
  /** That of a deployment. */
  public static NotebookFolder of(DeploymentHome home) {
    return new NotebookFolder(home.notebooks());
  }

  Path python() {
    return tools().resolve("python");
  }

  /** A program of the virtual environment. */
  Path program(String name) {
    return python().resolve("bin").resolve(name);
  }

  /** Names the packages that were installed; written last. */
  Path installed() {
    return tools().resolve("installed.txt");
  }

  Path jupyter() {
    return tools().resolve("jupyter");
  }

  Path kernel() {
    return jupyter().resolve("kernels").resolve("xephang-java").resolve("kernel.json");
  }

  private Path tools() {
    return folder.resolve(".tools");
  }
}

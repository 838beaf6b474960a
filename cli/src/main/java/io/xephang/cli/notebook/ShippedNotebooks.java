package io.xephang.cli.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The notebooks that come with the product, and what they need.
 *
 * @param folder with the notebooks; the build puts the Java kernel below it
 */
public record ShippedNotebooks(Path folder) {
  /** The system property by which the launcher names the folder. */
  public static final String PROPERTY = "xephang.notebooks";

  /** What the launcher says, if it says something. */
  public static Optional<ShippedNotebooks> fromLauncher() {
    String folder = System.getProperty(PROPERTY);
    return folder == null ? Optional.empty() : Optional.of(new ShippedNotebooks(Path.of(folder)));
  }

  /** Notebooks and the Python module beside them, by name. */
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".ipynb") || file.toString().endsWith(".py"))
          .sorted()
          .toList();
    }
  }

  /** Python packages, each with its version. */
  Path requirements() {
    return folder.resolve("requirements.txt");
  }

  /** What Java notebooks ask figures through; its manifest names the kernel. */
  Path kernelJar() {
    return folder.resolve("target").resolve("app").resolve("xephang-notebooks.jar");
  }
}

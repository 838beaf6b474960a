package io.xephang.trials;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The packaged commands and jobs with one indicator more: as if its file had lain beside the others
 * when they were built. All definitions are in a jar that stands before the packaged ones on the
 * class path.
 */
final class MoreDefinitions {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path CLI = ROOT.resolve("cli/target/app");
  private static final Path JOBS = ROOT.resolve("jobs/target/app");
  private static final Path NOTEBOOKS = ROOT.resolve("notebooks");
  private static final String PACKAGE = "io/xephang/schemas/";

  private final Path folder;

  /**
   * Makes it.
   *
   * @param name of the indicator's file
   * @param text what it holds
   */
  MoreDefinitions(Path folder, String name, String text) throws IOException {
    this.folder = Files.createDirectories(folder);
    jar(packagedDefinitions(), name, text);
    manifest("xephang-jobs.jar", JOBS.resolve("xephang-jobs.jar"));
    for (String options : List.of("jvm.options", "small.options", "large.options")) {
      Files.copy(JOBS.resolve(options), folder.resolve(options));
    }
    // Class data would be archived for the runs that follow: there are none.
    Files.createFile(folder.resolve("xephang-jobs.jsa"));
  }

  /** The command line of a program of the product. */
  List<String> command(String main, String... arguments) {
    return java(definitions() + ":" + CLI.resolve("xephang-cli.jar"), main, arguments);
  }

  /** The command line that runs a notebook of the product, see {@link NotebookRun}. */
  List<String> notebook(String name, String indicator) {
    return java(
        String.join(
            ":",
            List.of(
                definitions().toString(),
                NOTEBOOKS.resolve("target/app/xephang-notebooks.jar").toString(),
                CLI.resolve("xephang-cli.jar").toString(),
                ROOT.resolve("trials/target/test-classes").toString())),
        NotebookRun.class.getName(),
        NOTEBOOKS.resolve(name).toString(),
        indicator);
  }

  private List<String> java(String classPath, String main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Djava.library.path=" + CLI.resolve("native"),
                "-Dxephang.jobs=" + folder,
                "-Djava.awt.headless=true",
                "-cp",
                classPath,
                main));
    command.addAll(List.of(arguments));
    return List.copyOf(command);
  }

  private Path definitions() {
    return folder.resolve("definitions.jar");
  }

  private static Path packagedDefinitions() throws IOException {
    try (Stream<Path> jars = Files.list(CLI.resolve("lib"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith("xephang-schemas"))
          .findFirst()
          .orElseThrow();
    }
  }

  private void jar(Path packaged, String name, String text) throws IOException {
    try (OutputStream out = Files.newOutputStream(definitions());
        JarOutputStream jar = new JarOutputStream(out);
        JarFile shipped = new JarFile(packaged.toFile())) {
      // Folders too: the definitions are found by theirs.
      for (JarEntry entry : Collections.list(shipped.entries())) {
        if (entry.getName().startsWith(PACKAGE) && !entry.getName().endsWith(".class")) {
          jar.putNextEntry(new JarEntry(entry.getName()));
          shipped.getInputStream(entry).transferTo(jar);
        }
      }
      jar.putNextEntry(new JarEntry(PACKAGE + "indicators/" + name));
      jar.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void manifest(String name, Path packaged) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            definitions().getFileName() + " " + folder.relativize(packaged));
    try (OutputStream out = Files.newOutputStream(folder.resolve(name));
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.finish();
    }
  }
}

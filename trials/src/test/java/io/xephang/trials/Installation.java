package io.xephang.trials;

import io.xephang.home.Milestones;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The packaged commands and jobs, with {@link StopAtMilestone} put before them on the class path:
 * two small jars whose manifests name the packaged ones. Jars, since the job's class data archive
 * takes no folders.
 */
final class Installation {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path CLI = ROOT.resolve("cli/target/app");
  private static final Path JOBS = ROOT.resolve("jobs/target/app");

  private final Path folder;

  /** Makes an installation in a folder that is the trials' own. */
  Installation(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    jar(folder.resolve("xephang-cli.jar"), CLI.resolve("xephang-cli.jar"));
    jar(folder.resolve("xephang-jobs.jar"), JOBS.resolve("xephang-jobs.jar"));
    for (String options : List.of("jvm.options", "small.options", "large.options")) {
      Files.copy(
          JOBS.resolve(options), folder.resolve(options), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The command line of {@code xephang} with these arguments. */
  List<String> command(String... arguments) {
    return command("-XX:SharedArchiveFile=" + archive(), arguments);
  }

  /**
   * The command line of the first {@code xephang}, which archives the class data of those that
   * follow.
   */
  List<String> firstCommand(String... arguments) {
    return command("-XX:ArchiveClassesAtExit=" + archive(), arguments);
  }

  private Path archive() {
    return folder.resolve("xephang-cli.jsa");
  }

  private List<String> command(String classData, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                classData,
                "-Dfile.encoding=UTF-8",
                "-Djava.library.path=" + CLI.resolve("native"),
                "-Dxephang.jobs=" + folder,
                "-cp",
                folder.resolve("xephang-cli.jar").toString(),
                "io.xephang.cli.Cli"));
    command.addAll(List.of(arguments));
    return List.copyOf(command);
  }

  private static void jar(Path file, Path packaged) throws IOException {
    if (!Files.exists(packaged)) {
      throw new IOException(
          packaged + " is missing, expected the packaged program: run mvn verify, not mvn test");
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    // Relative: the JVM archives no classes of jars that a manifest names by a URL.
    String path = file.getParent().relativize(packaged).toString();
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, path);
    String entry = StopAtMilestone.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        InputStream code = Installation.class.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new JarEntry(entry));
      code.transferTo(jar);
      jar.putNextEntry(new JarEntry("META-INF/services/" + Milestones.class.getName()));
      jar.write(StopAtMilestone.class.getName().getBytes(StandardCharsets.UTF_8));
    }
  }
}

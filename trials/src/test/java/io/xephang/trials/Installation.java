package io.xephang.trials;

import io.xephang.home.Milestones;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The packaged commands and jobs, with {@link StopAtMilestone} put before them on the class path:
 * two small jars whose manifests name the packaged ones. Jars, since the job's class data archive
 * takes no folders.
 *
 * <p>The packaged jars are copies, touched only when they have other content: the class data
 * archives fit files of one age, and every build writes its jars anew. So the archives that one
 * call of Maven has made serve the next one.
 */
final class Installation {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path CLI = ROOT.resolve("cli/target/app");
  private static final Path JOBS = ROOT.resolve("jobs/target/app");

  private final Path folder;

  /** Makes an installation in a folder that is the trials' own, or brings it up to date. */
  Installation(Path folder) throws IOException {
    this.folder = folder;
    boolean same = packaged(CLI, "xephang-cli.jar");
    same &= packaged(JOBS, "xephang-jobs.jar");
    for (String options : List.of("jvm.options", "small.options", "large.options")) {
      same &= kept(JOBS.resolve(options), folder.resolve(options));
    }
    if (!same) {
      Files.deleteIfExists(archive());
      Files.deleteIfExists(folder.resolve("xephang-jobs.jsa"));
    }
  }

  /** Whether a first run has archived the class data of those that follow. */
  boolean isArchived() {
    return Files.exists(archive()) && Files.exists(folder.resolve("xephang-jobs.jsa"));
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

  /** Copies a packaged program; answers whether it was there as it is. */
  private boolean packaged(Path app, String jar) throws IOException {
    if (!Files.exists(app.resolve(jar))) {
      throw new IOException(
          app.resolve(jar)
              + " is missing, expected the packaged program: run mvn verify, not mvn test");
    }
    Path copy = folder.resolve("packaged-" + jar.replace(".jar", ""));
    boolean same = kept(app.resolve(jar), copy.resolve(jar));
    try (Stream<Path> libraries = Files.list(app.resolve("lib"))) {
      for (Path library : (Iterable<Path>) libraries::iterator) {
        same &= kept(library, copy.resolve("lib").resolve(library.getFileName()));
      }
    }
    Path made = Files.createTempFile(folder, jar, ".part");
    stopping(made, folder.relativize(copy.resolve(jar)));
    same &= kept(made, folder.resolve(jar));
    Files.delete(made);
    return same;
  }

  /** Has a file as a copy; answers whether it was one before. */
  private static boolean kept(Path file, Path copy) throws IOException {
    if (Files.exists(copy)) {
      if (Files.mismatch(file, copy) < 0) {
        return true;
      }
      Files.delete(copy);
    }
    Files.createDirectories(copy.getParent());
    // Libraries are large, and nobody writes into a file that is there.
    if (file.getFileName().toString().startsWith("xephang")) {
      Files.copy(file, copy);
    } else {
      Files.createLink(copy, file);
    }
    return false;
  }

  private static void stopping(Path file, Path packaged) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    // Relative: the JVM archives no classes of jars that a manifest names by a URL.
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, packaged.toString());
    String entry = StopAtMilestone.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out);
        InputStream code = Installation.class.getClassLoader().getResourceAsStream(entry)) {
      put(jar, JarFile.MANIFEST_NAME, manifest::write);
      put(jar, entry, code::transferTo);
      put(
          jar,
          "META-INF/services/" + Milestones.class.getName(),
          to -> to.write(StopAtMilestone.class.getName().getBytes(StandardCharsets.UTF_8)));
    }
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Puts an entry that says nothing of when it was made. */
  private static void put(JarOutputStream jar, String name, Content content) throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2020, 8, 20, 0, 0));
    jar.putNextEntry(entry);
    content.writeTo(jar);
    jar.closeEntry();
  }
}

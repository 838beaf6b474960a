package io.xephang.scheduler.dag;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder of dag files: every {@code .yaml} and {@code .yml} in it and below.
 *
 * @param environment variables that files may name
 */
public record DagFolder(Path folder, Map<String, String> environment) {
  private static final List<String> DEFAULTS = List.of("defaults.yml", "defaults.yaml");
  private static final String IGNORED = ".airflowignore";

  public DagFolder {
    folder = folder.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
  }

  /**
   * What changes when a file does: names, sizes and times.
   *
   * @throws IOException if the folder cannot be read
   */
  public SortedMap<String, String> fingerprint() throws IOException {
    SortedMap<String, String> fingerprint = new TreeMap<>();
    for (Path file : files()) {
      FileTime time = Files.getLastModifiedTime(file);
      fingerprint.put(name(file), Files.size(file) + "@" + time.toMillis());
    }
    return fingerprint;
  }

  /**
   * Reads all files.
   *
   * @throws IOException if the folder cannot be read; a file that cannot is a problem of its own
   */
  public DagCatalog read() throws IOException {
    return reading().catalog();
  }

  /**
   * Reads all files, and says what stands in them.
   *
   * @throws IOException if the folder cannot be read; a file that cannot is a problem of its own
   */
  public DagReading reading() throws IOException {
    SortedMap<String, Dag> dags = new TreeMap<>();
    List<DagProblem> problems = new ArrayList<>();
    Map<String, String> texts = new TreeMap<>();
    for (Path path : files()) {
      String file = name(path);
      DagFile content = content(path, file, texts);
      problems.addAll(content.problems());
      for (Dag dag : content.dags()) {
        Dag first = dags.putIfAbsent(dag.id(), dag);
        if (first != null) {
          problems.add(
              new DagProblem(
                  file, 1, "dag '" + dag.id() + "' đã có trong / is already in " + first.file()));
        }
      }
    }
    return new DagReading(new DagCatalog(dags, problems), texts);
  }

  /** The dag of this name as a text describes it; empty if it cannot be used. */
  public Optional<Dag> dag(String dagId, String file, String text) {
    return DagFile.read(file, text, environment).dags().stream()
        .filter(dag -> dag.id().equals(dagId))
        .findFirst();
  }

  private DagFile content(Path path, String file, Map<String, String> texts) {
    String name = path.getFileName().toString();
    if (DEFAULTS.contains(name) || name.equals(IGNORED)) {
      return problem(file, "không hỗ trợ / is not supported; use 'default:' in each file");
    }
    try {
      String text = Files.readString(path, StandardCharsets.UTF_8);
      texts.put(file, text);
      return DagFile.read(file, text, environment);
    } catch (CharacterCodingException e) {
      return problem(file, "không phải UTF-8 / not UTF-8");
    } catch (IOException e) {
      return problem(file, "không đọc được / cannot be read: " + e.getMessage());
    }
  }

  private static DagFile problem(String file, String reason) {
    return new DagFile(List.of(), List.of(new DagProblem(file, 1, reason)));
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return found.filter(DagFolder::ofInterest).filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean ofInterest(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.equals(IGNORED);
  }

  private String name(Path file) {
    return folder.relativize(file).toString();
  }
}

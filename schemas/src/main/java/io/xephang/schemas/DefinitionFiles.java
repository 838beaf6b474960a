package io.xephang.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The text of all definition files, by path such as {@code indicators/level4_rate.yaml}.
 *
 * @param texts in order of their paths
 */
record DefinitionFiles(SortedMap<String, String> texts) {

  /** The files that ship with the product. */
  static DefinitionFiles shipped() {
    URL folder = DefinitionFiles.class.getResource("indicators");
    if (folder == null) {
      throw new IllegalStateException("the definitions are missing from the class path");
    }
    try {
      URI uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) {
        return below(Path.of(uri).getParent());
      }
      // Opened by its path, a jar is open for us alone: by its address one thread at a time could.
      JarURLConnection inJar = (JarURLConnection) folder.openConnection();
      try (FileSystem jar =
          FileSystems.newFileSystem(Path.of(inJar.getJarFileURL().toURI()), Map.of())) {
        return below(jar.getPath("io", "xephang", "schemas"));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files below a folder, wherever it is. */
  static DefinitionFiles below(Path folder) {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        if (name.endsWith(".yaml") || name.endsWith(".csv")) {
          String path = folder.relativize(file).toString().replace('\\', '/');
          texts.put(path, text(path, file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DefinitionFiles(texts);
  }

  private static String text(String path, Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new InvalidDefinition(path, "is not UTF-8", e);
    }
  }

  SortedMap<String, String> in(String folder) {
    SortedMap<String, String> found = new TreeMap<>();
    texts.forEach(
        (path, text) -> {
          if (path.startsWith(folder + "/")) {
            found.put(path, text);
          }
        });
    return found;
  }

  /** SHA-256 over names and texts: two equal digests mean the same definitions. */
  String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      texts.forEach(
          (path, text) -> {
            sha.update((path + "\n" + text.length() + "\n").getBytes(StandardCharsets.UTF_8));
            sha.update(text.getBytes(StandardCharsets.UTF_8));
          });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

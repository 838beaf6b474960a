package io.xephang.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The folder that samples are written to, and nothing outside it.
 *
 * <p>Names that end in {@code .gz} are compressed. A file whose content is right already is left
 * alone: another JDK may compress to other bytes, and that is no change of the samples.
 */
public final class LandingFolder {
  private final Path root;

  public LandingFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * Writes a file of UTF-8 text.
   *
   * @param name relative to the folder, with {@code /}
   * @throws IllegalArgumentException if the name leads out of the folder
   */
  public void write(String name, String text) {
    Path file = root.resolve(name).normalize();
    if (!file.startsWith(root) || file.equals(root)) {
      throw new IllegalArgumentException(
          "%s is not inside the target folder %s: nothing was written".formatted(name, root));
    }
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.exists(file) && Arrays.equals(read(file), content)) {
        return;
      }
      Files.createDirectories(file.getParent());
      Files.write(file, isCompressed(file) ? compressed(content) : content);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static boolean isCompressed(Path file) {
    return file.toString().endsWith(".gz");
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream content = isCompressed(file) ? new GZIPInputStream(bytes) : bytes) {
      return content.readAllBytes();
    }
  }

  private static byte[] compressed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }
}

package io.xephang.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.stream.Stream;

/** How much has landed since a moment: a guess, by which a job's JVM is set up before it starts. */
final class LandedBytes {
  /** What messages shrink to when they are packed, roughly. */
  private static final long PACKED = 10;

  private LandedBytes() {}

  /** Bytes of the files below a folder that were written since then, as if unpacked. */
  static long since(Instant moment, Path landing) {
    try (Stream<Path> files =
        Files.find(
            landing,
            Integer.MAX_VALUE,
            (path, file) -> file.isRegularFile() && isSince(moment, file))) {
      return files.mapToLong(LandedBytes::bytes).sum();
    } catch (IOException | UncheckedIOException e) {
      // The job will say what cannot be read.
      return 0;
    }
  }

  private static boolean isSince(Instant moment, BasicFileAttributes file) {
    return !file.lastModifiedTime().toInstant().isBefore(moment);
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file) * (file.toString().endsWith(".gz") ? PACKED : 1);
    } catch (IOException e) {
      return 0;
    }
  }
}

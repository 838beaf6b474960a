package io.xephang.home;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says of an error that a full or read-only disk has caused what to do about it. */
public final class DiskFailure {
  /** As the C library words them, and with it Java, H2 and DuckDB. */
  private static final List<String> FULL =
      List.of("no space left on device", "disk quota exceeded", "file too large");

  private static final List<String> UNWRITABLE =
      List.of("read-only file system", "permission denied", "not a directory");

  private static final double MEGABYTE = 1024.0 * 1024.0;

  private DiskFailure() {}

  /**
   * What to tell the user.
   *
   * @param error and everything that caused it or was suppressed by it
   * @return empty if the disk has nothing to do with it
   */
  public static Optional<String> sentence(DeploymentHome home, Throwable error) {
    if (names(error, FULL)) {
      return Optional.of(
          "hết chỗ trên đĩa của / no space left on the disk of "
              + home.folder()
              + free(home.folder())
              + ": giải phóng chỗ rồi chạy lại / free space or give XEPHANG_HOME a bigger disk,"
              + " then run again");
    }
    if (names(error, UNWRITABLE)) {
      return Optional.of(
          "không ghi được / cannot write to "
              + home.folder()
              + " ("
              + innermost(error)
              + "): hãy cấp quyền ghi hoặc đặt XEPHANG_HOME nơi khác rồi chạy lại / make it"
              + " writable or let XEPHANG_HOME name another folder, then run again");
    }
    return Optional.empty();
  }

  private static boolean names(Throwable error, List<String> wordings) {
    return causes(error).stream()
        .map(DiskFailure::words)
        .anyMatch(said -> wordings.stream().anyMatch(said::contains));
  }

  private static String words(Throwable error) {
    return (error instanceof AccessDeniedException ? "permission denied " : "")
        + (error instanceof FileAlreadyExistsException ? "not a directory " : "")
        + String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
  }

  private static String innermost(Throwable error) {
    return causes(error).stream()
        .filter(cause -> UNWRITABLE.stream().anyMatch(words(cause)::contains))
        .reduce((outer, inner) -> inner)
        .map(cause -> cause.getMessage())
        .orElse("");
  }

  /** The error first, then what lies below it. */
  private static Set<Throwable> causes(Throwable error) {
    Set<Throwable> seen = new LinkedHashSet<>();
    Deque<Throwable> open = new ArrayDeque<>(List.of(error));
    while (!open.isEmpty()) {
      Throwable next = open.poll();
      if (seen.add(next)) {
        if (next.getCause() != null) {
          open.add(next.getCause());
        }
        open.addAll(List.of(next.getSuppressed()));
      }
    }
    return seen;
  }

  private static String free(Path folder) {
    Path existing = folder;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    try {
      FileStore disk = Files.getFileStore(existing);
      return String.format(Locale.ROOT, " (%.1f MB free)", disk.getUsableSpace() / MEGABYTE);
    } catch (IOException e) {
      return "";
    }
  }
}

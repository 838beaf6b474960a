package io.xephang.warehouse;

import java.nio.file.Path;
import java.util.Properties;

/** What DuckDB may use of the machine; what does not fit into memory goes to disk. */
final class ResourceLimits {
  private static final int MOST_THREADS = 4;

  private ResourceLimits() {}

  /**
   * Adds the limits to settings.
   *
   * @param purpose tells the databases of a process apart: each has a folder of its own to spill to
   */
  static void set(Properties settings, String purpose) {
    settings.setProperty("memory_limit", "1GB");
    settings.setProperty(
        "threads",
        String.valueOf(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors())));
    settings.setProperty("temp_directory", spillFolder(purpose).toString());
  }

  /** Made by DuckDB when a query does not fit into memory, and removed when it is closed. */
  private static Path spillFolder(String purpose) {
    return Path.of(
        System.getProperty("java.io.tmpdir"),
        "xephang-spill-" + purpose + "-" + ProcessHandle.current().pid());
  }
}

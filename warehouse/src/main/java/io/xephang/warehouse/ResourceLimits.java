package io.xephang.warehouse;

import java.util.Properties;
import java.util.UUID;

/** What DuckDB may use of the machine; what does not fit into memory goes to disk. */
final class ResourceLimits {
  private static final int MOST_THREADS = 4;

  private ResourceLimits() {}

  /**
   * Settings with the limits alone, for a database that is opened once.
   *
   * <p>Every database has a folder of its own to spill to: DuckDB removes it with the database.
   */
  static Properties ofOneDatabase() {
    Properties settings = new Properties();
    set(settings, UUID.randomUUID().toString());
    return settings;
  }

  /**
   * Adds the limits to settings.
   *
   * @param database its file: connections to one database need the same settings
   */
  static void set(Properties settings, String database) {
    settings.setProperty("memory_limit", "1GB");
    settings.setProperty(
        "threads",
        String.valueOf(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors())));
    settings.setProperty("temp_directory", SpillFolder.of(database).toString());
  }
}

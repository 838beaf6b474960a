package io.xephang.warehouse;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * How a served database is opened: it can read itself and the published files that its views name,
 * write nothing, load nothing, and nobody can change that afterwards.
 */
final class ReadOnlySettings {
  /** On disk, by all queries of a process together. */
  private static final String MOST_SPILLED = "10GB";

  private ReadOnlySettings() {}

  /**
   * Equal for equal files: within a process DuckDB opens a database under one set of settings.
   *
   * @param files the published ones, which it may read
   */
  static Properties reading(Path database, List<String> files) {
    Properties settings = new Properties();
    settings.setProperty("access_mode", "READ_ONLY");
    settings.setProperty("enable_external_access", "false");
    settings.setProperty("allowed_paths", list(files));
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_community_extensions", "false");
    settings.setProperty("lock_configuration", "true");
    ResourceLimits.set(settings, database.toString());
    settings.setProperty("max_temp_directory_size", MOST_SPILLED);
    settings.setProperty("jdbc_stream_results", "true");
    // So that an error tells its place in the query: see EngineError.
    settings.setProperty("errors_as_json", "true");
    return settings;
  }

  private static String list(List<String> files) {
    return files.stream()
        .map(file -> "'" + file.replace("\\", "\\\\").replace("'", "\\'") + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}

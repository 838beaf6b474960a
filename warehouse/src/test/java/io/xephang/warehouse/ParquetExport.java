package io.xephang.warehouse;

import io.xephang.home.DeploymentHome;
import java.nio.file.Path;

/** Exports within the usual time. */
final class ParquetExport {
  private ParquetExport() {}

  static void run(DeploymentHome home, String sql, Path file) throws Exception {
    run(home, Select.of(sql), file);
  }

  static void run(DeploymentHome home, Select select, Path file) throws Exception {
    Warehouse.exportParquet(
        served(home), select, QueryLimits.DEFAULT.time(), new Cancellation(), file);
  }

  /** The current database. */
  static ServedFile served(DeploymentHome home) throws Exception {
    try (Warehouse warehouse = Warehouse.open(home)) {
      return warehouse.served();
    }
  }
}

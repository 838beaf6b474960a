package io.xephang.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much memory this process has. DuckDB's own limit does not count the texts and lists that
 * functions make. Only Linux tells; elsewhere it is always 0.
 */
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final long KILOBYTE = 1024;

  private ProcessMemory() {}

  /** In bytes. */
  static long resident() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(RESIDENT)) {
          return Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE;
        }
      }
      return 0;
    } catch (IOException e) {
      return 0;
    }
  }
}

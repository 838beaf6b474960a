package io.xephang.warehouse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Answers one query as a command does: a process that ends with its answer. */
final class BombProcess {
  private BombProcess() {}

  /**
   * Prints how the query ended, how long it took in milliseconds and the most memory that the
   * process ever had in kilobytes.
   *
   * @param arguments an empty folder, the milliseconds that the query may take, the query
   */
  public static void main(String[] arguments) throws Exception {
    Warehouse warehouse = new LakeFixture(Path.of(arguments[0])).publish("2020-08-20").open();
    long started = System.nanoTime();
    String ended;
    try {
      warehouse.select(
          Select.of(arguments[2]),
          new QueryLimits(Duration.ofMillis(Long.parseLong(arguments[1])), Long.MAX_VALUE),
          new Cancellation(),
          new DroppedRows());
      ended = "answered";
    } catch (QueryFailed | QueryRefused e) {
      ended = e.getClass().getSimpleName();
    }
    long took = Duration.ofNanos(System.nanoTime() - started).toMillis();
    System.out.println(ended + " " + took + " " + mostMemory());
    // What was left to itself ends with the process.
    Runtime.getRuntime().halt(0);
  }

  private static String mostMemory() throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return line.replaceAll("\\D", "");
      }
    }
    return "0";
  }
}

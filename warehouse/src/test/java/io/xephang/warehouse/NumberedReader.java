package io.xephang.warehouse;

import io.xephang.home.DeploymentHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Reads a {@link NumberedLake} again and again: opens the current database, asks three times what
 * it says, and closes it. As a process of its own it ends when a file appears, and prints which
 * publications it has seen.
 */
final class NumberedReader {
  private final DeploymentHome home;

  NumberedReader(DeploymentHome home) {
    this.home = home;
  }

  public static void main(String[] arguments) throws Exception {
    NumberedReader reader = new NumberedReader(new DeploymentHome(Path.of(arguments[0])));
    Path end = Path.of(arguments[1]);
    Set<Integer> seen = new TreeSet<>();
    System.out.println("ready");
    while (!Files.exists(end)) {
      seen.add(reader.read());
    }
    System.out.println("seen " + seen);
  }

  /**
   * Reads once.
   *
   * @return the publication that was seen
   * @throws IllegalStateException if it was a mixture of several
   */
  int read() throws Exception {
    try (Warehouse warehouse = Warehouse.open(home)) {
      String first = Answer.rows(warehouse, NumberedLake.SEEN).get(0);
      for (int again = 0; again < 2; again++) {
        // Others publish meanwhile, and have the processors.
        TimeUnit.SECONDS.sleep(1);
        String next = Answer.rows(warehouse, NumberedLake.SEEN).get(0);
        if (!next.equals(first)) {
          throw new IllegalStateException("one reader saw " + first + ", then " + next);
        }
      }
      String[] numbers = first.split("\\|");
      if (Set.copyOf(Arrays.asList(numbers)).size() != 1) {
        throw new IllegalStateException("a mixture of publications: " + first);
      }
      return Integer.parseInt(numbers[0]);
    }
  }
}

package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty readers while one writer publishes twenty times. */
class ManyReadersTest {
  private static final int THREADS = 47;
  private static final int PROCESSES = 3;
  private static final int PUBLICATIONS = 20;

  /** Fifty databases at once would be 50 GB if each took what it may. */
  private static final long MOST_MEMORY = 1L << 30;

  @TempDir Path folder;

  @Test
  void eachReaderHasOnePublicationWhateverIsPublishedMeanwhile() throws Exception {
    NumberedLake numbered = new NumberedLake(folder.resolve("home"));
    DeploymentHome home = numbered.lake().home();
    numbered.publishNext();
    Path end = folder.resolve("end");
    AtomicBoolean ended = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(THREADS);
    Set<Integer> seen = new ConcurrentSkipListSet<>();
    List<Process> processes = new ArrayList<>();
    long memory;
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int i = 0; i < PROCESSES; i++) {
        processes.add(reader(home, end));
      }
      for (Process process : processes) {
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
      }
      List<Future<Integer>> readers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        readers.add(
            threads.submit(
                () -> {
                  NumberedReader reader = new NumberedReader(home);
                  int reads = 0;
                  do {
                    seen.add(reader.read());
                    reads++;
                    begun.countDown();
                  } while (!ended.get());
                  return reads;
                }));
      }
      assertThat(begun.await(60, TimeUnit.SECONDS)).as("every reader has read once").isTrue();
      long before = ProcessMemory.resident();
      for (int i = 1; i < PUBLICATIONS; i++) {
        numbered.publishNext();
      }
      memory = ProcessMemory.resident() - before;
      ended.set(true);
      Files.createFile(end);
      for (Future<Integer> reader : readers) {
        assertThat(reader.get(60, TimeUnit.SECONDS)).as("reads of one thread").isGreaterThan(1);
      }
      for (Process process : processes) {
        assertThat(rest(process)).as("what a process has seen").contains("seen [");
        assertThat(process.waitFor()).isZero();
      }
    } finally {
      threads.shutdownNow();
      processes.forEach(Process::destroyForcibly);
    }
    assertThat(seen).as("publications that were seen").contains(1).hasSizeGreaterThan(5);
    assertThat(new NumberedReader(home).read()).as("the last one").isEqualTo(PUBLICATIONS);
    assertThat(memory).as("growth of memory in bytes").isLessThan(MOST_MEMORY);
    assertThat(files(home.serving()))
        .as("the current database and the one before, each with its list, and the pointer")
        .hasSize(5)
        .filteredOn(name -> name.endsWith(".duckdb"))
        .hasSize(2);
    assertThat(spilled()).as("folders that queries spilled to").isEmpty();
  }

  private static Process reader(DeploymentHome home, Path end) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            NumberedReader.class.getName(),
            home.folder().toString(),
            end.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static String rest(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> spilled() throws IOException {
    String mine = "-" + ProcessHandle.current().pid();
    return files(Path.of(System.getProperty("java.io.tmpdir"))).stream()
        .filter(name -> name.startsWith("xephang-spill") && name.endsWith(mine))
        .toList();
  }
}
